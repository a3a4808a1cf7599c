export type Refusal = { readonly status: number; readonly code: string; readonly message: string }
export type Header = (name: string) => string | null | undefined

type Asked = { readonly method: string; readonly url: string; readonly header: Header }

/** Why a request is not read any further, by its address and headers; null where it is. */
export const unreadable = ({ method, url, header }: Asked): Refusal | null =>
  (method === 'POST' ? unreadableBody(header) : null) ?? unreadableAddress(url) ?? unacceptable(header)

function unreadableBody(header: Header): Refusal | null {
  const type = header('content-type') ?? ''
  if (!/^application\/(graphql\+)?json\s*(;|$)/i.test(type)) return unsupported('Content-Type must be application/json.')
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type)?.[1] ?? 'utf-8'
  if (!/^utf-?8$/i.test(charset)) return unsupported('This charset cannot be read. Send the body encoded as UTF-8.')
  const encoding = header('content-encoding')?.trim() ?? 'identity'
  return /^identity$/i.test(encoding) ? null : unsupported('A compressed body cannot be read. Send it without Content-Encoding.')
}

const unreadableAddress = (url: string): Refusal | null =>
  isUtf8(url) ? null : { status: 400, code: 'BAD_REQUEST', message: 'The address is not valid. Encode each parameter as UTF-8.' }

const unacceptable = (header: Header): Refusal | null =>
  answerable.test(header('accept') ?? '*/*')
    ? null
    : {
        status: 406,
        code: 'NOT_ACCEPTABLE',
        message: 'Answers are JSON or an event stream. Accept application/json or text/event-stream.',
      }

const answerable = /\*\/\*|application\/(\*|json|graphql-response\+json)|text\/(\*|event-stream)|multipart\/(\*|mixed)/i

const unsupported = (message: string): Refusal => ({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message })

/** Whether each % in an address stands for UTF-8: else it would be read as something that was never sent. */
function isUtf8(address: string): boolean {
  try {
    decodeURIComponent(address)
    return true
  } catch {
    return false
  }
}

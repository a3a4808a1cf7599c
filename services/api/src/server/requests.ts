import { correlationIdFrom, withCorrelation } from '@outstanding/runtime'
import type { RequestHandler } from 'express'
import type { RequestContext } from './context.ts'
import type { GraphQLServer } from './graphql-server.ts'
import type { Tokens } from './identity/viewer.ts'
import { viewerOf } from './identity/viewer.ts'

type Header = (name: string) => string | null | undefined
type Refusal = { readonly status: 400 | 401 | 415; readonly code: string; readonly message: string }
type Asked =
  | { readonly ok: true; readonly context: RequestContext }
  | { readonly ok: false; readonly correlationId: string; readonly refusal: Refusal }

const correlationHeader = 'x-correlation-id'

/** An answer is for whoever asked, now: nothing may keep it, as names can be removed. */
const unkept = { 'cache-control': 'no-store' }

/** Who asks and under which correlation id; or why the request is not even read. */
async function ask({ method, url }: { readonly method: string; readonly url: string }, header: Header, tokens: Tokens): Promise<Asked> {
  const correlationId = correlationIdFrom(header(correlationHeader) ?? undefined)
  const refused = (refusal: Refusal): Asked => ({ ok: false, correlationId, refusal })
  if (method === 'POST' && !/^application\/(graphql\+)?json\b/i.test(header('content-type') ?? ''))
    return refused({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: 'Content-Type must be application/json.',
    })
  if (!isUtf8(url))
    return refused({ status: 400, code: 'BAD_REQUEST', message: 'The address is not valid. Encode each parameter as UTF-8.' })
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(header('content-type') ?? '')?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    return refused({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message: 'This charset cannot be read. Send the body encoded as UTF-8.' })
  const authorization = header('authorization')
  const found = await viewerOf(authorization, tokens)
  if (!found.ok) return refused({ status: 401, code: 'UNAUTHENTICATED', message: tokenWords[found.reason] })
  const stillSignedIn = async (): Promise<boolean> => !found.viewer.signedIn || (await viewerOf(authorization, tokens)).ok
  return { ok: true, context: { viewer: found.viewer, stillSignedIn, correlationId, traceparent: traceparentIn(header('traceparent')) } }
}

/** Whether each % in an address stands for UTF-8: else it would be read as something that was never sent. */
function isUtf8(address: string): boolean {
  try {
    decodeURIComponent(address)
    return true
  } catch {
    return false
  }
}

/** W3C Trace Context, version 00; anything else is left out: strangers must not write free text into the log. */
function traceparentIn(value: string | null | undefined): string | undefined {
  return value && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(value) ? value : undefined
}

const tokenWords = {
  malformed: 'The token cannot be read.',
  badSignature: 'The token was not issued here.',
  expired: 'The token has expired.',
  notForUs: 'The token was not issued for this.',
  revoked: 'The token has been revoked. Ask for a new one.',
  erased: 'The personal data of this token’s holder was erased, so the token has ended.',
} as const

const refusalBody = ({ code, message }: Refusal, correlationId: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code, correlationId } }] })

/** For Express, mounted at `/graphql`. */
export function answerRequest(server: GraphQLServer, tokens: Tokens): RequestHandler {
  return async (request, response) => {
    const asked = await ask({ method: request.method, url: request.originalUrl }, (name) => request.get(name), tokens)
    response.set({ ...unkept, [correlationHeader]: asked.ok ? asked.context.correlationId : asked.correlationId })
    if (asked.ok) {
      const { context } = asked
      // Parameters are read from the address as it was sent, by our own rules.
      const plain = Object.defineProperty(Object.assign(request, { url: request.originalUrl }), 'query', { value: undefined })
      return withCorrelation(context.correlationId, () => server(plain, response, context))
    }
    response.status(asked.refusal.status).type('application/json').send(refusalBody(asked.refusal, asked.correlationId))
  }
}

/** For the same process: a request in, a response out. */
export function fetchHandler(server: GraphQLServer, tokens: Tokens): (request: Request) => Promise<Response> {
  return async (request) => {
    const asked = await ask(request, (name) => request.headers.get(name), tokens)
    if (asked.ok) {
      const { context } = asked
      const response = await withCorrelation(context.correlationId, async () => server.fetch(request, context))
      response.headers.set(correlationHeader, context.correlationId)
      return response
    }
    const { refusal, correlationId } = asked
    const headers = { ...unkept, 'content-type': 'application/json', [correlationHeader]: correlationId }
    return new Response(refusalBody(refusal, correlationId), { status: refusal.status, headers })
  }
}

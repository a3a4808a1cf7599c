import { GraphQLError } from 'graphql'
import type { GraphQLParams } from 'graphql-yoga'
import { maxDocument } from '../limits/cost.ts'
import { faultIn, textProblem } from './text-faults.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * What a request asks, as JSON in its body or in its address. Whatever could not be kept or asked for as it was sent is refused here:
 * bytes that are not UTF-8, NUL, halves of characters, and documents that are too long to be parsed.
 */
export function readParams({ method, url }: Pick<Request, 'method' | 'url'>, body: Uint8Array): GraphQLParams {
  const params = method === 'GET' ? paramsIn(url) : objectIn(decoded(body), 'The body')
  const { query, variables } = params
  if (typeof query === 'string') refuseDocument(query)
  const fault = faultIn(variables)
  if (fault) throw refused(`${fault.path || 'variables'} ${fault.problem}`, { rule: 'isText', field: fault.path.replace(/^input\./, '') })
  return params as GraphQLParams
}

type Params = Readonly<Record<string, unknown>>

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw refused('The body is not valid UTF-8. Encode it as UTF-8 and send it again.', { rule: 'isUtf8' })
  }
}

function refuseDocument(query: string): void {
  const length = Buffer.byteLength(query)
  if (length > maxDocument)
    throw refused(`This query is ${length} bytes long. The maximum is ${maxDocument}. Send values as variables.`, {
      code: 'QUERY_TOO_LARGE',
      limit: 'length',
      asked: length,
      max: maxDocument,
    })
  const problem = textProblem(query)
  if (problem !== null) throw refused(`query ${problem}`, { rule: 'isText', field: 'query' })
}

/** Of an address that stands for UTF-8: `query`, `variables` and `extensions` (as JSON) and `operationName`. */
function paramsIn(url: string): Params {
  const found: Record<string, string> = {}
  const at = url.indexOf('?')
  for (const part of at === -1 ? [] : url.slice(at + 1).split('&')) {
    const [name = '', ...value] = part.split('=')
    found[plain(name)] ??= plain(value.join('='))
  }
  const { query, operationName, variables, extensions } = found
  return {
    query: query || undefined,
    operationName: operationName || undefined,
    variables: variables ? objectIn(variables, 'variables') : undefined,
    extensions: extensions ? objectIn(extensions, 'extensions') : undefined,
  }
}

const plain = (part: string): string => decodeURIComponent(part.replaceAll('+', ' '))

function objectIn(json: string, what: string): Params {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    throw refused(`${what} is not valid JSON.`)
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Params
  throw refused(`${what} must be a JSON object.`)
}

const refused = (message: string, extensions: Readonly<Record<string, unknown>> = {}): GraphQLError =>
  new GraphQLError(message, {
    extensions: { code: extensions['rule'] ? 'BAD_USER_INPUT' : 'BAD_REQUEST', ...extensions, http: { status: 400 } },
  })

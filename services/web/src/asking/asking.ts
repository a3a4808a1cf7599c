import { within } from '@outstanding/runtime'
import { isolatedWithin } from '@outstanding/wording'

/** What the pages send to the API, and nothing else: over HTTP, or in the same process. */
export type GraphqlRequest = {
  readonly query: string
  readonly operationName: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly correlationId: string
}
export type GraphqlAnswer = {
  readonly data?: unknown
  /** `builtFrom`: what it was read from, and whether that is whole. */
  readonly extensions?: Readonly<Record<string, unknown>>
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[] | null
}
/** `signal` is aborted when nobody waits for the answer any longer: the API then stops its work. */
export type GraphqlTransport = (request: GraphqlRequest, signal?: AbortSignal) => Promise<GraphqlAnswer>

/** A query with the types of what it takes and gives. The text is one named operation. */
export type Operation<Data, Variables> = { readonly name: string; readonly text: string; readonly types?: (variables: Variables) => Data }

/** The API did not answer as it should; the page shows the correlation id and nothing of this. */
export class AnswerMissing extends Error {
  readonly correlationId: string
  constructor(operation: string, correlationId: string, reason: string, cause?: unknown) {
    super(`${operation}: ${reason}`, { cause })
    this.name = 'AnswerMissing'
    this.correlationId = correlationId
  }
}

/** The API refuses a value: all that a page asks with was in its address. Whatever else is refused, the page should not have asked. */
export class AddressRefused extends Error {
  constructor(operation: string, reason: string) {
    super(`${operation}: ${reason}`)
    this.name = 'AddressRefused'
  }
}

/** Themes and codes of categories are asked for as they are written. */
const sentBack: ReadonlySet<string> = new Set(['themes', 'code', 'agreed', 'proposed'])

export type Ask = <Data, Variables extends object>(operation: Operation<Data, Variables>, variables: Variables) => Promise<Data>

/** Asks on behalf of one page request. Throws `AnswerMissing` or `AddressRefused`; a page is never shown with half of its data. */
export const askingFor =
  (transport: GraphqlTransport, correlationId: string, timeoutMs = 10_000): Ask =>
  async <Data, Variables extends object>({ name, text }: Operation<Data, Variables>, variables: Variables): Promise<Data> => {
    const request: GraphqlRequest = {
      query: text,
      operationName: name,
      variables: variables as Readonly<Record<string, unknown>>,
      correlationId,
    }
    const waiting = new AbortController()
    const answer = await within(timeoutMs, `the query ${name}`, transport(request, waiting.signal)).catch((error: unknown) => {
      waiting.abort(error)
      throw new AnswerMissing(name, correlationId, (error as Error)?.message ?? 'no answer', error)
    })
    if (answer.errors?.length) {
      const reason = answer.errors.map((error) => error.message).join('; ')
      if (answer.errors.every(({ extensions }) => extensions?.['code'] === 'BAD_USER_INPUT')) throw new AddressRefused(name, reason)
      throw new AnswerMissing(name, correlationId, reason)
    }
    if (answer.data === undefined || answer.data === null) throw new AnswerMissing(name, correlationId, 'an answer without data')
    return isolatedWithin(answer.data, sentBack) as Data
  }

/** The transport for pages that run apart from the API. `url` is the address of `/graphql`. */
export const graphqlOverHttp =
  (url: string, fetching: typeof fetch = fetch): GraphqlTransport =>
  async ({ query, operationName, variables, correlationId }, signal) => {
    const response = await fetching(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'x-correlation-id': correlationId,
      },
      body: JSON.stringify({ query, operationName, variables }),
      ...(signal !== undefined && { signal }),
    })
    return (await response.json()) as GraphqlAnswer
  }

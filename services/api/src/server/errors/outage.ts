import { GraphQLError } from 'graphql'

/** `code`: OVERLOADED, UNAVAILABLE or TIMEOUT. Each is answered with HTTP status 503 and says when to try again. */
type Outage = { readonly code: string; readonly message: string; readonly retryAfterS: number }

const overloaded: Outage = { code: 'OVERLOADED', message: 'The service is busy. Try again in a few seconds.', retryAfterS: 5 }
const unavailable: Outage = {
  code: 'UNAVAILABLE',
  message: 'The register cannot be reached at the moment. Try again in a few seconds.',
  retryAfterS: 10,
}
const tooSlow: Outage = { code: 'TIMEOUT', message: 'This took too long. Ask for less, or try again later.', retryAfterS: 10 }
const outages: ReadonlySet<unknown> = new Set([overloaded, unavailable, tooSlow].map(({ code }) => code))

/** What the network, PostgreSQL and its client say when a server is away, starting, stopping or full. */
const codes = /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_AGAIN)\w*|ENOTFOUND|57P0\d|08\w{3}|53\w{3}|58030)$/
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (was closed|has encountered a connection error)|Cannot use a pool after)/

/** The answer to a question that a broken or missing part kept from being answered; null for any other error. */
export function outageError(error: unknown): GraphQLError | null {
  const outage = outageIn(error, 5)
  return outage && asError(outage, outage.message)
}

/** The same of a command: it may have been recorded. */
export function commandOutage(error: unknown): GraphQLError | null {
  const outage = outageIn(error, 5)
  return outage && asError(outage, `${outage.message} You can safely send this command again with the same commandId.`)
}

export const isOutage = ({ extensions }: GraphQLError): boolean => outages.has(extensions['code'])

const asError = ({ code, retryAfterS }: Outage, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 503, headers: { 'retry-after': String(retryAfterS) } } } })

/** Looks at the error and, some steps deep, at what caused it. */
function outageIn(error: unknown, steps: number): Outage | null {
  if (!(error instanceof Error) || steps === 0) return null
  const own = outageOf(error)
  if (own) return own
  const inner: readonly unknown[] = [
    'originalError' in error ? error.originalError : null,
    error.cause,
    ...(error instanceof AggregateError ? (error.errors as readonly unknown[]) : []),
  ]
  return inner.map((one) => outageIn(one, steps - 1)).find((one) => one !== null) ?? null
}

function outageOf(error: Error): Outage | null {
  if (error.name === 'OverloadedError') return overloaded
  if (error.name === 'ReadSessionEndedError') return unavailable
  if (error.name === 'EventStoreError') return 'kind' in error && storeIsAway.has(error.kind) ? unavailable : null
  const code = 'code' in error ? String(error.code) : ''
  if (code === '57014') return tooSlow
  return codes.test(code) || words.test(error.message) ? unavailable : null
}

const storeIsAway: ReadonlySet<unknown> = new Set(['unavailable', 'timeout', 'closed'])

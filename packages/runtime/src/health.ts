import { within } from './within.ts'

export type HealthAnswer = { readonly status: 200 | 503; readonly body: Readonly<Record<string, unknown>> }

/** Resolves to undefined when all is well, else to a sentence that says what is missing. */
export type HealthCheck = () => Promise<string | undefined>

export type Health = {
  /** The process answers and does not need a restart. */
  live(): HealthAnswer
  /** Everything that a request needs is there. Each check has two seconds. */
  ready(): Promise<HealthAnswer>
  /** It was ready once. */
  startup(): Promise<HealthAnswer>
  version(): HealthAnswer
}

export type HealthOptions = {
  readonly version: string
  readonly checks: Readonly<Record<string, HealthCheck>>
  /** One sentence on a fault that only a restart mends; undefined when there is none. */
  readonly deadlock?: () => string | undefined
  /** Extra members of every `ready` answer, counts for example. Public, like all health answers. */
  readonly details?: () => Readonly<Record<string, unknown>>
}

const CHECK_MS = 2_000

/** The four health answers as plain functions; the server puts `status` and `body` into a response. */
export function createHealth(options: HealthOptions): Health {
  let wasReady = false
  async function ready(): Promise<HealthAnswer> {
    const results = await Promise.all(
      Object.entries(options.checks).map(async ([name, check]) => [name, await outcome(name, check)] as const),
    )
    const missing = Object.fromEntries(results.filter(([, problem]) => problem !== undefined))
    const isReady = Object.keys(missing).length === 0
    wasReady ||= isReady
    const details = options.details?.() ?? {}
    return isReady
      ? { status: 200, body: { status: 'ready', ...details } }
      : { status: 503, body: { status: 'not ready', missing, ...details } }
  }
  function live(): HealthAnswer {
    const problem = options.deadlock?.()
    return problem === undefined ? { status: 200, body: { status: 'live' } } : { status: 503, body: { status: 'not live', problem } }
  }
  return {
    live,
    ready,
    startup: async () => (wasReady ? { status: 200, body: { status: 'started' } } : ready()),
    version: () => ({ status: 200, body: { version: options.version } }),
  }
}

async function outcome(name: string, check: HealthCheck): Promise<string | undefined> {
  try {
    return await within(CHECK_MS, name, check())
  } catch {
    // The reason may hold an address or a password; the log has it, the public answer does not.
    return `${name} cannot be reached`
  }
}

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

export type Configuration = {
  /** Absolute path. */
  readonly dataDir: string
  /** The public address. */
  readonly host: string
  readonly port: number
  /** A PostgreSQL for read models, keys and sessions; the embedded one when absent. */
  readonly databaseUrl?: string
  /** An EventStoreDB (`esdb://...`); the embedded event node when absent. */
  readonly eventStoreUrl?: string
  /** A PostgreSQL for the embedded event node's log; the embedded one when absent. */
  readonly eventNodeDatabaseUrl?: string
  readonly loadsSample: boolean
  /** Absolute path of a JSON file that says how the pages look and whose they are. */
  readonly themeFile?: string
  readonly logLevel: string
}

export type ConfigurationResult = { readonly ok: true; readonly value: Configuration } | { readonly ok: false; readonly problem: string }

type Environment = Readonly<Record<string, string | undefined>>

const SECRETS = ['DATABASE_URL', 'EVENTSTORE_URL', 'EVENT_NODE_DATABASE_URL']

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/./, 'must begin with postgres://')

const shape = z.object({
  OUTSTANDING_DATA_DIR: z.string().default('.outstanding'),
  OUTSTANDING_HOST: z.string().default('127.0.0.1'),
  OUTSTANDING_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535')
    .default(4000),
  OUTSTANDING_SAMPLE: z.enum(['on', 'off'], 'must be on or off').default('on'),
  OUTSTANDING_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent').default('info'),
  OUTSTANDING_THEME_FILE: z.string().optional(),
  DATABASE_URL: postgresUrl.optional(),
  EVENT_NODE_DATABASE_URL: postgresUrl.optional(),
  EVENTSTORE_URL: z
    .string()
    .regex(/^esdb(\+discover)?:\/\/./, 'must begin with esdb:// or esdb+discover://')
    .optional(),
})

/**
 * Reads the whole configuration from the environment, once. An empty variable counts as absent. A secret may stand in a
 * file named by `<NAME>_FILE`. The problem is one sentence that names the variable and never shows its value.
 */
export function readConfiguration(environment: Environment): ConfigurationResult {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  for (const name of SECRETS) {
    const file = given[`${name}_FILE`]
    if (file === undefined) continue
    if (given[name] !== undefined) return { ok: false, problem: `${name} and ${name}_FILE are both set; set one of them` }
    const secret = readSecret(file)
    if (secret === undefined) return { ok: false, problem: `${name}_FILE names a file that cannot be read` }
    given[name] = secret
  }
  const parsed = shape.safeParse(given)
  if (!parsed.success)
    return { ok: false, problem: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ') }
  const { data } = parsed
  return {
    ok: true,
    value: {
      dataDir: resolve(data.OUTSTANDING_DATA_DIR),
      host: data.OUTSTANDING_HOST,
      port: data.OUTSTANDING_PORT,
      databaseUrl: data.DATABASE_URL,
      eventStoreUrl: data.EVENTSTORE_URL,
      eventNodeDatabaseUrl: data.EVENT_NODE_DATABASE_URL,
      loadsSample: data.OUTSTANDING_SAMPLE === 'on',
      themeFile: data.OUTSTANDING_THEME_FILE === undefined ? undefined : resolve(data.OUTSTANDING_THEME_FILE),
      logLevel: data.OUTSTANDING_LOG_LEVEL,
    },
  }
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
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
  /** How long a start waits for a database or event store that is not there yet, in milliseconds. */
  readonly waitForStoresMs: number
  /** Absolute path of a JSON file that says how the pages look and whose they are. */
  readonly themeFile?: string
  readonly logLevel: string
  /** What the log calls itself in its checkpoints, as `example.gov.uk/outstanding`; for keys that are yet to be made. */
  readonly origin?: string
  /** Absolute path of the private keys that sign checkpoints; see `checkpointKeysFile`. */
  readonly checkpointKeysFile?: string
  /** Absolute path of a directory in which every checkpoint is published. */
  readonly checkpointDir?: string
  /** Public keys of witnesses whose cosignatures are taken. */
  readonly witnessKeys: readonly string[]
}

/** Where the keys of checkpoints are: in the data directory, unless the environment says otherwise. */
export const checkpointKeysFile = ({ checkpointKeysFile: file, dataDir }: Configuration): string =>
  file ?? join(dataDir, 'keys', 'checkpoint-keys.json')

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
  OUTSTANDING_WAIT_SECONDS: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number of seconds from 0 to 99999')
    .transform(Number)
    .default(60),
  OUTSTANDING_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent').default('info'),
  OUTSTANDING_THEME_FILE: z.string().optional(),
  OUTSTANDING_ORIGIN: z
    .string()
    .regex(/^[^\s+]{1,200}$/, 'must be a name without white space or "+"')
    .optional(),
  OUTSTANDING_CHECKPOINT_KEYS_FILE: z.string().optional(),
  OUTSTANDING_CHECKPOINT_DIR: z.string().optional(),
  OUTSTANDING_WITNESS_KEYS: z.string().default(''),
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
  const settings = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  for (const name of SECRETS) {
    const file = settings[`${name}_FILE`]
    if (file === undefined) continue
    if (settings[name] !== undefined) return { ok: false, problem: `${name} and ${name}_FILE are both set; set one of them` }
    const secret = readSecret(file)
    if (secret === undefined) return { ok: false, problem: `${name}_FILE names a file that cannot be read` }
    settings[name] = secret
  }
  const parsed = shape.safeParse(settings)
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
      waitForStoresMs: data.OUTSTANDING_WAIT_SECONDS * 1_000,
      themeFile: absolute(data.OUTSTANDING_THEME_FILE),
      logLevel: data.OUTSTANDING_LOG_LEVEL,
      origin: data.OUTSTANDING_ORIGIN,
      checkpointKeysFile: absolute(data.OUTSTANDING_CHECKPOINT_KEYS_FILE),
      checkpointDir: absolute(data.OUTSTANDING_CHECKPOINT_DIR),
      witnessKeys: data.OUTSTANDING_WITNESS_KEYS.split(/\s+/).filter((key) => key !== ''),
    },
  }
}

const absolute = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(path))

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

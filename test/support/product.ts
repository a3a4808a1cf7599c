import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const main = join(root, 'packages', 'cli', 'src', 'main.ts')

export type Environment = Readonly<Record<string, string>>

export type CommandAnswer = { readonly code: number; readonly stdout: string; readonly stderr: string }

export type Product = {
  readonly url: string
  readonly dataDir: string
  readonly pid: number
  /** Everything it wrote so far. */
  output(): string
  /** Runs `outstanding ...` against its data directory. */
  command(...args: string[]): Promise<CommandAnswer>
  graphql(query: string, variables?: object, token?: string): Promise<{ data?: unknown; errors?: readonly { message: string }[] }>
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>
  /** Asks it to stop as Ctrl-C does; resolves to the exit code. */
  stop(): Promise<number | null>
  /** kill -9 of the supervisor alone. */
  kill(): Promise<void>
}

/** The person who runs the tests may have settings for their own installation, which must not be touched. */
const surroundings = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(OUTSTANDING_|DATABASE_URL|EVENTSTORE_URL|EVENT_NODE_)/.test(name)),
)

/** Runs `outstanding ...` to its end. */
export async function runCommand(args: readonly string[], environment: Environment = {}): Promise<CommandAnswer> {
  const running = promisify(execFile)(process.execPath, [main, ...args], {
    cwd: root,
    env: { ...surroundings, ...environment },
    timeout: 120_000,
  })
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: CommandAnswer) => ({ code, stdout, stderr }),
  )
}

export const newDataDir = () => mkdtemp(join(tmpdir(), 'outstanding-product-'))
export const removeDataDir = (path: string) => rm(path, { recursive: true, force: true })

/**
 * Starts the whole product as `npm start` does, on a free port, without the sample register unless `OUTSTANDING_SAMPLE` says
 * otherwise; resolves when it says that it is ready. `onOutput` gets what it writes, as it comes. Throws all that it wrote when it ends before.
 */
export async function startProduct(
  dataDir: string,
  environment: Environment = {},
  onOutput: (text: string) => void = () => {},
): Promise<Product> {
  const settings = { OUTSTANDING_DATA_DIR: dataDir, OUTSTANDING_PORT: '0', OUTSTANDING_SAMPLE: 'off', ...environment }
  const child = spawn(process.execPath, [main, 'start'], {
    cwd: root,
    env: { ...surroundings, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      written += chunk.toString()
      onOutput(chunk.toString())
      const ready = /Ready in .*: (http\S+)/.exec(written)
      if (ready?.[1] !== undefined) resolve(ready[1])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', () => reject(new Error(`the product ended before it was ready:\n${written}`)))
  })
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    output: () => written,
    command: (...args) => runCommand(args, settings),
    ended: new Promise((resolve) => child.once('close', resolve)),
    graphql: (query, variables, token) => ask(url, { query, variables }, token),
    stop: () => end(child, 'SIGINT'),
    kill: async () => void (await end(child, 'SIGKILL')),
  }
}

/** The way into the embedded databases for a test that looks at them, or changes them, as nobody else may. */
export async function superuserOf(dataDir: string): Promise<(database: string) => string> {
  const { databaseUrl } = JSON.parse(await readFile(join(dataDir, 'run.json'), 'utf8')) as { databaseUrl: string }
  const password = (await readFile(join(dataDir, 'postgres', 'password'), 'utf8')).trim()
  return (database) => Object.assign(new URL(databaseUrl), { username: 'outstanding', password, pathname: `/${database}` }).href
}

async function ask(url: string, body: object, token?: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  return (await response.json()) as { data?: unknown; errors?: readonly { message: string }[] }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await once(child, 'close')
  }
  return child.exitCode
}

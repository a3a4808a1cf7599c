import { parseArgs } from 'node:util'
import { type Command, complain } from './command.ts'
import { version } from '@outstanding/standalone/version'

/** Each is loaded only when it is asked for: a token needs no PDF reader. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  token: async () => (await import('./commands/token.ts')).token,
  read: async () => (await import('./commands/read.ts')).read,
  status: async () => (await import('./commands/status.ts')).status,
  park: async () => (await import('./commands/park.ts')).park,
  unpark: async () => (await import('./commands/park.ts')).unpark,
  rebuild: async () => (await import('./commands/rebuild.ts')).rebuild,
  export: async () => (await import('./commands/export.ts')).exportBundle,
  verify: async () => (await import('./commands/verify.ts')).verify,
  verifier: async () => (await import('./commands/verifier.ts')).verifier,
  checkpoint: async () => (await import('./commands/checkpoint.ts')).checkpoint,
  replay: async () => (await import('./commands/replay.ts')).replay,
  witness: async () => (await import('./commands/witness.ts')).witness,
  'event-node': async () => (await import('./commands/event-node.ts')).eventNode,
}

/** Runs one command; resolves to the exit code. What is not understood is one sentence and exit code 2. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === '--version' || name === '-v') return print(version())
  if (name === 'help' && rest[0] !== undefined) return runCommandLine([rest[0], '--help'])
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return print(await help())
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined) return complain(`there is no command "${name}"; there are ${Object.keys(COMMANDS).join(', ')} (see --help)`, 2)
  return runCommand(await load(), rest)
}

async function runCommand(command: Command, rest: string[]): Promise<number> {
  const parsed = parse(command, rest)
  if (!parsed.ok) return complain(`${parsed.problem}; usage: outstanding ${command.name} ${command.usage}`, 2)
  if (parsed.values['help'] === true)
    return print(`Usage: outstanding ${command.name} ${command.usage}`.trim() + `\n${command.summary.replaceAll(/^ +/gm, '')}`)
  return command.run(parsed.values, parsed.positionals)
}

type Parsed =
  | { readonly ok: true; readonly values: Parameters<Command['run']>[0]; readonly positionals: string[] }
  | { readonly ok: false; readonly problem: string }

function parse(command: Command, args: string[]): Parsed {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
    return { ok: true, ...parseArgs({ args, options, allowPositionals: command.takesFiles ?? false, strict: true }) }
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : String(error)
    return { ok: false, problem: `${command.name}: ${message.charAt(0).toLowerCase()}${message.slice(1)}` }
  }
}

async function help(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  const lines = commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`)
  return ['Usage: outstanding COMMAND', '', ...lines, '  --version\n      Prints the version.', '', SETTINGS].join('\n')
}

const SETTINGS = `Environment: OUTSTANDING_DATA_DIR (./.outstanding), OUTSTANDING_PORT (4000), OUTSTANDING_HOST (127.0.0.1),
DATABASE_URL, EVENTSTORE_URL, OUTSTANDING_SAMPLE (on or off), OUTSTANDING_WAIT_SECONDS (60), OUTSTANDING_LOG_LEVEL, OUTSTANDING_ORIGIN,
OUTSTANDING_CHECKPOINT_DIR, OUTSTANDING_CHECKPOINT_KEYS_FILE, OUTSTANDING_WITNESS_KEYS.`

function print(answer: string): number {
  process.stdout.write(`${answer}\n`)
  return 0
}

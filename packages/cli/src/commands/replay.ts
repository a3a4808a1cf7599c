import { type Command, complain, text, type Values } from '../command.ts'
import { type Configuration } from '@outstanding/runtime'
import { configurationOrExit } from '../configuration.ts'
import { type ReadUntil, readUntil } from '../export/until.ts'

type Asked = { readonly asked: string; readonly until: Extract<ReadUntil, { ok: true }>['until'] }

/** What was asked for; of one wish only. */
type Wish =
  | { readonly kind: 'LIFE'; readonly stream: string; readonly until: Asked | null }
  | { readonly kind: 'REGISTER'; readonly until: Asked }
  | { readonly kind: 'LIST' }
  | { readonly kind: 'QUERY'; readonly schema: string; readonly sql: string }
  | { readonly kind: 'DROP'; readonly schema: string }

export const replay: Command = {
  name: 'replay',
  usage: '--stream STREAM [--until DATE|POSITION] | --until DATE|POSITION | --list | --schema SCHEMA --sql QUERY | --drop SCHEMA',
  summary:
    "Prints a recommendation's full history (or that of any stream), up to a date if you give one. Or builds the whole register, as it was\n" +
    '      recorded on a date, in a read-only schema of its own; lists these; queries one in SQL (answers in CSV); or drops one.',
  options: {
    stream: { type: 'string' },
    until: { type: 'string' },
    list: { type: 'boolean' },
    schema: { type: 'string' },
    sql: { type: 'string' },
    drop: { type: 'string' },
  },
  async run(values) {
    const wish = wishOf(values)
    if (typeof wish === 'string') return complain(`replay: ${wish}`, 2)
    const configuration = configurationOrExit()
    return typeof configuration === 'number' ? configuration : fulfil(configuration, wish)
  },
}

/** Each is loaded when it is asked for. */
async function fulfil(configuration: Configuration, wish: Wish): Promise<number> {
  switch (wish.kind) {
    case 'LIFE':
      return (await import('../replay/print-history.ts')).printHistory(configuration, wish.stream, wish.until)
    case 'REGISTER':
      return (await import('../replay/make-register.ts')).makeRegister(configuration, wish.until)
    case 'LIST':
      return (await import('../replay/kept-registers.ts')).listRegisters(configuration)
    case 'QUERY':
      return (await import('../replay/kept-registers.ts')).queryRegister(configuration, wish)
    case 'DROP':
      return (await import('../replay/kept-registers.ts')).dropRegister(configuration, wish.schema)
  }
}

/** Or one sentence. */
function wishOf(values: Values): Wish | string {
  const [stream, asked, schema, sql, drop] = ['stream', 'until', 'schema', 'sql', 'drop'].map((name) => text(values, name))
  const kinds = [stream ?? asked, values['list'], schema ?? sql, drop].filter((one) => one !== undefined)
  if (kinds.length !== 1) return 'choose one: --stream, --until (or both), --list, --schema with --sql, or --drop'
  if (stream !== undefined || asked !== undefined) return pastWish(stream, asked)
  if (drop !== undefined) return { kind: 'DROP', schema: drop }
  if (schema === undefined && sql === undefined) return { kind: 'LIST' }
  return schema && sql ? { kind: 'QUERY', schema, sql } : '--schema and --sql go together'
}

function pastWish(stream: string | undefined, asked: string | undefined): Wish | string {
  if (asked === undefined) return lifeOf(stream ?? '', null)
  const read = readUntil(asked)
  if (!read.ok) return read.problem
  const until = { asked, until: read.until }
  return stream === undefined ? { kind: 'REGISTER', until } : lifeOf(stream, until)
}

const lifeOf = (stream: string, until: Asked | null): Wish | string =>
  stream === '' ? '--stream must be the name of a stream' : { kind: 'LIFE', stream, until }

import { connectionConfig, dropReader, dropReplayed, listReplayed, queryReplayed, type ReplayedRegister } from '@outstanding/projection'
import type { Configuration } from '@outstanding/runtime'
import { withStores } from '@outstanding/standalone'
import pg from 'pg'
import { complain } from '../command.ts'

const print = (line: string): void => void process.stdout.write(`${line}\n`)

export async function listRegisters(configuration: Configuration): Promise<number> {
  return inDatabase(configuration, async (client) => {
    for (const register of await listReplayed(client)) print(describe(register))
    return 0
  })
}

/** One line. */
export const describe = ({ schema, asKnownAt, events, position, checkpoint, madeAt }: ReplayedRegister): string =>
  `${schema}: as known at ${asKnownAt}, ${events} events up to log position ${position}${checkpoint === null ? '' : `, ${checkpoint}`}; made ${madeAt}`

/** The answer as CSV (RFC 4180) with a line of names. */
export async function queryRegister(
  configuration: Configuration,
  { schema, sql }: { readonly schema: string; readonly sql: string },
): Promise<number> {
  return inDatabase(configuration, async (client) => {
    if (!(await listReplayed(client)).some((one) => one.schema === schema)) return complain(notThere(schema), 1)
    const answered = await queryReplayed(client, { schema, sql }, async (row) => {
      const line = `${row.map(cell).join(',')}\r\n`
      if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve))
    })
    return answered.ok ? 0 : complain(`replay: ${answered.problem}`, 1)
  })
}

export async function dropRegister(configuration: Configuration, schema: string): Promise<number> {
  return inDatabase(configuration, async (client) => {
    await dropReader(client, schema)
    if (!(await dropReplayed(client, schema))) return complain(notThere(schema), 1)
    print(`dropped ${schema}`)
    return 0
  })
}

const notThere = (schema: string): string => `there is no replayed register "${schema}" (see \`outstanding replay --list\`)`

/** Nothing stands as nothing; an empty text in quotation marks. */
const cell = (value: string | null): string =>
  value === null ? '' : value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

async function inDatabase(configuration: Configuration, work: (client: pg.Client) => Promise<number>): Promise<number> {
  const report = (line: string): void => void process.stderr.write(`${line}\n`)
  const worked = await withStores(configuration, report, async ({ operatorDatabaseUrl }) => {
    const client = new pg.Client(connectionConfig(operatorDatabaseUrl, 'outstanding-cli'))
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  })
  return worked.ok ? worked.value : complain(worked.problem, 1)
}

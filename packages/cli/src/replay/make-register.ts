import { replayRegister, type ReplayUntil } from '@outstanding/projector'
import { connectionConfig, makeReader, type Reader } from '@outstanding/projection'
import { type Configuration, today } from '@outstanding/runtime'
import { withStores } from '@outstanding/standalone'
import pg from 'pg'
import { complain } from '../command.ts'
import { stopSignal } from '../stop-signal.ts'
import { describe } from './kept-registers.ts'

/** Builds a register as known once and says how to ask it. */
export async function makeRegister(
  configuration: Configuration,
  { asked, until }: { readonly asked: string; readonly until: ReplayUntil },
): Promise<number> {
  const report = (line: string): void => void process.stderr.write(`${line}\n`)
  const signal = stopSignal()
  const worked = await withStores(configuration, report, async (addresses) => {
    const replayed = await replayRegister({ ...addresses, until, asKnownAt: asked, report, signal })
    if (!replayed.ok) return replayed
    const { databaseUrl, operatorDatabaseUrl, stay } = addresses
    return { ...replayed, reader: await readerOf(operatorDatabaseUrl, replayed.register.schema), databaseUrl, stay }
  })
  if (!worked.ok) return complain(worked.problem, 1)
  const made = worked.value
  if (!made.ok) return complain(`replay: ${made.problem}`, 1)
  const { schema } = made.register
  process.stdout.write(`${describe(made.register)}
built in ${made.seconds.toFixed(1)} s; read-only, and no name of a person can be read in it

  Ask      npx outstanding replay --schema ${schema} --sql "select reference, title from recommendation_on('${today()}')"
  Connect  ${connecting(made)}
  Drop     npx outstanding replay --drop ${schema}
`)
  return 0
}

/** The connection details for any PostgreSQL client. The password is shown only here. */
function connecting({
  reader,
  databaseUrl,
  stay,
}: {
  readonly reader: Reader | null
  readonly databaseUrl: string
  readonly stay: boolean
}) {
  if (reader === null)
    return 'the database user may not create a role for it; an administrator can grant usage and select on the schema to another role'
  const { hostname, port, pathname } = new URL(databaseUrl)
  const secret = `${reader.role}:${reader.password}`
  if (stay) return `postgresql://${secret}@${hostname}:${port || '5432'}${pathname}`
  return `postgresql://${secret}@127.0.0.1:PORT${pathname} while Outstanding runs; PORT is in run.json of its data directory`
}

async function readerOf(databaseUrl: string, schema: string): Promise<Reader | null> {
  const client = new pg.Client(connectionConfig(databaseUrl, 'outstanding-cli'))
  await client.connect()
  try {
    return await makeReader(client, schema)
  } finally {
    await client.end()
  }
}

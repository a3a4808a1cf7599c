import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connectionConfig, openReadModels } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import pg from 'pg'
import { print } from './figures.ts'
import { loadLives } from './load-lives.ts'
import type { Asked, Question } from './peers/ask.ts'
import { ask } from './peers/ask.ts'
import { processorTime } from './peers/processor-time.ts'
import type { ProcessorTime } from './peers/processor-time.ts'
import { comparedOver } from './peers/questions.ts'
import { peerTables } from './peers/tables.ts'
import type { Started } from './stores.ts'
import { startProcess, startStores } from './stores.ts'

/**
 * `pnpm bench:peers`: the product against an Express server with hand-written SQL, in one run, over the same register on the same
 * database server. What counts is the ratio, and the processor time of a request, which other work on the machine moves least.
 * `--items 100000` recommendations, `--seconds 5` a measurement, `--clients 1,32`, `--only words of a question`, `--raw file.json`.
 */
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '1,32' },
    only: { type: 'string', default: '' },
    raw: { type: 'string' },
  },
})
const [items, seconds] = [Number(values.items), Number(values.seconds)]
const raw: unknown[] = []

/** Fills the yardstick's tables from the read models; gives the id of the database server's first process. */
async function makePeerTables(databaseUrl: string): Promise<number> {
  const models = openReadModels({ databaseUrl, models: allReadModels })
  const schemas = await models.read(async (snapshot) => snapshot.schemas)
  await models.close()
  const client = new pg.Client(connectionConfig(databaseUrl, 'bench'))
  await client.connect()
  for (const statement of peerTables((table) => schemas.get(table) ?? '')) await client.query(statement)
  const { rows } = await client.query<{ directory: string }>(`select current_setting('data_directory') as directory`)
  await client.end()
  const [postmaster] = (await readFile(join(rows[0]?.directory ?? '', 'postmaster.pid'), 'utf8')).split('\n')
  return Number(postmaster)
}

type Servers = { readonly ours: Started; readonly peer: Started; readonly postmaster: number }

async function compare({ ours, peer, postmaster }: Servers): Promise<void> {
  for (const one of comparedOver(items).filter(({ what }) => what.includes(values.only)))
    for (const clients of values.clients.split(',').map(Number)) {
      const measured = (server: Started, question: Question): Promise<Asked> =>
        ask(question, { port: Number(server.ready['port']), clients, seconds, time: () => processorTime(server.pid, postmaster) })
      const asked = { ours: await measured(ours, one.ours), peer: one.peer ? await measured(peer, one.peer) : null }
      raw.push({ what: one.what, clients, ...asked })
      print(`${one.what}, ${clients} ${clients === 1 ? 'client' : 'clients'}`, figuresOf(asked.ours, asked.peer))
    }
}

const figuresOf = (ours: Asked, peer: Asked | null): string =>
  [`ours ${inWords(ours)}`, ...(peer ? [`Express ${inWords(peer)}`, `ratio ${(ours.perSecond / peer.perSecond).toFixed(3)}`] : [])].join(
    '; ',
  )
const inWords = ({ perSecond, medianMs, p99Ms, processor }: Asked): string =>
  `${perSecond.toFixed(perSecond < 100 ? 1 : 0)} /s (${medianMs.toFixed(1)} ms, p99 ${p99Ms.toFixed(0)}${processor ? `; processor ${spent(processor)}` : ''})`
const spent = ({ server, database }: ProcessorTime): string => `${server.toFixed(2)} + ${database.toFixed(2)} ms`

const stores = await startStores()
const directory = await mkdtemp(join(tmpdir(), 'outstanding-peers-'))
const started: Started[] = []
const start = async (path: string, environment: Readonly<Record<string, string>>): Promise<Started> => {
  const one = await startProcess(path, { DATABASE_URL: stores.databaseUrl, ...environment })
  started.push(one)
  return one
}
try {
  await loadLives(stores.databaseUrl, items)
  const postmaster = await makePeerTables(stores.databaseUrl)
  const peer = await start('test/load/peers/express-server.ts', {})
  const ours = await start('packages/standalone/src/server.ts', {
    EVENTSTORE_URL: stores.eventStoreUrl,
    OUTSTANDING_DATA_DIR: directory,
    OUTSTANDING_PORT: '0',
    OUTSTANDING_LOG_LEVEL: 'error',
  })
  await compare({ ours, peer, postmaster })
  if (values.raw !== undefined) await writeFile(values.raw, JSON.stringify({ items, seconds, raw }, null, 2))
} finally {
  for (const one of started) await one.stop()
  await stores.stop()
  await rm(directory, { recursive: true, force: true })
}

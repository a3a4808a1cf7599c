import { registry } from '@outstanding/domain'
import { connectEventStore, type EventStore, withSealedTexts } from '@outstanding/event-store'
import { createEntryKeys, migrateKeys } from '@outstanding/identity'
import pg from 'pg'
import { appendLog } from './append-log.ts'
import { quantile } from './figures.ts'
import { eventsInAStream, historyOf, streamOf } from './history.ts'

/** Fills a log, with sealed texts or with plain ones, in a process of its own: one holds a client of one event store. One line of JSON. */
const { DATABASE_URL, EVENTSTORE_URL, SEALED, EVENTS } = process.env
if (DATABASE_URL === undefined || EVENTSTORE_URL === undefined) throw new Error('DATABASE_URL and EVENTSTORE_URL are needed')

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 8 })
await migrateKeys(pool)
const log = connectEventStore(EVENTSTORE_URL, { name: 'outstanding-bench' })
const store = SEALED === '1' ? withSealedTexts(log, createEntryKeys(pool), registry) : log
const started = performance.now()
const events = await appendLog(store, Number(EVENTS))
const filledMs = performance.now() - started
process.stdout.write(`${JSON.stringify({ events, filledMs, oneMs: await oneByOne(store) })}\n`)
await log.close()
await pool.end()

/** The median time of an append of one event, as a command makes it. */
async function oneByOne(into: EventStore): Promise<number> {
  const taken: number[] = []
  for (let index = 0; index < 200; index += 1) {
    const life = 100_000_000 + Math.floor(index / eventsInAStream)
    const revision = index % eventsInAStream
    const before = performance.now()
    await into.append(streamOf(life), revision === 0 ? 'NO_STREAM' : revision - 1, historyOf(life).slice(revision, revision + 1))
    taken.push(performance.now() - before)
  }
  return quantile(taken, 0.5)
}

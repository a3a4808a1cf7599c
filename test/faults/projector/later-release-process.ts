import { connectEventStore } from '@outstanding/event-store'
import { runProjector } from '@outstanding/projector'
import { laterModels } from './later-models.ts'

/**
 * The projector of a later release, in which one read model is another: a process of its own, so that it can be killed. Environment:
 * DATABASE_URL, EVENTSTORE_URL; SLOWLY_MS is how long it takes for the rows of one event.
 */
const { DATABASE_URL: databaseUrl = '', EVENTSTORE_URL: eventStoreUrl = '', SLOWLY_MS: slowlyMs = '0' } = process.env
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
const stopping = new AbortController()
process.on('SIGTERM', () => stopping.abort())
const store = connectEventStore(eventStoreUrl)
const end = await runProjector({
  store,
  databaseUrl,
  models: laterModels(Number(slowlyMs)),
  signal: stopping.signal,
  report: (report) => say({ report }),
  onLive: () => say({ ready: true }),
  onHalt: (_, halted) => say({ halted }),
})
say({ end: end.kind })
await store.close()
process.stdin.destroy()

import { rebuildReadModels } from '@outstanding/projector'

/** Rebuilds in a process of its own, so that its memory is its own; prints one line of JSON. */
const { DATABASE_URL, EVENTSTORE_URL } = process.env
if (DATABASE_URL === undefined || EVENTSTORE_URL === undefined) throw new Error('DATABASE_URL and EVENTSTORE_URL are needed')

const samples: number[] = []
const sampling = setInterval(() => samples.push(process.memoryUsage.rss()), 250)
const steps: { readonly at: number; readonly cpuMs: number; readonly line: string }[] = []
const started = performance.now()
const rebuilt = await rebuildReadModels({
  databaseUrl: DATABASE_URL,
  eventStoreUrl: EVENTSTORE_URL,
  report: (line) => steps.push({ at: performance.now() - started, cpuMs: cpuMs(), line }),
})
clearInterval(sampling)
process.stdout.write(`${JSON.stringify({ rebuilt, samples, steps, cpuMs: cpuMs() })}\n`)

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

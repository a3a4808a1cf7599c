import { parseArgs } from 'node:util'
import type { Rebuilt } from '@outstanding/projector'
import { milliseconds, perSecond, print, quantile, seconds } from './figures.ts'
import { printSealingCost } from './sealing-cost.ts'
import { startProcess, startStores, type Stores } from './stores.ts'

/**
 * What sealing the texts of each entry costs: the same log once with plain texts and once with sealed ones, in one run, each of them
 * rebuilt in turns. `--events 200000` sets the size of both logs, `--rounds 3` how often each is rebuilt. The ratios are what counts.
 */
const { values } = parseArgs({ options: { events: { type: 'string', default: '200000' }, rounds: { type: 'string', default: '3' } } })
const rounds = Number(values.rounds)

const addresses = ({ databaseUrl, eventStoreUrl }: Stores) => ({ DATABASE_URL: databaseUrl, EVENTSTORE_URL: eventStoreUrl })

type Filled = { readonly events: number; readonly filledMs: number; readonly oneMs: number }

async function fill(name: string, stores: Stores): Promise<Filled> {
  const environment = { ...addresses(stores), SEALED: name === 'sealed' ? '1' : '0', EVENTS: values.events }
  const filled = (await startProcess('test/load/fill-process.ts', environment)).ready as unknown as Filled
  print(`${name}: log filled, four events an append`, perSecond(filled.events, filled.filledMs))
  return filled
}

type Run = { readonly ms: number; readonly cpuMs: number }

async function rebuild(name: string, stores: Stores): Promise<Run> {
  const child = await startProcess('test/load/rebuild-process.ts', addresses(stores))
  const { rebuilt, cpuMs } = child.ready as unknown as { readonly rebuilt: Rebuilt; readonly cpuMs: number }
  if (!rebuilt.ok) throw new Error(rebuilt.problem)
  const ms = rebuilt.seconds * 1_000
  print(`${name}: rebuild of ${rebuilt.events} events`, `${seconds(ms)}, ${seconds(cpuMs)} of our own CPU`)
  return { ms, cpuMs }
}

const median = (runs: readonly Run[], figure: keyof Run): number =>
  quantile(
    runs.map((run) => run[figure]),
    0.5,
  )
const ratio = (sealed: number, plain: number): string => (sealed / plain).toFixed(2)

printSealingCost()
const stores = { plain: await startStores(), sealed: await startStores() }
try {
  const plain = await fill('plain', stores.plain)
  const sealed = await fill('sealed', stores.sealed)
  print('  time, sealed : plain', ratio(sealed.filledMs, plain.filledMs))
  const both = `${milliseconds(plain.oneMs)}, ${milliseconds(sealed.oneMs)} (${ratio(sealed.oneMs, plain.oneMs)})`
  print('append of one event, median: plain, sealed', both)
  const runs = { plain: [] as Run[], sealed: [] as Run[] }
  for (let round = 0; round < rounds; round += 1)
    for (const name of ['plain', 'sealed'] as const) runs[name].push(await rebuild(name, stores[name]))
  print('rebuild, time, sealed : plain (medians)', ratio(median(runs.sealed, 'ms'), median(runs.plain, 'ms')))
  print('rebuild, our own CPU, sealed : plain (medians)', ratio(median(runs.sealed, 'cpuMs'), median(runs.plain, 'cpuMs')))
} finally {
  await Promise.all([stores.plain.stop(), stores.sealed.stop()])
}

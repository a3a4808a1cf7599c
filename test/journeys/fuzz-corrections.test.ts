import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registry } from '@outstanding/domain'
import { hostileValues, replacedFields } from '@outstanding/domain/testing'
import { createWeb, graphqlOverHttp } from '@outstanding/web'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { propertySeed } from '../support/property-seed.ts'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client, Outcome } from './kit/client.ts'
import { recordEveryEntry } from './kit/every-entry.ts'
import { overAPort } from './kit/over-a-port.ts'
import type { OverAPort } from './kit/over-a-port.ts'
import { readEverything } from './kit/read-everything.ts'

const isLong = process.env['OUTSTANDING_LONG'] === '1'
/** How many registers are recorded, and how many corrections each is given before it is read as a whole. */
const [rounds, corrections] = isLong ? [12, 150] : [1, 20]

let running: RunningApi
let served: OverAPort
let cacheDir: string
let administrator: Client
let anybody: Client

beforeAll(async () => {
  process.stdout.write(`correcting with OUTSTANDING_SEED=${propertySeed}\n`)
  running = await startApi()
  cacheDir = await mkdtemp(join(tmpdir(), 'outstanding-corrections-'))
  const graphql = graphqlOverHttp('http://in-process/graphql', (input, init) => running.api.fetch(new Request(input, init)))
  served = await overAPort(running.api, await createWeb({ graphql, cacheDir }))
  const send = inProcess(running.api.fetch)
  administrator = createClient(send, await running.tokenOf('administrator'))
  anybody = createClient(send)
}, 120_000)
afterAll(async () => {
  await served.close()
  await running.stop()
  await rm(cacheDir, { recursive: true, force: true })
})

type Entry = { readonly stream: string; readonly eventId: string; readonly type: string }

async function entriesOf(streams: readonly string[]): Promise<readonly Entry[]> {
  const all = await Promise.all(streams.map((stream) => running.store.readStream(stream)))
  return all.flatMap((events, index) => events.map(({ eventId, type }) => ({ stream: streams[index] ?? '', eventId, type })))
}

/** New values for an entry: good ones that may not go together, hostile ones, and what nobody would write. */
const anyFields = (type: string, known: readonly string[]): fc.Arbitrary<unknown> => {
  const fields = registry.isFactType(type) ? registry.declarations[type] : {}
  const names = Object.keys(fields)
  const anything = fc.dictionary(fc.constantFrom(...names, 'stray', '__proto__', 'effectiveOn'), fc.jsonValue({ maxDepth: 2 }), {
    maxKeys: 3,
  })
  // A correction is an entry too, and one that no correction may name.
  if (names.length === 0) return anything
  const good = fc.nat().map((random) => replacedFields(fields, random, chosenFrom(known)))
  const hostile = fc.constantFrom(...names.flatMap((name) => hostileValues(fields[name]!.shape).map((value) => ({ [name]: value }))))
  const foreign = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...known)).map(([name, id]) => ({ [name]: id }))
  const combined = fc.tuple(good, fc.oneof(hostile, foreign)).map(([a, b]) => ({ ...a, ...b }))
  return fc.oneof({ weight: 6, arbitrary: good }, { weight: 2, arbitrary: hostile }, { weight: 2, arbitrary: foreign }, anything, combined)
}

/** Names of what is there where an id is wanted. */
const chosenFrom = (known: readonly string[]) => (path: string) =>
  /(^|\.)(owner|into|by|target\.id|report|parent|supersededBy|to|successor|holder|authority)$/.test(path)
    ? fc.constantFrom(...known)
    : undefined

const anyDay = fc.constantFrom(
  null,
  null,
  null,
  '2025-01-01',
  '2026-01-06',
  '2026-02-02',
  '2026-02-03',
  '2026-11-28',
  '9999-12-31',
  '0001-01-01',
)

const anyCorrection = (entries: readonly Entry[], known: readonly string[]): fc.Arbitrary<object> =>
  fc.constantFrom(...entries).chain(({ stream, eventId, type }) =>
    fc
      .tuple(
        fc.oneof({ weight: 9, arbitrary: anyFields(type, known) }, { weight: 1, arbitrary: fc.constant(null) }),
        anyDay,
        fc.constantFrom(stream, stream, stream, stream, stream, stream, stream, stream, stream, known[0] ?? stream),
      )
      .map(([fields, effectiveOn, asked]) => ({
        stream: asked,
        entry: eventId,
        effectiveOn: '2026-11-28',
        reason: 'Mistyped',
        change: fields === null ? { kind: 'VOID' } : { kind: 'REPLACE', fields, effectiveOn },
      })),
  )

const seen = new Map<string, number>()

/** Accepted or refused with words, and never anything else. Gives whether it was accepted. */
async function attempt(correction: object): Promise<boolean> {
  const outcome = await administrator.execute('correctEntry', correction).catch((error: Error): Outcome => {
    // Values that are none of JSON's own, or of the schema's types, are refused before.
    expect([correction, error.message]).toEqual([correction, expect.stringMatching(/BAD_USER_INPUT|BAD_REQUEST/)])
    return { kind: 'Refused' }
  })
  seen.set(outcome.kind, (seen.get(outcome.kind) ?? 0) + 1)
  if (outcome.kind === 'CommandAccepted') expect([correction, outcome.projected]).toEqual([correction, true])
  if (outcome.kind === 'CommandRejected') expect([correction, outcome.message]).toEqual([correction, expect.stringMatching(/\S \S.*\.$/s)])
  return outcome.kind === 'CommandAccepted'
}

test(
  'whatever corrections are accepted, everything can be read afterwards: by anybody and by an administrator, as data and as pages',
  async () => {
    const everywhere = new Set<string>()
    for (let round = 0; round < rounds; round += 1) {
      const { streams, authority } = await recordEveryEntry(administrator)
      const sample = fc.sample(fc.nat(), { seed: propertySeed + round, numRuns: corrections })
      for (const random of sample) {
        const entries = await entriesOf(streams)
        for (const { type } of entries) everywhere.add(type)
        const [correction = {}] = fc.sample(anyCorrection(entries, [...streams, 'example-borough', authority]), {
          seed: random,
          numRuns: 1,
        })
        if (await attempt(correction))
          await readEverything({ administrator, anybody, url: served.url, streams: [(correction as Entry).stream], authority })
      }
      await readEverything({ administrator, anybody, url: served.url, streams, authority })
    }
    process.stdout.write(`corrections: ${JSON.stringify(Object.fromEntries(seen))}\n`)
    expect([...everywhere].sort()).toEqual([...registry.factTypes].sort())
    expect(await (await fetch(`${served.url}/health/ready`)).json()).toMatchObject({ status: 'ready' })
  },
  isLong ? 7_200_000 : 300_000,
)

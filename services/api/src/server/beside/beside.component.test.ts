import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createBeside } from './beside.ts'
import type { Task } from './tasks.ts'
import { outcomeOf } from './tasks.ts'
import type { Turns } from './turns.ts'

const stream = 'recommendation-example-borough.b0a1c2d3-e4f5-4a6b-9c8d-7e6f5a4b3c2d'
const actor = { id: 'b0a1c2d3-e4f5-8a6b-9c8d-7e6f5a4b3c2d', role: 'officer' }
type Stated = { readonly type: string; readonly data: object }
const logged = (stated: readonly Stated[]): Task['events'] =>
  stated.map((one, revision) => ({
    eventId: `event-${revision}`,
    stream,
    revision,
    position: String(revision),
    recordedAt: '2026-01-05T10:00:00.000Z',
    ...one,
    metadata: { effectiveOn: '2026-01-05', actor },
  })) as unknown as Task['events']
const update = (claim: string, index: number): Stated => ({
  type: 'ProgressUpdated',
  data: { updateId: `u${index}`, words: 'an update', claim, completedOn: null, reportedTo: null },
})
/** So many updates that claim the same: each is a source of the delivery. */
const events = (count: number): Task['events'] => logged(Array.from({ length: count }, (_, index) => update('IN_PROGRESS', index)))
/** So many updates, the claim of each of them corrected: the dearest kind of history, for each correction is left out by itself. */
const corrected = (count: number): Task['events'] =>
  logged([
    ...Array.from({ length: count }, (_, index) => update('COMPLETE', index)),
    ...Array.from({ length: count }, (_, index) => ({
      type: 'EntryCorrected',
      data: { entry: `event-${index}`, reason: 'mistyped', change: { kind: 'REPLACE', fields: { claim: 'IN_PROGRESS' } } },
    })),
  ])
const provenanceIn = (history: Task['events']): Extract<Task, { kind: 'PROVENANCE' }> => ({
  kind: 'PROVENANCE',
  stream,
  events: history,
  day: { asAt: '2026-02-01', dueSoonDays: 45 },
  attributes: ['DELIVERY'],
})
const provenance = (count: number) => provenanceIn(events(count))
const difference = (count: number): Extract<Task, { kind: 'DIFFERENCE' }> => ({
  kind: 'DIFFERENCE',
  stream,
  events: corrected(count),
  from: { day: { asAt: '2026-01-01', dueSoonDays: 45 }, knownAt: null },
  to: { day: { asAt: '2026-02-01', dueSoonDays: 45 }, knownAt: null },
  since: '2026-01-01',
})
const dear = provenanceIn(corrected(5_000))
const never = new AbortController().signal

test('a history gives the same beside as in place', async () => {
  const beside = createBeside({ maxMs: 30_000 })
  const effects: Task = { kind: 'EFFECTS', events: events(40), stream }
  expect(await beside.run(provenance(40), never)).toEqual(outcomeOf(provenance(40)))
  expect(await beside.run(effects, never)).toEqual(outcomeOf(effects))
  expect(await beside.run(difference(40), never)).toEqual(outcomeOf(difference(40)))
  expect(outcomeOf(difference(40)).changes.length).toBeGreaterThan(0)
  expect(await beside.run(provenance(3), never)).toEqual(outcomeOf(provenance(3)))
  await beside.close()
})

test('a long history keeps nobody else waiting, is stopped when its time is over, and the next one is computed', async () => {
  const beside = createBeside({ maxMs: 8_000 })
  const refused = expect(beside.run(dear, never)).rejects.toMatchObject({ extensions: { code: 'TIMEOUT' } })
  let turns = 0
  while (turns < 50) {
    await turn()
    turns += 1
  }
  await refused
  await expect
    .poll(
      () =>
        beside.run(provenance(31), never).then(
          (all) => [...all].length,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(1)
  await beside.close()
}, 60_000)

test('every kind of task is computed beside where the history is long', async () => {
  const beside = createBeside({ maxMs: 30_000, maxWaiting: 0 })
  for (const task of [provenance(31), difference(16), { kind: 'EFFECTS', events: events(31), stream } as const])
    await expect(beside.run<Task>(task, never)).rejects.toThrow('answering too many requests')
  expect(await beside.run(difference(15), never)).toEqual(outcomeOf(difference(15)))
  await beside.close()
})

test('short histories, each for itself, share the thread with others', async () => {
  let steps = 0
  const take: Turns['take'] = async (step) => {
    steps += 1
    return step()
  }
  const turns = { take }
  const beside = createBeside({ maxMs: 30_000, turns })
  await Promise.all(Array.from({ length: 100 }, () => beside.run(provenance(3), never)))
  expect(steps).toBe(100)
  await beside.close()
})

test('a caller that has gone is no longer computed for, and one too many is refused', async () => {
  const beside = createBeside({ maxMs: 30_000, maxWaiting: 1 })
  const gone = new AbortController()
  const first = beside.run(dear, gone.signal)
  const second = beside.run(dear, gone.signal)
  await expect(beside.run(provenance(40), never)).rejects.toThrow('answering too many requests')
  gone.abort(new Error('gone'))
  await expect(first).rejects.toThrow('gone')
  await expect(second).rejects.toThrow('gone')
  expect(await beside.run(provenance(31), never)).toHaveLength(1)
  await beside.close()
})

import { randomUUID } from 'node:crypto'
import type { AppendExpectedRevision, EventData, EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, test } from 'vitest'
import { json, numbersOf, readAllOf, streamFor } from './events.ts'
import { caseWithProcess, MODES, storeUnderTest, WAYS } from './store-under-test.ts'

const store = storeUnderTest()

/** `written`: the events of a sequence, by number, in one append. */
type Step = { readonly written: readonly number[]; readonly expected: AppendExpectedRevision }
type Outcome = { readonly idempotent: number } | { readonly appended: number } | 'refused'

const step = (written: number | readonly number[], expected: number | 'none' | 'any'): Step => ({
  written: typeof written === 'number' ? [written] : written,
  expected: expected === 'none' ? 'no_stream' : expected === 'any' ? 'any' : BigInt(expected),
})
const six: readonly Step[] = [step(0, 'none'), step(1, 0), step(2, 1), step(3, 2), step(4, 3), step(5, 4)]
const pair: readonly Step[] = [step([0, 1], 'none')]

/** Sequence, its last append, and what that must do; then how many events the stream has. */
const SEQUENCES: readonly [title: string, before: readonly Step[], last: Step, outcome: Outcome, count: number][] = [
  ['32 the same append with NO_STREAM again', [step([0, 1, 2], 'none')], step([0, 1, 2], 'none'), { idempotent: 2 }, 3],
  ['33 the first of six with NO_STREAM again', six, step(0, 'none'), { idempotent: 0 }, 6],
  ['34 the first of six with ANY again', six, step(0, 'any'), { idempotent: 0 }, 6],
  ['34 one with ANY, again with ANY', [step(0, 'none'), step(1, 0), step(2, 1), step(1, 'any')], step(1, 'any'), { idempotent: 1 }, 3],
  ['35 the first of six at the last revision', six, step(0, 5), { appended: 6 }, 7],
  ['35 one at its own revision', [step(0, 'none')], step(0, 0), { appended: 1 }, 2],
  ['36 the first of six at a revision beyond the end', six, step(0, 6), 'refused', 6],
  ['36 the first of six at a revision before the end', six, step(0, 4), 'refused', 6],
  ['37 the first of a pair with NO_STREAM', pair, step(0, 'none'), { idempotent: 0 }, 2],
  ['37 the first of a pair with ANY', pair, step(0, 'any'), { idempotent: 0 }, 2],
  ['38 the second of a pair at its revision', pair, step(1, 0), { idempotent: 1 }, 2],
  ['38 the second of a pair with ANY', pair, step(1, 'any'), { idempotent: 1 }, 2],
  ['39 a pair and one more with NO_STREAM', pair, step([0, 1, 2], 'none'), 'refused', 2],
  ['39 a pair and one more with ANY', [step([0, 1], 'any')], step([0, 1, 2], 'any'), 'refused', 2],
]

describe.each(WAYS)('D. repeated appends: $mode, $address address', ({ mode, address }) => {
  const client = () => store.client({ mode, address })

  test.each(SEQUENCES)('%s', async (_title, before, last, outcome, count) => {
    const [writer, stream, write] = [client(), streamFor('sequence'), writerOfNumbers()]
    for (const earlier of before) await write(writer, stream, earlier)
    if (outcome === 'refused') {
      await expect(write(writer, stream, last)).rejects.toMatchObject({ type: 'wrong-expected-version', expectedVersion: last.expected })
    } else {
      const revision = 'idempotent' in outcome ? outcome.idempotent : outcome.appended
      const result = await write(writer, stream, last)
      expect(result.nextExpectedRevision).toBe(BigInt(revision))
      const events = await readAllOf(writer, stream)
      expect(result.position).toEqual(events[revision]?.event?.position)
    }
    expect(await readAllOf(writer, stream)).toHaveLength(count)
  })

  test('39 the id alone counts: other content with the same id changes nothing', async () => {
    const [writer, stream, id] = [client(), streamFor('39-content'), randomUUID()]
    await writer.appendToStream(stream, json(1, id), { expectedRevision: 'no_stream' })
    const again = await writer.appendToStream(stream, json(2, id.toUpperCase()), { expectedRevision: 'no_stream' })
    expect(again.nextExpectedRevision).toBe(0n)
    expect(numbersOf(await readAllOf(writer, stream))).toEqual([1])
  })

  test('40 the same id in another stream is another event', async () => {
    const [writer, stream, event] = [client(), streamFor('40'), json(1)]
    for (const name of [stream, `${stream}-other`]) {
      expect((await writer.appendToStream(name, event, { expectedRevision: 'no_stream' })).nextExpectedRevision).toBe(0n)
      expect(await readAllOf(writer, name)).toHaveLength(1)
    }
  })

  test('40 the same append five times at once: stored once, and every one that succeeds says where', async () => {
    const [writer, stream, event] = [client(), streamFor('40-at-once'), json(1)]
    const attempts = Array.from({ length: 5 }, () => writer.appendToStream(stream, event, { expectedRevision: 'no_stream' }))
    const outcomes = await Promise.allSettled(attempts)
    // A real server may let some of them time out: they arrived before the first was committed.
    const failures = outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => (outcome.reason as { type: string }).type)
    expect(failures.filter((type) => type !== 'timeout' && type !== 'deadline-exceeded')).toEqual([])
    const revisions = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.nextExpectedRevision] : []))
    expect(new Set(revisions)).toEqual(new Set([0n]))
    expect(await readAllOf(writer, stream)).toHaveLength(1)
  })
})

describe.each(MODES)('D. over a restart: %s', (mode) => {
  caseWithProcess('41 an append with an exact expectation is known again after a restart, with its position', async () => {
    const [stream, events] = [streamFor('41'), [json(0), json(1), json(2)]]
    const before = store.client({ mode })
    const { position } = await before.appendToStream(stream, events, { expectedRevision: 'no_stream' })
    const stored = await readAllOf(before, stream)
    await before.dispose()
    await store.process().restart()
    const after = store.client({ mode })
    const same = await after.appendToStream(stream, events, { expectedRevision: 'no_stream' })
    const firstTwo = await after.appendToStream(stream, events.slice(0, 2), { expectedRevision: 'no_stream' })
    const last = await after.appendToStream(stream, events.slice(2), { expectedRevision: 1n })
    expect([same.nextExpectedRevision, firstTwo.nextExpectedRevision, last.nextExpectedRevision]).toEqual([2n, 1n, 2n])
    expect([same.position, firstTwo.position, last.position]).toEqual([position, stored[1]?.event?.position, position])
    expect(await readAllOf(after, stream)).toEqual(stored)
  })
})

/** Writes steps; the same number is the same event, id included. */
function writerOfNumbers() {
  const events = new Map<number, EventData>()
  return (writer: EventStoreDBClient, stream: string, { written, expected }: Step) => {
    for (const n of written) if (!events.has(n)) events.set(n, json(n))
    return writer.appendToStream(
      stream,
      written.map((n) => events.get(n) as EventData),
      { expectedRevision: expected },
    )
  }
}

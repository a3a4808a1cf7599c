import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { collectBatches } from './batch-collector.ts'
import type { EventBatch } from './port.ts'
import type { ClientResolvedEvent } from './stored-event.ts'

const event = (n: number, type = 'ThemeAssigned'): ClientResolvedEvent => ({
  event: {
    streamId: 's',
    id: `id-${n}`,
    revision: BigInt(n),
    type,
    created: new Date(0),
    data: {},
    metadata: {},
    position: { commit: BigInt(n * 10) },
  },
})

function opened(maxBatch: number, patient = false) {
  const stream = new PassThrough({ objectMode: true })
  return { stream, batches: collectBatches(stream, { maxBatch, patient }) }
}

const taken = (batch: EventBatch | null) => batch?.events.map((stored) => stored.revision)

describe('collecting batches', () => {
  test('hands over what came in one go, without waiting for more', async () => {
    const { stream, batches } = opened(500)
    for (let n = 1; n <= 5; n += 1) stream.write(event(n))
    const started = performance.now()
    expect(await batches.next()).toMatchObject({ through: '50', caughtUp: false, events: { length: 5 } })
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  test('waits for a full one when told to be patient, but not for ever', async () => {
    const { stream, batches } = opened(5, true)
    const first = batches.next()
    for (let n = 1; n <= 8; n += 1) {
      stream.write(event(n))
      // Longer than it takes to deliver a batch without waiting for more.
      for (let turn = 0; turn < 6; turn += 1) await new Promise(setImmediate)
    }
    expect(taken(await first)).toEqual([1, 2, 3, 4, 5])
    expect(taken(await batches.next())).toEqual([6, 7, 8])
  })

  test('under continuous flow hands over after about 50 ms, not at the end', async () => {
    const { stream, batches } = opened(100_000)
    let n = 0
    let flowing = true
    const flow = (): void => {
      stream.write(event((n += 1)))
      if (flowing) setImmediate(flow)
    }
    flow()
    const batch = await batches.next()
    flowing = false
    expect(taken(batch)?.length).toBeGreaterThan(1)
    expect(taken(batch)?.length).toBeLessThanOrEqual(n)
  })

  test('under continuous flow does so although the clock is set back meanwhile', async () => {
    const { stream, batches } = opened(100_000)
    const before = Date.now()
    let flowing = true
    // Once the clock is real again it must stay so: other tests run in this process afterwards.
    const flow = (n: number): void => {
      if (!flowing) return
      stream.write(event(n))
      vi.setSystemTime(before - n * 86_400_000)
      if (n < 100_000) setImmediate(() => flow(n + 1))
    }
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      flow(1)
      expect(taken(await batches.next())?.length).toBeLessThan(100_000)
    } finally {
      flowing = false
      vi.useRealTimers()
    }
  })

  test('a full array pauses the source until it is taken, and nothing is lost or doubled', async () => {
    const { stream, batches } = opened(10)
    for (let n = 1; n <= 100; n += 1) stream.write(event(n))
    await sleep(20)
    expect(stream.isPaused()).toBe(true)
    const all: number[] = []
    while (all.length < 100) {
      const batch = taken(await batches.next()) ?? []
      expect(batch.length).toBeLessThanOrEqual(10)
      all.push(...batch)
    }
    expect(all).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
  })

  test('system events move the place but are not handed over', async () => {
    const { stream, batches } = opened(10)
    stream.write(event(1))
    stream.write(event(2, '$metadata'))
    expect(await batches.next()).toMatchObject({ through: '20', events: { length: 1 } })
    stream.write(event(3, '$metadata'))
    expect(await batches.next()).toMatchObject({ through: '30', events: { length: 0 } })
  })

  test('the caught-up mark waits for the events that came before it', async () => {
    const { stream, batches } = opened(2)
    for (let n = 1; n <= 6; n += 1) stream.write(event(n))
    await sleep(20)
    // The first two are taken, the source is paused, four stand in its buffer: the mark belongs after the sixth.
    stream.emit('caughtUp')
    const marks: [number | undefined, boolean | undefined][] = []
    for (let n = 0; n < 3; n += 1) {
      const batch = await batches.next()
      marks.push([taken(batch)?.at(-1), batch?.caughtUp])
    }
    expect(marks).toEqual([[2, false], [4, false], [6, true]]) // prettier-ignore
  })

  test('an empty log is caught up at once, at no place; the mark can come again', async () => {
    const { stream, batches } = opened(10)
    stream.emit('caughtUp')
    expect(await batches.next()).toEqual({ events: [], through: null, caughtUp: true })
    stream.emit('caughtUp')
    expect((await batches.next())?.caughtUp).toBe(true)
  })

  test('gives what had arrived before it says that the source failed or ended', async () => {
    const failing = opened(10)
    failing.stream.write(event(1))
    await sleep(5)
    failing.stream.destroy(new Error('Consumer too slow'))
    expect(taken(await failing.batches.next())).toEqual([1])
    await expect(failing.batches.next()).rejects.toThrow('Consumer too slow')

    const ending = opened(10)
    ending.batches.end()
    expect(await ending.batches.next()).toBeNull()
  })
})

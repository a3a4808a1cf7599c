import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LiveEvent } from './live-feed.ts'
import { createLiveFeed } from './live-feed.ts'

const event = (position: number, size = 10): LiveEvent => ({ position, streamId: 1, revision: position, frame: Buffer.alloc(size) })
const positions = (events: readonly LiveEvent[]) => events.map(({ position }) => position)

test('gives what comes after a position, at most so many, also for a position that no event has', () => {
  const feed = createLiveFeed(100)
  feed.publish([event(110), event(120), event(130)])
  expect([feed.head(), feed.reaches(99), feed.reaches(100)]).toEqual([130, false, true])
  expect(positions(feed.after(100, 2))).toEqual([110, 120])
  expect(positions(feed.after(115, 9))).toEqual([120, 130])
  expect(positions(feed.after(130, 9))).toEqual([])
})

test('keeps a bounded number of events and of bytes, and knows how far back it reaches', () => {
  const feed = createLiveFeed(0)
  for (let n = 1; n <= 30_000; n++) feed.publish([event(n)])
  expect(feed.reaches(10_000)).toBe(false)
  expect(feed.reaches(30_000 - 8_192)).toBe(true)
  expect(positions(feed.after(29_998, 500))).toEqual([29_999, 30_000])
  for (let n = 1; n <= 40; n++) feed.publish([event(30_000 + n, 1024 * 1024)])
  expect([feed.reaches(30_020), feed.reaches(30_024)]).toEqual([false, true])
})

test('a waiting reader is woken by the next event and by nothing before it', async () => {
  const feed = createLiveFeed(5)
  let woken = 0
  const waiting = [feed.changed(5, {}), feed.changed(7, {})].map((one) => one.then(() => woken++))
  await Promise.resolve()
  expect(woken).toBe(0)
  feed.publish([event(6)])
  await Promise.all(waiting)
  expect(woken).toBe(2)
  await feed.changed(5, {})
})

test('one that is gone is woken alone', async () => {
  const feed = createLiveFeed(5)
  const askers = Array.from({ length: 3 }, () => ({}))
  const woken: number[] = []
  const waiting = askers.map((asker, index) => feed.changed(5, asker).then(() => woken.push(index)))
  feed.wake(askers[1] as object)
  feed.wake({})
  await waiting[1]
  expect(woken).toEqual([1])
  feed.wakeAll()
  await Promise.all(waiting)
  expect(woken).toEqual([1, 0, 2])
})

test('after a restart nothing before it is claimed to be there', () => {
  const feed = createLiveFeed(5)
  feed.publish([event(6), event(7)])
  feed.restartAt(9)
  expect([feed.head(), feed.reaches(7), feed.reaches(9), positions(feed.after(9, 5))]).toEqual([9, false, true, []])
})

test('a follower that reads on from its last position sees every event once, however they are published', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (sizes, limit) => {
      const feed = createLiveFeed(0)
      const seen: number[] = []
      let next = 1
      for (const size of sizes) {
        feed.publish(Array.from({ length: size }, () => event(next++)))
        seen.push(...positions(feed.after(seen.at(-1) ?? 0, limit)))
      }
      for (let more = feed.after(seen.at(-1) ?? 0, limit); more.length > 0; more = feed.after(seen.at(-1) ?? 0, limit))
        seen.push(...positions(more))
      expect(seen).toEqual(Array.from({ length: next - 1 }, (_, index) => index + 1))
    }),
  )
})

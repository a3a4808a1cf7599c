import { expect, test } from 'vitest'
import { createPlaces } from './places.ts'

const few = { max: 1, maxWaiting: 2, maxWaitMs: 10_000 }

test('a free place goes to the caller that has waited longest', async () => {
  const places = createPlaces(few)
  const leave = await places.take()
  const served: string[] = []
  const second = places.take().then((left) => (served.push('second'), left))
  const third = places.take().then((left) => (served.push('third'), left))
  expect(places.load()).toMatchObject({ taken: 1, waiting: 2 })
  leave()
  leave()
  ;(await second)()
  ;(await third)()
  expect(served).toEqual(['second', 'third'])
  expect(places.load()).toEqual({ max: 1, taken: 0, waiting: 0, longestTakenMs: 0 })
})

test('who has gone is not waited for', async () => {
  const places = createPlaces(few)
  const leave = await places.take()
  const gone = new AbortController()
  const waiting = places.take(gone.signal)
  gone.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  await expect(places.take(gone.signal)).rejects.toThrow('gone')
  expect(places.load()).toMatchObject({ taken: 1, waiting: 0 })
  leave()
})

test('too many callers, and too long a wait, are refused', async () => {
  const places = createPlaces({ ...few, maxWaitMs: 5 })
  await places.take()
  const waiting = [places.take(), places.take()]
  await expect(places.take()).rejects.toThrow(/answering too many requests/)
  for (const one of waiting) await expect(one).rejects.toThrow(/answering too many requests/)
  expect(places.load()).toMatchObject({ taken: 1, waiting: 0 })
})

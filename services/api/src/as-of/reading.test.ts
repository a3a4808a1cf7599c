import type { OpenSnapshot, ReadModels } from '@outstanding/projection'
import { expect, test } from 'vitest'
import { createReading } from './reading.ts'

/** Read models that count what is open; each snapshot opens when it is let. */
function countedModels() {
  const opening: (() => void)[] = []
  const counts = { open: 0, cancelled: 0 }
  const close = async (): Promise<void> => void (counts.open -= 1)
  const cancel = async (): Promise<void> => {
    counts.open -= 1
    counts.cancelled += 1
  }
  const openSnapshot = (): Promise<OpenSnapshot> =>
    new Promise((resolve) => {
      opening.push(() => {
        counts.open += 1
        resolve({ close, cancel } as unknown as OpenSnapshot)
      })
    })
  return { counts, opening, models: { openSnapshot } as unknown as ReadModels }
}
const readingOf = (models: ReadModels) => createReading(models, 'PUBLIC', async () => 'a name')

test('a reading that has ended opens no more views', async () => {
  const { counts, opening, models } = countedModels()
  const reading = readingOf(models)
  const view = reading.view()
  opening[0]?.()
  await view
  await reading.end()
  await expect(reading.view()).rejects.toThrow('This reading has ended.')
  expect([counts.open, opening.length]).toEqual([0, 1])
})

test('a view that opens after the end of its reading is closed again', async () => {
  const { counts, opening, models } = countedModels()
  const reading = readingOf(models)
  const view = reading.view()
  const ended = reading.cancel()
  opening[0]?.()
  await Promise.all([view, ended])
  expect(counts).toEqual({ open: 0, cancelled: 1 })
})

test('all who ask share one view, and another after it was renewed', async () => {
  const { counts, opening, models } = countedModels()
  const reading = readingOf(models)
  const views = [reading.view(), reading.view()]
  await Promise.resolve()
  expect(opening).toHaveLength(1)
  opening[0]?.()
  expect((await views[0]) === (await views[1])).toBe(true)
  await reading.renew()
  const next = reading.view()
  await Promise.resolve()
  opening[1]?.()
  await next
  expect([counts.open, opening.length]).toEqual([1, 2])
})

import type { OpenSnapshot, ReadModels } from '@outstanding/projection'
import { expect, test } from 'vitest'
import { createReadSession } from './read-session.ts'

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
const sessionOf = (models: ReadModels) => createReadSession(models, 'PUBLIC', async () => 'a name')

test('an ended read session opens no more views', async () => {
  const { counts, opening, models } = countedModels()
  const readSession = sessionOf(models)
  const view = readSession.view()
  opening[0]?.()
  await view
  await readSession.end()
  await expect(readSession.view()).rejects.toThrow('This read session has ended.')
  expect([counts.open, opening.length]).toEqual([0, 1])
})

test('a view that opens after the end of its session is closed again', async () => {
  const { counts, opening, models } = countedModels()
  const readSession = sessionOf(models)
  const view = readSession.view()
  const ended = readSession.cancel()
  opening[0]?.()
  await Promise.all([view, ended])
  expect(counts).toEqual({ open: 0, cancelled: 1 })
})

test('all who ask share one view, and another after it was renewed', async () => {
  const { counts, opening, models } = countedModels()
  const readSession = sessionOf(models)
  const views = [readSession.view(), readSession.view()]
  await Promise.resolve()
  expect(opening).toHaveLength(1)
  opening[0]?.()
  expect((await views[0]) === (await views[1])).toBe(true)
  await readSession.renew()
  const next = readSession.view()
  await Promise.resolve()
  opening[1]?.()
  await next
  expect([counts.open, opening.length]).toEqual([1, 2])
})

import { setImmediate as loopTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

const stepsInATurn = 20

/** Several make steps at the same time, each of a millisecond of a clock of their own: how many were made in each turn. */
async function stepsInTurns(steppers: number, steps: number): Promise<readonly number[]> {
  let now = 0
  const counted: number[] = []
  const nextTurn = async (): Promise<void> => {
    await loopTurn()
    counted.push(0)
  }
  const turns = createTurns({ maxMs: stepsInATurn, nowMs: () => now, nextTurn })
  const step = async (): Promise<void> => {
    for (let done = 0; done < steps; done += 1) {
      await turns.take(() => {
        now += 1
        counted.push((counted.pop() ?? 0) + 1)
      })
    }
  }
  await Promise.all(Array.from({ length: steppers }, step))
  return counted
}

test.each([
  [1, 200],
  [100, 1],
  [100, 7],
])('%i at the same time with %i steps each hold the thread for no more steps than a turn has', async (steppers, steps) => {
  const counted = await stepsInTurns(steppers, steps)
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(steppers * steps)
  expect(counted.filter((count) => count > stepsInATurn)).toEqual([])
})

test('steps of many at the same time fill a turn before the next begins', async () =>
  expect(await stepsInTurns(100, 1)).toEqual([20, 20, 20, 20, 20]))

test('a step that throws is the error of who asked for it, and those behind it are taken', async () => {
  const turns = createTurns()
  const failing = turns.take(() => {
    throw new Error('no such step')
  })
  const next = turns.take(() => 'taken')
  await expect(failing).rejects.toThrow('no such step')
  expect(await next).toBe('taken')
})

import { expect, test } from 'vitest'
import { shareLooks } from './share-looks.ts'

/** Looks that end when they are let, each with what was true when it began. */
function letLooks() {
  const ends: (() => void)[] = []
  let truth = 0
  const look = (): Promise<number> => {
    const seen = truth
    return new Promise((resolve) => ends.push(() => resolve(seen)))
  }
  return { look, ends, change: () => void (truth += 1) }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('who asks before a look begins shares it, and who asks during it gets the next, which sees what changed meanwhile', async () => {
  const { look, ends, change } = letLooks()
  const ask = shareLooks(look)
  const first = [ask(), ask()]
  await turn()
  expect(ends).toHaveLength(1)
  change()
  const later = [ask(), ask(), ask()]
  await turn()
  expect(ends).toHaveLength(1)
  ends[0]?.()
  expect(await Promise.all(first)).toEqual([0, 0])
  await turn()
  ends[1]?.()
  expect(await Promise.all(later)).toEqual([1, 1, 1])
  expect(ends).toHaveLength(2)
})

test('a look that fails fails for those who shared it, and the next is another', async () => {
  let looks = 0
  const ask = shareLooks(async () => {
    looks += 1
    if (looks === 1) throw new Error('away')
    return looks
  })
  const [first, second] = [ask(), ask()]
  await expect(first).rejects.toThrow('away')
  await expect(second).rejects.toThrow('away')
  expect(await ask()).toBe(2)
})

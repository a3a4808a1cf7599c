import { expect, test } from 'vitest'
import { oneAhead } from './one-ahead.ts'

type Batch = { readonly n: number; readonly caughtUp: boolean }

async function* batches(count: number, log: string[], caughtUpAt: number): AsyncGenerator<Batch> {
  try {
    for (let n = 1; n <= count; n += 1) yield { n, caughtUp: n === caughtUpAt }
    // A subscription that has caught up waits for what is recorded next.
    await new Promise(() => {})
  } finally {
    log.push('closed')
  }
}

test('the next batch is prepared before the one before it is dealt with, in order, up to the one that has caught up', async () => {
  const log: string[] = []
  const prepare = (batch: Batch) => {
    log.push(`prepare ${batch.n}`)
    return Promise.resolve(batch.n)
  }
  for await (const n of oneAhead(batches(4, log, 3), prepare)) log.push(`done ${n}`)
  expect(log).toEqual(['prepare 1', 'prepare 2', 'done 1', 'prepare 3', 'done 2', 'closed', 'done 3'])
})

test('a batch that cannot be prepared throws in its turn, and the log is let go', async () => {
  const log: string[] = []
  const prepare = ({ n }: Batch) => (n === 2 ? Promise.reject(new Error('no key')) : Promise.resolve(n))
  const all = async () => {
    for await (const n of oneAhead(batches(9, log, 9), prepare)) log.push(`done ${n}`)
  }
  await expect(all()).rejects.toThrow('no key')
  expect(log).toEqual(['done 1', 'closed'])
})

test('who stops early leaves the log', async () => {
  const log: string[] = []
  for await (const n of oneAhead(batches(9, log, 9), ({ n: at }) => Promise.resolve(at))) if (n === 1) break
  expect(log).toEqual(['closed'])
})

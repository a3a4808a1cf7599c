import { expect, test } from 'vitest'
import { startCuttingProxy } from '../../../../test/support/cutting-proxy.ts'
import { createDatabase } from '../../../../test/support/database.ts'
import { givenDatabase } from '../../testing/given-database.ts'
import { listenForMoves, movesChannel } from './moves.ts'
import { createPositionWaiter } from './wait-for-position.ts'

const database = givenDatabase(createDatabase)
const move = () => database.client.query(`notify ${movesChannel}`)
/** Longer than a test may take. */
const never = 600_000

test('a move is heard of as soon as it is committed, and not before', async () => {
  const moves = listenForMoves(database.url)
  await moves.next(never)
  expect(moves.isHeard()).toBe(true)
  await database.client.query('begin')
  await move()
  let heard = false
  const next = moves.next(never).then(() => (heard = true))
  await database.client.query('select pg_sleep(0.05)')
  expect(heard).toBe(false)
  await database.client.query('commit')
  await next
  await moves.close()
})

test('a move between two calls is not missed', async () => {
  const moves = listenForMoves(database.url)
  await moves.next(never)
  await move()
  await moves.next(never)
  const next = moves.next(never).then(() => 'a move')
  const nothing = database.client.query('select pg_sleep(0.1)').then(() => 'none')
  expect(await Promise.race([next, nothing])).toBe('none')
  await moves.close()
})

test('a lost connection is made again, and what moved meanwhile is looked for', async () => {
  const proxy = await startCuttingProxy(database.url)
  const moves = listenForMoves(proxy.url)
  await moves.next(never)
  proxy.cutAll()
  await expect.poll(() => moves.isHeard(), { timeout: 10_000 }).toBe(false)
  const again = async (): Promise<boolean> => {
    await moves.next(20)
    return moves.isHeard()
  }
  await expect.poll(again, { timeout: 20_000 }).toBe(true)
  await moves.close()
  proxy.close()
})

test('a move that is not heard of has the connection made again', async () => {
  const moves = listenForMoves(database.url)
  await moves.next(never)
  let [position, looks] = ['5', 0]
  const read = async () => {
    looks += 1
    // Moved without a word, as where somebody gives the connection to others in between.
    if (looks === 3) position = '6'
    return position
  }
  const waiter = createPositionWaiter(read, { ...moves, next: () => moves.next(10) })
  expect(await waiter.wait('7', 300)).toBe(false)
  expect(moves.isHeard()).toBe(false)
  await waiter.close()
})

test('a wait for a position ends with the move to it, after one look before the move and one after', async () => {
  const moves = listenForMoves(database.url)
  await moves.next(never)
  let [position, looks] = ['5', 0]
  const waiter = createPositionWaiter(
    async () => {
      looks += 1
      return position
    },
    { ...moves, next: () => moves.next(never) },
  )
  const reached = waiter.wait('6', never)
  await Promise.resolve()
  position = '6'
  await move()
  expect(await reached).toBe(true)
  expect(looks).toBe(2)
  await waiter.close()
})

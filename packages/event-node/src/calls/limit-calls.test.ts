import { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import { limitCalls } from './limit-calls.ts'

const connection = () => ({})

function callOf(session: object) {
  const stream = Object.assign(new Duplex({ read() {}, write() {} }), { session })
  return {
    call: { stream },
    end: () => stream.destroy(),
    /** As HTTP/2 has it between the arrival of the end and the telling of it. */
    endUntold: () => Object.defineProperty(stream, 'closed', { value: true }),
  }
}

const closed = () => new Promise((resolve) => setImmediate(resolve))

test('a hundred calls of a connection are begun, the others in their order as room is made; other connections have their own', async () => {
  const begun: object[] = []
  const handle = limitCalls()((call: object) => void begun.push(call))
  const [one, other] = [connection(), connection()]
  const calls = Array.from({ length: 103 }, () => callOf(one))
  for (const call of calls) handle(call)
  expect(begun).toEqual(calls.slice(0, 100))
  const elsewhere = callOf(other)
  handle(elsewhere)
  expect(begun.at(-1)).toBe(elsewhere)
  calls[50]?.end()
  calls[7]?.end()
  await closed()
  expect(begun.slice(101)).toEqual([calls[100], calls[101]])
})

test('a call that ends while it waits is never begun, and makes no room', async () => {
  const begun: object[] = []
  const handle = limitCalls()((call: object) => void begun.push(call))
  const shared = connection()
  const calls = Array.from({ length: 102 }, () => callOf(shared))
  for (const call of calls) handle(call)
  calls[100]?.end()
  await closed()
  expect(begun).toHaveLength(100)
  calls[0]?.end()
  await closed()
  expect(begun.slice(100)).toEqual([calls[101]])
})

test('a call whose end has arrived is not begun, even if that was not reported yet: the turn goes to the next', async () => {
  const begun: object[] = []
  const handle = limitCalls()((call: object) => void begun.push(call))
  const shared = connection()
  const calls = Array.from({ length: 110 }, () => callOf(shared))
  for (const call of calls) handle(call)
  for (const call of calls.slice(100, 109)) call.endUntold()
  calls[0]?.end()
  await closed()
  expect(begun.slice(100)).toEqual([calls[109]])
})

test('a call that ended before its turn was asked for is never begun, and takes no room', () => {
  const begun: object[] = []
  const handle = limitCalls()((call: object) => void begun.push(call))
  const shared = connection()
  for (let n = 0; n < 200; n++) {
    const gone = callOf(shared)
    gone.end()
    handle(gone)
  }
  expect(begun).toEqual([])
  const next = callOf(shared)
  handle(next)
  expect(begun).toEqual([next])
})

test('one limit holds for all handlers, and each is given what came with its call', () => {
  const [inTurn, shared] = [limitCalls(), connection()]
  const seen: string[] = []
  const one = inTurn((_call: object, answer: string) => void seen.push(answer))
  const other = inTurn(() => void seen.push('other'))
  for (let n = 0; n < 99; n++) one(callOf(shared), 'one')
  other(callOf(shared))
  other(callOf(shared))
  expect([seen.length, seen.at(-2), seen.at(-1)]).toEqual([100, 'one', 'other'])
})

import { expect, test } from 'vitest'
import { askingFor, graphqlOverHttp } from './asking.ts'

const operation = { name: 'Anything', text: 'query Anything { __typename }' }

test('a query that takes too long is given up, and its execution is stopped', async () => {
  const stopped = Promise.withResolvers<unknown>()
  const ask = askingFor(
    (_, signal) => {
      signal?.addEventListener('abort', () => stopped.resolve(signal.reason))
      return new Promise(() => {})
    },
    'correlation',
    1,
  )
  await expect(ask(operation, {})).rejects.toThrow('Anything: the query Anything took longer than')
  expect(await stopped.promise).toMatchObject({ message: expect.stringContaining('took longer than') })
})

test('a question that was answered is not called off afterwards', async () => {
  let signalled: AbortSignal | undefined
  const ask = askingFor((_, signal) => {
    signalled = signal
    return Promise.resolve({ data: {} })
  }, 'correlation')
  await ask(operation, {})
  expect(signalled?.aborted).toBe(false)
})

test('over HTTP the connection ends with the wait', async () => {
  const ended = Promise.withResolvers<void>()
  const fetching: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => {
        ended.resolve()
        reject(init.signal?.reason)
      })
    })
  await expect(askingFor(graphqlOverHttp('http://127.0.0.1:9/graphql', fetching), 'correlation', 1)(operation, {})).rejects.toThrow()
  await ended.promise
})

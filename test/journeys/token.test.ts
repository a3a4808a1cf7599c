import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Product } from '../support/product.ts'
import { newDataDir, removeDataDir, startProduct } from '../support/product.ts'

let product: Product
let dataDir: string

beforeAll(async () => {
  dataDir = await newDataDir()
  product = await startProduct(dataDir)
}, 120_000)
afterAll(async () => {
  await product.stop()
  await removeDataDir(dataDir)
}, 60_000)

/** A token of somebody, and its id, as the command prints them. */
async function issued(name: string): Promise<{ readonly token: string; readonly id: string }> {
  const { stdout, stderr } = await product.command('token', '--role', 'officer', '--name', name)
  const id = /--revoke ([0-9a-f-]{36})/.exec(stderr)?.[1]
  if (id === undefined) throw new Error(`no id in: ${stderr}`)
  return { token: stdout.trim(), id }
}

const asked = (token: string): Promise<Response> =>
  fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ recommendations(first: 1) { totalCount } }' }),
  })

test('a token is revoked while the product runs: at once, for good, and listed so', async () => {
  const [ended, other] = [await issued('Rae Example'), await issued('Rae Example')]
  expect((await asked(ended.token)).status).toBe(200)
  const listening = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${ended.token}` },
    body: JSON.stringify({ query: 'subscription { changes { logPosition } }' }),
  })
  expect(await product.command('token', '--revoke', ended.id)).toMatchObject({ code: 0, stdout: `Token ${ended.id} is revoked.\n` })
  const refused = await asked(ended.token)
  expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining('has been revoked')])
  expect((await asked(other.token)).status).toBe(200)
  // The stream that it had opened ends, though nothing happens.
  expect(await listening.text()).toContain('event: complete')
  expect((await product.command('token', '--revoke', ended.id)).stdout).toBe(`Token ${ended.id} was already revoked.\n`)
  const { stdout } = await product.command('token', '--list')
  const states = new Map(stdout.split('\n').map((line) => [line.split('\t')[0], line.split('\t').at(-1)]))
  expect([states.get(ended.id), states.get(other.id)]).toEqual(['revoked', 'valid'])
}, 120_000)

test('a token is revoked while the product is stopped', async () => {
  const { token, id } = await issued('Sol Example')
  await product.stop()
  expect(await product.command('token', '--revoke', id)).toMatchObject({ code: 0 })
  product = await startProduct(dataDir)
  expect((await asked(token)).status).toBe(401)
}, 180_000)

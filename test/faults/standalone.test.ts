import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { descendantsOf, type ProcessRow, stillAlive } from '../support/processes.ts'
import { newDataDir, type Product, removeDataDir, runCommand, startProduct } from '../support/product.ts'

const UNTIL_GONE_MS = 15_000

async function allGone(rows: readonly ProcessRow[]): Promise<readonly ProcessRow[]> {
  for (const end = Date.now() + UNTIL_GONE_MS; Date.now() < end; await sleep(100)) {
    if ((await stillAlive(rows)).length === 0) return []
  }
  return stillAlive(rows)
}

async function untilReady(url: string): Promise<void> {
  for (const end = Date.now() + UNTIL_GONE_MS; ; await sleep(50)) {
    const ready = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (ready?.ok) return
    expect(Date.now(), 'ready again').toBeLessThan(end)
  }
}

const REGISTER = `mutation ($input: RegisterReportInput!) {
  registerReport(input: $input) { __typename ... on CommandAccepted { id } ... on CommandRejected { rule field message } }
}`

/** Registers a report through the API and gives its id. */
async function writeReport(product: Product): Promise<string> {
  const { stdout } = await product.command('token', '--role', 'officer', '--name', 'Ann Example')
  const input = {
    commandId: randomUUID(),
    effectiveOn: '2026-01-05',
    title: 'Kept',
    publisher: 'Example inspectorate',
    authority: 'example-borough',
    authorityName: 'Example Borough',
    framework: `Fault ${randomUUID()}`,
    kind: 'INSPECTION',
    publishedOn: '2026-01-05',
    publishedPrecision: 'DAY',
  }
  const { data, errors } = await product.graphql(REGISTER, { input }, stdout.trim())
  const { registerReport } = (data ?? {}) as { registerReport?: { id?: string } }
  if (registerReport?.id === undefined) throw new Error(`not accepted: ${JSON.stringify(errors ?? data)}`)
  return registerReport.id
}

async function titleOf(product: Product, id: string): Promise<string | undefined> {
  const { stdout } = await product.command('token', '--role', 'officer', '--name', 'Ann Example')
  const { data } = await product.graphql('query ($id: ID!) { node(id: $id) { ... on Report { title } } }', { id }, stdout.trim())
  return (data as { node?: { title?: string } | null } | undefined)?.node?.title
}

describe('the standalone edition', { timeout: 120_000 }, () => {
  let dataDir: string
  let product: Product | undefined
  beforeEach(async () => void (dataDir = await newDataDir()))
  afterEach(async () => {
    await product?.stop()
    product = undefined
    await removeDataDir(dataDir)
  })

  it('given a running one, when started again on its directory, then one sentence; when told to stop, then all is gone and it was clean', async () => {
    product = await startProduct(dataDir)
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(200)
    expect((await stat(join(dataDir, 'run.json'))).mode & 0o777).toBe(0o600)
    const second = await runCommand(['start'], { OUTSTANDING_DATA_DIR: dataDir, OUTSTANDING_PORT: '0' })
    expect(second.code).toBe(1)
    expect(second.stderr.trim()).toBe(
      `outstanding: Outstanding is already running in ${dataDir} at ${product.url}; stop it first, or set OUTSTANDING_DATA_DIR and OUTSTANDING_PORT for a second one`,
    )
    const children = await descendantsOf(product.pid)
    expect(children.length).toBeGreaterThanOrEqual(4)
    expect(await product.stop()).toBe(0)
    expect(await stillAlive(children)).toEqual([])
    await expect(readFile(join(dataDir, 'run.json'))).rejects.toThrow('ENOENT')
    expect(product.output()).toContain('Stopped.')
    expect(product.output()).not.toContain('did not stop cleanly')
  })

  it('given one killed with -9, then its processes go with it, and the next start has what was written', async () => {
    product = await startProduct(dataDir)
    const written = await writeReport(product)
    const children = await descendantsOf(product.pid)
    await product.kill()
    const again = startProduct(dataDir)
    expect(await allGone(children)).toEqual([])
    product = await again
    expect(await titleOf(product, written)).toBe('Kept')
  })

  it.each([
    ['event node', 'event-node/src/main.ts'],
    ['projector', 'projector/src/main.ts'],
    ['server', 'standalone/src/server.ts'],
  ])('given the %s killed with -9, then it is started again at the same place and all goes on', async (name, main) => {
    product = await startProduct(dataDir)
    const written = await writeReport(product)
    const victim = (await descendantsOf(product.pid)).find(({ command }) => command.includes(main))
    process.kill(victim?.pid ?? 0, 'SIGKILL')
    for (const end = Date.now() + UNTIL_GONE_MS; !product.output().includes(`the ${name} ended and is started again`); await sleep(50)) {
      expect(Date.now()).toBeLessThan(end)
    }
    await untilReady(product.url)
    expect(await titleOf(product, written)).toBe('Kept')
    expect(await titleOf(product, await writeReport(product))).toBe('Kept')
  })

  it('given its PostgreSQL killed, then the whole product stops with one clear sentence and nothing left', async () => {
    product = await startProduct(dataDir)
    const children = await descendantsOf(product.pid)
    const postmaster = Number((await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(postmaster, 'SIGKILL')
    expect(await allGone(children)).toEqual([])
    expect(product.output()).toContain('outstanding: the embedded PostgreSQL ended')
  })
})

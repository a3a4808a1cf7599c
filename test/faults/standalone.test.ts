import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { descendantsOf, type ProcessRow, stillAlive } from '../support/processes.ts'
import { newDataDir, type Product, removeDataDir, runCommand, startProduct } from '../support/product.ts'
import { asOfficer, type Officer } from './officer.ts'

const UNTIL_GONE_MS = 20_000

async function allGone(rows: readonly ProcessRow[]): Promise<readonly ProcessRow[]> {
  for (const end = Date.now() + UNTIL_GONE_MS; Date.now() < end; await sleep(100)) {
    if ((await stillAlive(rows)).length === 0) return []
  }
  return stillAlive(rows)
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + UNTIL_GONE_MS; !(await isSo()); await sleep(50)) expect(Date.now(), what).toBeLessThan(end)
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`).then(
    (response) => response.ok,
    () => false,
  )

describe('the standalone edition', { timeout: 180_000 }, () => {
  let dataDir: string
  let product: Product
  let officer: Officer
  beforeEach(async () => {
    dataDir = await newDataDir()
    product = await startProduct(dataDir)
    officer = await asOfficer(product)
  })
  afterEach(async () => {
    await product.stop()
    await removeDataDir(dataDir)
  })

  it('given a running one, when started again on its directory, then one sentence; when told to stop, then all is gone, cleanly', async () => {
    expect(await isReady(product.url)).toBe(true)
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
    const id = await officer.registerReport()
    const children = await descendantsOf(product.pid)
    await product.kill()
    expect(await allGone(children)).toEqual([])
    product = await startProduct(dataDir)
    officer = await asOfficer(product)
    expect(await officer.historyOf(id)).toEqual(['ReportRegistered'])
  })

  it('given the event node killed with -9 while commands are given, then none that was accepted is lost and none is there twice', async () => {
    const victim = (await descendantsOf(product.pid)).find(({ command }) => command.includes('event-node/src/main.ts'))
    const writing = Array.from({ length: 40 }, async (_, index) => {
      await sleep(index * 25)
      return officer.registerReport()
    })
    await Promise.race(writing)
    process.kill(victim?.pid ?? 0, 'SIGKILL')
    const ids = await Promise.all(writing)
    expect(product.output()).toContain('the event node ended and is started again')
    await until('ready again', () => isReady(product.url))
    expect(new Set(ids).size).toBe(40)
    for (const id of ids) expect(await officer.historyOf(id)).toEqual(['ReportRegistered'])
  })

  it.each([
    ['projector', 'projector/src/main.ts'],
    ['server', 'standalone/src/server.ts'],
  ])('given the %s killed with -9, then it is started again at the same place and all goes on', async (name, main) => {
    const before = await officer.registerReport()
    const victim = (await descendantsOf(product.pid)).find(({ command }) => command.includes(main))
    process.kill(victim?.pid ?? 0, 'SIGKILL')
    await until('started again', () => product.output().includes(`the ${name} ended and is started again`))
    await until('ready again', () => isReady(product.url))
    expect(await officer.historyOf(before)).toEqual(['ReportRegistered'])
    const after = await officer.registerReport()
    await until('projected', async () => (await officer.historyOf(after)) !== undefined)
    expect(await officer.historyOf(after)).toEqual(['ReportRegistered'])
  })

  it('given its PostgreSQL killed, then the whole product stops with one clear sentence and nothing left', async () => {
    const children = await descendantsOf(product.pid)
    const postmaster = Number((await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(postmaster, 'SIGKILL')
    expect(await allGone(children)).toEqual([])
    expect(product.output()).toContain('outstanding: the embedded PostgreSQL ended')
  })
})

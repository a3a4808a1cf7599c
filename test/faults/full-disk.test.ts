import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, statfs } from 'node:fs/promises'
import { closeSync, openSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayMount, mountSmallDisk, unmount } from '../support/small-disk.ts'
import { type Product, startProduct, superuserOf } from '../support/product.ts'
import { asOfficer, type Officer } from './officer.ts'

const PATIENCE_MS = 90_000
const DISK_MB = 320

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await isSo()); await sleep(50)) expect(Date.now(), what).toBeLessThan(end)
}

/** Takes all the space there is, but `leave` bytes; removing the file gives it back. */
async function fill(directory: string, leave: number): Promise<void> {
  const file = openSync(join(directory, 'filling'), 'a')
  const megabyte = randomBytes(1 << 20)
  try {
    for (;;) {
      const { bavail, bsize } = await statfs(directory)
      const wanted = Math.min(megabyte.length, bavail * bsize - leave)
      if (wanted <= 0 || writeSync(file, megabyte, 0, wanted) === 0) return
    }
  } finally {
    closeSync(file)
  }
}

type Ready = { readonly ok: boolean; readonly parts: string }

async function readiness({ url }: Product): Promise<Ready> {
  const response = await fetch(`${url}/health/ready`)
  const { missing } = (await response.json()) as { missing?: { parts?: string } }
  return { ok: response.ok, parts: missing?.parts ?? '' }
}

describe.skipIf(!mayMount)('the standalone edition on a disk that fills up (needs the right to mount)', { timeout: 300_000 }, () => {
  let disk: string
  let product: Product
  let officer: Officer
  const accepted: string[] = []
  const refusals: object[] = []
  const free = () => rm(join(disk, 'filling'), { force: true })
  const sql = async (text: string) => {
    const client = new pg.Client({ connectionString: (await superuserOf(disk))('postgres') })
    client.on('error', () => {})
    await client.connect()
    await client.query(text).finally(() => client.end().catch(() => {}))
  }
  const logFile = () => readFile(join(disk, 'logs', 'outstanding.log'), 'utf8')
  const allAreThere = async () => {
    for (const id of accepted) {
      await until('projected', async () => (await officer.historyOf(id)) !== undefined)
      expect(await officer.historyOf(id)).toEqual(['ReportRegistered'])
    }
    expect(new Set(accepted).size).toBe(accepted.length)
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ extensions: { code: expect.stringMatching(/UNAVAILABLE|TIMEOUT|OVERLOADED/) } })
  }
  beforeAll(async () => {
    disk = await mkdtemp(join(tmpdir(), 'outstanding-disk-'))
    mountSmallDisk(disk, DISK_MB)
    product = await startProduct(disk)
    officer = await asOfficer(product, (errors) => void refusals.push(...errors))
  }, 180_000)
  afterAll(async () => {
    await product?.stop()
    unmount(disk)
    await rm(disk, { recursive: true, force: true })
  })

  it('given no space left while commands are given, then it says which part needs space and what to do; given space, all accepted ones are there', async () => {
    const enough = new AbortController()
    const writing = Promise.all(
      [0, 1, 2].map(async () => {
        while (!enough.signal.aborted) accepted.push(await officer.registerReport())
      }),
    )
    writing.catch(() => {})
    await until('some are accepted', () => accepted.length > 10)
    await fill(disk, 0)
    await until('reported as full', async () => /disk/.test((await readiness(product)).parts))
    const { ok, parts } = await readiness(product)
    expect(ok).toBe(false)
    expect(parts).toMatch(/the disk of PostgreSQL is full \(\d+ MB left\): free some space/)
    await until('printed on the console', () => /the disk of PostgreSQL is full \(\d+ MB left\): free some space/.test(product.output()))
    await free()
    await until('ready again', async () => (await readiness(product)).ok)
    const before = accepted.length
    await until('written again', () => accepted.length > before + 5)
    enough.abort()
    await writing
    expect(await logFile()).toMatch(/the disk of PostgreSQL is full/)
    await allAreThere()
  })

  it('given that PostgreSQL itself ends for want of space, then it is tried again until there is some, and is back by itself', async () => {
    accepted.push(await officer.registerReport())
    await fill(disk, 0)
    const before = product.output().length
    // A new segment of the write-ahead log finds no place: PostgreSQL stops itself.
    for (let n = 0; n < 40 && !/PostgreSQL ended/.test(product.output()); n += 1)
      await sql(`select pg_logical_emit_message(false, 'full', repeat('x', 1000000)); select pg_switch_wal()`).catch(() => sleep(200))
    await until('ended', () => /PostgreSQL stopped and is being restarted/.test(product.output().slice(before)))
    expect(product.output().slice(before)).toMatch(/PostgreSQL stopped and is being restarted: .*No space left on device/)
    await until('reported', async () => /down since .*the disk of PostgreSQL is full/.test((await readiness(product)).parts))
    await free()
    await until('ready again', async () => (await readiness(product)).ok)
    accepted.push(await officer.registerReport())
    await allAreThere()
  })
})

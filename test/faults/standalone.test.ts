import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { descendantsOf, type ProcessRow, stillAlive } from '../support/processes.ts'
import { newDataDir, type Product, removeDataDir, runCommand, startProduct, superuserOf } from '../support/product.ts'
import { asOfficer, type Officer } from './officer.ts'

const UNTIL_GONE_MS = 60_000

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

async function sqlAt(connectionString: string, sql: string): Promise<readonly object[]> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<object>(sql)).rows
  } finally {
    await client.end()
  }
}

/** One directory through all of it, in this order: every test leaves a product that runs, as the next one needs it. */
describe('the standalone edition', { timeout: 180_000 }, () => {
  let dataDir: string
  let product: Product
  let officer: Officer
  async function start(): Promise<void> {
    product = await startProduct(dataDir)
    officer = await asOfficer(product)
  }
  const kill = async (main: string) => {
    const victim = (await descendantsOf(product.pid)).find(({ command }) => command.includes(main))
    process.kill(victim?.pid ?? 0, 'SIGKILL')
  }
  beforeAll(async () => {
    dataDir = await newDataDir()
    await start()
  }, 120_000)
  afterAll(async () => {
    await product.stop()
    await removeDataDir(dataDir)
  })

  it('given a running one, when started again on its directory, then it is refused in one sentence', async () => {
    expect(await isReady(product.url)).toBe(true)
    expect((await stat(join(dataDir, 'run.json'))).mode & 0o777).toBe(0o600)
    const { code, stderr } = await runCommand(['start'], { OUTSTANDING_DATA_DIR: dataDir, OUTSTANDING_PORT: '0' })
    expect({ code, stderr: stderr.trim() }).toEqual({
      code: 1,
      stderr: `outstanding: Outstanding is already running in ${dataDir} at ${product.url}; stop it first, or set OUTSTANDING_DATA_DIR and OUTSTANDING_PORT for a second one`,
    })
  })

  it('given its database, when used with the role of any part, then none is a superuser, and each may do its own work only', async () => {
    const run = JSON.parse(await readFile(join(dataDir, 'run.json'), 'utf8')) as Record<string, string>
    const inProgram = `copy (select 1) to program 'true'`
    const aFile = `select pg_read_file('/etc/passwd')`
    for (const url of ['databaseUrl', 'apiDatabaseUrl', 'operatorDatabaseUrl'].map((name) => run[name] ?? '')) {
      for (const sql of [inProgram, aFile, 'create role another superuser'])
        await expect(sqlAt(url, sql), `${new URL(url).username}: ${sql}`).rejects.toMatchObject({ code: '42501' })
      await expect(sqlAt(Object.assign(new URL(url), { pathname: '/log' }).href, 'select 1')).rejects.toMatchObject({ code: '42501' })
    }
    const api = run['apiDatabaseUrl'] ?? ''
    await sqlAt(api, 'select * from read_models.projection, transparency.leaf limit 1')
    for (const sql of ['delete from transparency.leaf', 'update read_models.projection set events = 0', 'create schema mine'])
      await expect(sqlAt(api, sql), sql).rejects.toMatchObject({ code: '42501' })
    await expect(sqlAt(run['databaseUrl'] ?? '', 'select * from keys.person_key')).rejects.toMatchObject({ code: '42501' })
    // Its idle connections are closed after a while: asked anything, it has one.
    expect(await isReady(product.url)).toBe(true)
    const parts = await sqlAt(
      (await superuserOf(dataDir))('postgres'),
      `select distinct usename, usesuper from pg_stat_activity join pg_user using (usename) where backend_type = 'client backend' and pid <> pg_backend_pid() order by 1`,
    )
    expect(parts).toEqual(['api', 'event_node', 'projector'].map((part) => ({ usename: `outstanding_${part}`, usesuper: false })))
  })

  it('given the event node killed with -9 while commands are given, then none that was accepted is lost and none is there twice', async () => {
    const ids: string[] = []
    let killed: Promise<void> | undefined
    let begunAfterwards = 0
    const writer = async () => {
      while (begunAfterwards < 20) {
        if (killed) begunAfterwards += 1
        ids.push(await officer.registerReport())
        if (ids.length === 10) await (killed = kill('event-node/src/main.ts'))
      }
    }
    await Promise.all([writer(), writer(), writer(), writer()])
    await until('started again', () => product.output().includes('the event node stopped and is being restarted'))
    await until('ready again', () => isReady(product.url))
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(await officer.historyOf(id)).toEqual(['ReportRegistered'])
  })

  it.each([
    ['projector', 'projector/src/main.ts'],
    ['server', 'standalone/src/server.ts'],
  ])('given the %s killed with -9, then it is started again at the same place and all goes on', async (name, main) => {
    const before = await officer.registerReport()
    await kill(main)
    await until('started again', () => product.output().includes(`the ${name} stopped and is being restarted`))
    await until('ready again', () => isReady(product.url))
    expect(await officer.historyOf(before)).toEqual(['ReportRegistered'])
    const after = await officer.registerReport()
    await until('projected', async () => (await officer.historyOf(after)) !== undefined)
    expect(await officer.historyOf(after)).toEqual(['ReportRegistered'])
  })

  it('given all of it killed with -9, then its processes go with it, and the next start has what was written', async () => {
    const id = await officer.registerReport()
    const children = await descendantsOf(product.pid)
    expect(children.length).toBeGreaterThanOrEqual(4)
    await product.kill()
    expect(await allGone(children)).toEqual([])
    await start()
    expect(await officer.historyOf(id)).toEqual(['ReportRegistered'])
  })

  it.each([
    ['alone', () => false],
    ['with all its processes', (row: ProcessRow) => /postgres/.test(row.command)],
  ])(
    'given its PostgreSQL killed with -9 %s, then readiness says what is down, and it is back by itself with all of it',
    async (_, dies) => {
      const id = await officer.registerReport()
      const before = product.output().length
      const postmaster = Number((await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
      const others = (await descendantsOf(postmaster)).filter(dies)
      for (const pid of [postmaster, ...others.map((row) => row.pid)]) process.kill(pid, 'SIGKILL')
      const reported = new Set<string>()
      let ready = false
      // Nobody waits for the one before: a look that waits for PostgreSQL may last as long as the whole fault.
      const look = async () => {
        const response = await fetch(`${product.url}/health/ready`)
        const { missing } = (await response.json()) as { missing?: { parts?: string } }
        if (missing?.parts) reported.add(missing.parts)
        ready = response.ok && reported.size > 0
      }
      await until('reported as down', () => {
        void look().catch(() => {})
        return ready
      })
      expect([...reported].join('\n')).toMatch(/PostgreSQL has been down since \d{4}-\d\d-\d\dT[\d:.]+Z/)
      expect(product.output().slice(before)).toMatch(/PostgreSQL stopped and is being restarted: .*\n.*PostgreSQL is running again after/)
      expect(await readFile(join(dataDir, 'logs', 'outstanding.log'), 'utf8')).toContain('PostgreSQL stopped and is being restarted')
      expect(await officer.historyOf(id)).toEqual(['ReportRegistered'])
      const after = await officer.registerReport()
      await until('projected', async () => (await officer.historyOf(after)) !== undefined)
    },
  )

  it('given a running one, when told to stop, then it stops in order and nothing is left', async () => {
    const children = await descendantsOf(product.pid)
    expect(await product.stop()).toBe(0)
    expect(await stillAlive(children)).toEqual([])
    await expect(readFile(join(dataDir, 'run.json'))).rejects.toThrow('ENOENT')
    expect(product.output()).toContain('Stopped.')
    expect(product.output()).not.toContain('did not stop cleanly')
  })
})

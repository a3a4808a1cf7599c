import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPostgres } from '@outstanding/standalone/postgres'
import pg from 'pg'

/** A PostgreSQL of this test's own: when one of its processes is killed, every connection to it breaks. */
export type OwnPostgres = {
  url(database: string): string
  create(database: string, template?: string): Promise<string>
  /** Gives a database another name, cutting off who uses it. */
  rename(database: string, name: string): Promise<void>
  /**
   * kill -9 of one server process that works for a client, once the server takes connections; its application's name, null where there
   * is none just now. Resolves when the server has noticed and ended its other processes: until then some of them go on working.
   */
  killOneBackend(choose: (candidates: number) => number): Promise<string | null>
  /** kill -9 of the server itself, and a new start at the same place. */
  killAndRestart(): Promise<void>
  /** Resolves once it takes connections again after a crash. */
  recovered(): Promise<void>
  stop(): Promise<void>
}

const patience = 60_000

export async function ownPostgres(): Promise<OwnPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'outstanding-postgres-'))
  const dataDir = join(directory, 'postgres')
  let postgres = await startPostgres({ dataDir })
  const { port } = postgres
  const url = (database: string): string => postgres.url(database)
  const query = async <Row>(text: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: url('postgres'), connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query(text)).rows as Row[]
    } finally {
      await client.end().catch(() => {})
    }
  }
  async function recovered(): Promise<void> {
    for (const until = performance.now() + patience; ; await sleep(20)) {
      const answers = await query('select 1').catch(() => null)
      if (answers) return
      if (performance.now() > until) throw new Error('PostgreSQL did not recover')
    }
  }
  return {
    url,
    async create(database, template = 'template1') {
      await query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${template}'`)
      await query(`create database ${database} template ${template}`)
      return url(database)
    },
    async rename(database, name) {
      await query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`)
      await query(`alter database ${database} rename to ${name}`)
    },
    async killOneBackend(choose) {
      await recovered()
      const [checkpointer] = await query<{ pid: number }>(`select pid from pg_stat_activity where backend_type = 'checkpointer'`)
      const backends = await query<{ pid: number; name: string }>(
        `select pid, application_name as name from pg_stat_activity
          where backend_type = 'client backend' and pid <> pg_backend_pid() and datname <> 'postgres' order by pid`,
      )
      const chosen = backends[choose(backends.length)]
      if (!chosen) return null
      process.kill(chosen.pid, 'SIGKILL')
      for (const until = performance.now() + patience; isAlive(checkpointer?.pid); await sleep(5)) {
        if (performance.now() > until) throw new Error('PostgreSQL did not notice that one of its processes was killed')
      }
      return chosen.name
    },
    async killAndRestart() {
      const [pid] = (await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')
      process.kill(Number(pid), 'SIGKILL')
      await postgres.exited
      postgres = await startPostgres({ dataDir, port })
    },
    recovered,
    async stop() {
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0)
  } catch {
    return false
  }
}

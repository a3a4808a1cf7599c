import type { TestProject } from 'vitest/node'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@outstanding/standalone/postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser URL of the one real PostgreSQL of this test run. */
    postgresUrl: string
  }
}

type Shared = { users: number; readonly url: Promise<string>; stop(): Promise<void> }
const shelf = globalThis as typeof globalThis & { outstandingTestPostgres?: Shared }

/** One embedded PostgreSQL for the whole run, whatever the number of projects in it; every test makes its own database there. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (shelf.outstandingTestPostgres ??= start())
  shared.users += 1
  project.provide('postgresUrl', await shared.url)
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    delete shelf.outstandingTestPostgres
    await shared.stop()
  }
}

function start(): Shared {
  const given = process.env['OUTSTANDING_TEST_POSTGRES_URL']
  if (given) return { users: 0, url: Promise.resolve(given), stop: async () => {} }
  const starting = mkdtemp(join(tmpdir(), 'outstanding-test-')).then(async (directory) => ({
    directory,
    postgres: await startPostgres({ dataDir: join(directory, 'postgres') }),
  }))
  return {
    users: 0,
    url: starting.then(({ postgres }) => postgres.url('postgres')),
    async stop() {
      const { directory, postgres } = await starting
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

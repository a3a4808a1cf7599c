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

/** Starts one embedded PostgreSQL for the whole run; every test makes its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['OUTSTANDING_TEST_POSTGRES_URL']
  if (given) {
    project.provide('postgresUrl', given)
    return async () => {}
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'outstanding-test-'))
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') })
  project.provide('postgresUrl', postgres.url('postgres'))
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

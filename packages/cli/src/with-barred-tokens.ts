import { createBarredTokens, migrateKeys } from '@outstanding/identity'
import type { BarredTokens } from '@outstanding/identity'
import { withStores } from '@outstanding/standalone'
import pg from 'pg'
import type { configurationOrExit } from './configuration.ts'

type Configuration = Exclude<ReturnType<typeof configurationOrExit>, number>

/** Works on the list of ended tokens, as the API, whose list it is: through the product that runs, or else with its stores started for as long as this takes. */
export function withBarredTokens<T>(
  configuration: Configuration,
  work: (barred: BarredTokens) => Promise<T>,
): ReturnType<typeof withStores<T>> {
  return withStores(
    configuration,
    (line) => void process.stderr.write(`${line}\n`),
    async ({ apiDatabaseUrl }) => {
      const pool = new pg.Pool({ connectionString: apiDatabaseUrl, max: 2 })
      try {
        await migrateKeys(pool)
        return await work(createBarredTokens(pool))
      } finally {
        await pool.end()
      }
    },
  )
}

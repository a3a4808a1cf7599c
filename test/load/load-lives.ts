import type { LogEvent } from '@outstanding/projection'
import { beginBuild, connectionConfig, ensureStableSchema, loadInBulk, switchTo } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import pg from 'pg'
import { logOfLives } from './both-times-log.ts'
import { perSecond, print, seconds } from './figures.ts'

/** Read models over the lives of so many recommendations, built as a rebuild builds them, without an event store. Prints rate and sizes. */
export async function loadLives(databaseUrl: string, items: number): Promise<void> {
  const client = new pg.Client(connectionConfig(databaseUrl, 'bench'))
  await client.connect()
  await ensureStableSchema(client)
  const bulk = loadInBulk(client, await beginBuild(client, allReadModels), {
    models: allReadModels,
    connect: async () => {
      const other = new pg.Client(connectionConfig(databaseUrl, 'bench'))
      await other.connect()
      return other
    },
  })
  let batch: LogEvent[] = []
  let events = 0
  const started = performance.now()
  const add = async (): Promise<void> => {
    const added = await bulk.add({ events: batch, through: batch.at(-1)?.position ?? null })
    if (!added.ok) throw new Error(added.reason)
    events += batch.length
    batch = []
  }
  for (const event of logOfLives(items)) if (batch.push(event) === 2_000) await add()
  await add()
  const loaded = await bulk.finish()
  if (!loaded.ok) throw new Error(loaded.reason)
  print(
    `${items} items, ${events} events, loaded`,
    `${perSecond(events, performance.now() - started)} (${seconds(performance.now() - started)})`,
  )
  await switchTo(client, loaded.progress, { stepBack: true, whileBothStand: async () => {} })
  await client.query(`vacuum analyze`)
  const { rows } = await client.query<{ name: string; rows: string; size: string }>(
    `select relname as name, n_live_tup as rows, pg_size_pretty(pg_total_relation_size(relid)) as size from pg_stat_user_tables
      where relname like 'recommendation%' or relname = 'timeline' order by relname`,
  )
  for (const { name, rows: count, size } of rows) print(`  ${name}`, `${Number(count).toLocaleString('en-GB')} rows, ${size}`)
  await client.end()
}

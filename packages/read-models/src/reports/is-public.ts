import type { Snapshot } from '@outstanding/projection'
import { versionsIn } from '@outstanding/projection'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { reportTable } from './tables.ts'

/** Whether a report (a row of `reportTable` under this name) is on the public register: published, or its embargo has ended by now. */
export const isPublic = (report: string): RawBuilder<boolean> => {
  const [publication, until] = [sql.ref(`${report}.publication`), sql.ref(`${report}.embargoed_until`)]
  return sql<boolean>`(${publication} = 'PUBLISHED' or (${publication} = 'EMBARGOED' and ${until}::timestamptz <= now()))`
}

/**
 * In how many milliseconds the clock next makes something public: at the end of the next embargo, also of one that was lifted meanwhile,
 * since earlier days can be asked for. Below zero where one has ended within two minutes, since snapshots from before its end may still be
 * read. Null where there is none.
 */
export async function publicInMs(snapshot: Snapshot): Promise<number | null> {
  const { rows } = await sql<{ ms: number | null }>`
    select (extract(epoch from min(v.embargoed_until::timestamptz) - clock_timestamp()) * 1000)::float8 as ms
    from ${versionsIn(snapshot, reportTable)} v
    where v.publication = 'EMBARGOED' and v.embargoed_until::timestamptz > now() - interval '2 minutes'`.execute(snapshot.db)
  return rows[0]?.ms ?? null
}

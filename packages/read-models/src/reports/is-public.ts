import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

/** Whether a report (a row of `reportTable` under this name) is on the public register: published, or its embargo has ended by now. */
export const isPublic = (report: string): RawBuilder<boolean> => {
  const [publication, until] = [sql.ref(`${report}.publication`), sql.ref(`${report}.embargoed_until`)]
  return sql<boolean>`(${publication} = 'PUBLISHED' or (${publication} = 'EMBARGOED' and ${until}::timestamptz <= now()))`
}

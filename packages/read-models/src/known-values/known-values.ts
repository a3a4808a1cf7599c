import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Audience } from '../audience.ts'
import type { Snapshot, Table } from '@outstanding/projection'
import { asKnownNow, tableIn, timelineTable, versionsIn } from '@outstanding/projection'
import { officeTable } from '../offices/tables.ts'
import { policyTable } from '../policies/tables.ts'
import { recommendationPositionTable } from '../recommendation-list/tables.ts'
import { itemsAsAt } from '../recommendation-list/items.ts'
import { listedReports } from '../reports/queries.ts'

/** Longer lists of possible values help nobody. */
const maxValues = 1_000

type Values = readonly string[]

/** Every authority that an audience can find anything of, at any time. In byte order. */
export async function knownAuthorities(snapshot: Snapshot, audience: Audience): Promise<Values> {
  const now = asKnownNow(snapshot)
  const ever = (table: Table) => sql`select authority from ${versionsIn(now, table)}`
  const ofItems =
    audience === 'ALL'
      ? inLog(now, 'authority')
      : sql`${listedReports(now, { audience }).select('report.authority')} union ${itemsAsAt(now, { audience }, []).select('item.authority')}`
  return valuesIn(now, sql`select authority as value from (${ever(officeTable)} union ${ever(policyTable)} union ${ofItems}) known`)
}

/** Every owner of an item that an audience sees, at any time, and every office. In byte order. */
export async function knownOwners(snapshot: Snapshot, audience: Audience): Promise<Values> {
  const offices = sql`select stream from ${versionsIn(snapshot, officeTable)}`
  return valuesIn(snapshot, sql`${ofItemsEver(snapshot, audience, 'owner_ids')} union ${offices}`)
}

/** Every theme that an item had at any time, of those whose words an audience sees. In byte order. */
export const knownThemes = (snapshot: Snapshot, audience: Audience): Promise<Values> =>
  valuesIn(snapshot, ofItemsEver(snapshot, audience, 'themes'))

/** The opaque ids of all who recorded anything. In byte order. */
export const knownActors = (snapshot: Snapshot): Promise<Values> => valuesIn(snapshot, inLog(snapshot, 'actor'))

/** Whether anything was recorded in this stream, or with this correlation. */
export async function isInLog(snapshot: Snapshot, column: 'stream' | 'correlation_id' | 'causation_id', value: string): Promise<boolean> {
  return (
    (await snapshot.db
      .selectFrom(tableIn(snapshot, timelineTable).as('timeline'))
      .select('index')
      .where(column, '=', value)
      .limit(1)
      .executeTakeFirst()) !== undefined
  )
}

const ofItemsEver = (snapshot: Snapshot, audience: Audience, column: 'owner_ids' | 'themes'): RawBuilder<unknown> => {
  const now = asKnownNow(snapshot)
  const positions = versionsIn(now, recommendationPositionTable)
  const read = itemsAsAt(now, { audience }, []).$if(column === 'themes', (q) => q.where('item.text_hidden', '=', false))
  const seen = audience === 'ALL' ? sql`` : sql`where p.stream in (${read.select('item.stream')})`
  return sql`select unnest(p.${sql.ref(column)}) as value from ${positions} p ${seen}`
}

/** Goes from one value of an index to the next, however many entries each of them has. */
const inLog = (snapshot: Snapshot, column: 'authority' | 'actor'): RawBuilder<unknown> => {
  const [timeline, value] = [tableIn(snapshot, timelineTable), sql.ref(column)]
  return sql`(with recursive step (${value}) as (
      (select ${value} from ${timeline} order by ${value} limit 1)
      union all
      select (select t.${value} from ${timeline} t where t.${value} > step.${value} order by t.${value} limit 1)
        from step where step.${value} is not null
    ) select ${value} from step where ${value} is not null limit ${maxValues})`
}

async function valuesIn({ db }: Snapshot, values: RawBuilder<unknown>): Promise<Values> {
  const { rows } = await sql<{ value: string }>`
    select distinct value from (${values}) as known (value) order by value limit ${maxValues}`.execute(db)
  return rows.map(({ value }) => value)
}

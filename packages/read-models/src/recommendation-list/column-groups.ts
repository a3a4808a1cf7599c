import type { IsoDate } from '@outstanding/domain'
import { defaultPolicy } from '@outstanding/domain'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Snapshot, Table } from '@outstanding/projection'
import { latestEntry, rowsIn } from '@outstanding/projection'
import { scheduleState } from './schedule.ts'
import type { Audience } from '../audience.ts'
import { isPublic } from '../reports/is-public.ts'
import { hiddenTexts } from './exemption.ts'
import { recommendationExemptionTable, recommendationWithheldTable } from './publication-tables.ts'
import { recommendationPositionTable, recommendationTable } from './tables.ts'
import { reportTable } from '../reports/tables.ts'
import { policyTable } from '../policies/tables.ts'
import { ownersOn } from '../offices/owners-on.ts'

/**
 * What an item (`s`, its schedule) can be looked at with: what is printed of it (`r`), its position (`p`), whether and when its report was
 * published (`rep`), its exemption and its parent's (`ex`, `par_ex`) and whether the public reads its words (`hid`, `par_hid`), its report as
 * of the day (`rep_then`), its parent (`par`), the policy of the day (`pol`), its last entry (`latest`) and the offices that own it, as they
 * are called on the day (`own`).
 */
export const allColumnGroups = [
  'PRINTED',
  'POSITION',
  'REPORT',
  'EXEMPTION',
  'WITHDRAWN',
  'PARENT',
  'POLICY',
  'LATEST_ENTRY',
  'BASELINE',
  'OWNERS',
] as const
export type ColumnGroup = (typeof allColumnGroups)[number]

/** A group can look at the columns of others. */
export const withThoseNeeded = (groups: readonly ColumnGroup[]): readonly ColumnGroup[] => [
  ...new Set(groups.flatMap((group) => [...(looksAt[group] ?? []), group])),
]

const looksAt: Readonly<Partial<Record<ColumnGroup, readonly ColumnGroup[]>>> = { BASELINE: ['PRINTED', 'REPORT'], OWNERS: ['POSITION'] }

type Sql = RawBuilder<unknown>

type For = { readonly day: IsoDate; readonly audience: Audience }
export const columnsOf = (group: ColumnGroup, of: For): Sql => columns[group](of)

const columns: Readonly<Record<ColumnGroup, (of: For) => Sql>> = {
  PRINTED: ({ audience }) => ownColumns('r', recommendationTable, audience),
  POSITION: ({ audience }) => ownColumns('p', recommendationPositionTable, audience),
  EXEMPTION: ({ audience }) => sql`
    coalesce(${exemptIn('ex')}, case when 'TEXT' = any (par_ex.parts) then ${exemptIn('par_ex')} end) as exempt,
    ${audience === 'PUBLIC' ? isHidden : sql`false`} as text_hidden`,
  REPORT: () => sql`
    rep.dated_on as report_dated_on, rep.title as report_title, w.reason as withheld,
    coalesce(${isPublic('rep')}, false) and w.reason is null and par_w.reason is null as published`,
  WITHDRAWN: () => sql`rep_then.content ->> 'withdrawn' as report_withdrawn`,
  PARENT: () => sql`par.ordinal as parent_ordinal`,
  POLICY: ({ day }) => sql`${dueSoonDays} as due_soon_days, ${scheduleState(sql`${day}::date`, dueSoonDays)} as schedule_state`,
  LATEST_ENTRY: () => sql`latest.position as latest_position, latest.revision as latest_revision, latest.recorded_at as latest_recorded_at`,
  OWNERS: () => sql`own.offices as owners_then`,
  BASELINE: () => sql`
    ${countedNow} as counted_now,
    (r.counts_from_report and rep.stream is not null and r.counted_from is distinct from ${countedNow}) as baseline_in_doubt`,
}

/** The day that periods of its report count from, as the domain's `baselineDoubt` has it: an adoption after the issue does not count. */
const adoption = sql`case when r.adopted_by is null or rep.adopted_first <= r.adopted_by then rep.adopted_first end`
const countedNow = sql`case when rep.counts_from_adoption then coalesce(${adoption}, rep.published_day) else coalesce(rep.published_day, ${adoption}) end`

/** Words of an item whose text is exempt: of the item itself, or of the whole that it is a part of. */
const isHidden = sql<boolean>`(hid.stream is not null or par_hid.stream is not null)`

const exemptIn = (alias: string): Sql => sql`case when ${sql.ref(`${alias}.stream`)} is not null then json_build_object(
  'parts', ${sql.ref(`${alias}.parts`)}, 'ground', ${sql.ref(`${alias}.ground`)}, 'publicInterest', ${sql.ref(`${alias}.public_interest`)},
  'markedOn', ${sql.ref(`${alias}.marked_on`)}, 'reviewOn', ${sql.ref(`${alias}.review_on`)}) end`

/** What the public reads in place of the words of an exempt item. Any other column holds no words. */
const inPlaceOfWords: Readonly<Record<string, Sql>> = {
  title: sql`'Exempt from publication'`,
  text: sql`null`,
  addressee: sql`null`,
  place: sql`null`,
  derivation: sql`null`,
  timescale: sql`(r.timescale::jsonb || '{"asPrinted": null}')::json`,
  search: sql`lower(concat_ws(' ', r.reference, r.local_reference))`,
  themes: sql`'{}'::text[]`,
}

/** But for those that the schedule has too. */
const ownColumns = (alias: string, { columns: all }: Table, audience: Audience): Sql =>
  sql.join(
    Object.keys(all)
      .filter((column) => !shared.includes(column))
      .map((column) => {
        const [own, instead] = [sql.ref(`${alias}.${column}`), inPlaceOfWords[column]]
        return audience === 'PUBLIC' && instead !== undefined
          ? sql`case when ${isHidden} then ${instead} else ${own} end as ${sql.ref(column)}`
          : own
      }),
  )
const shared = ['stream', 'report']

const dueSoonDays = sql<number>`coalesce(pol.due_soon_days, ${sql.lit(defaultPolicy.clocks.dueSoonDays)})`

export const joinOf = (group: ColumnGroup, snapshot: Snapshot, day: IsoDate): Sql => joins[group](snapshot, day)

const joins: Readonly<Record<ColumnGroup, (snapshot: Snapshot, day: IsoDate) => Sql>> = {
  PRINTED: (snapshot, day) => sql`join ${rowsIn(snapshot, recommendationTable, day)} r on r.stream = s.stream`,
  POSITION: (snapshot, day) => sql`join ${rowsIn(snapshot, recommendationPositionTable, day)} p on p.stream = s.stream`,
  // Of its report, the best that was known.
  REPORT: (snapshot, day) => sql`
    left join ${rowsIn(snapshot, reportTable, snapshot.today)} rep on rep.stream = s.report
    left join ${rowsIn(snapshot, recommendationWithheldTable, day)} w on w.stream = s.stream
    left join ${rowsIn(snapshot, recommendationWithheldTable, day)} par_w on par_w.stream = s.parent`,
  EXEMPTION: (snapshot, day) => sql`
    left join ${rowsIn(snapshot, recommendationExemptionTable, day)} ex on ex.stream = s.stream
    left join ${rowsIn(snapshot, recommendationExemptionTable, day)} par_ex on par_ex.stream = s.parent
    left join ${hiddenTexts(snapshot, day)} hid on hid.stream = s.stream
    left join ${hiddenTexts(snapshot, day)} par_hid on par_hid.stream = s.parent`,
  WITHDRAWN: (snapshot, day) => sql`left join ${rowsIn(snapshot, reportTable, day)} rep_then on rep_then.stream = s.report`,
  PARENT: (snapshot, day) => sql`left join ${rowsIn(snapshot, recommendationTable, day)} par on par.stream = s.parent`,
  POLICY: (snapshot, day) => sql`
    left join (select distinct on (adopted.authority) adopted.authority, adopted.due_soon_days from ${rowsIn(snapshot, policyTable, day)} adopted
      order by adopted.authority, adopted.ordinal desc) pol on pol.authority = s.authority`,
  BASELINE: () => sql``,
  OWNERS: (snapshot, day) => sql`left join lateral ${ownersOn(snapshot, sql`p.owner_ids`, day)} own on true`,
  LATEST_ENTRY: (snapshot) => sql`left join lateral ${latestEntry(snapshot, sql`s.stream`)} latest on true`,
}

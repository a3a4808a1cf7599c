import type { IsoDate } from '@outstanding/domain'
import { sql } from 'kysely'
import type { PageRequest, PageResult, Snapshot } from '@outstanding/projection'
import { readWindow, rowsIn, toPage } from '@outstanding/projection'
import type { AsAt } from './items.ts'
import { itemsAsAt } from './items.ts'
import { recommendationExemptionTable } from './publication-tables.ts'

export type ExemptionToReview = { readonly recommendation: string; readonly reviewOn: IsoDate }

export type ExemptionsToReviewRequest = AsAt & PageRequest & { readonly authority?: string | null }

const list = 'exemptions to review'

/** The exemptions whose review is due by a day, the one due first first. */
export async function listExemptionsToReview(
  snapshot: Snapshot,
  { authority, ...request }: ExemptionsToReviewRequest,
): Promise<PageResult<ExemptionToReview>> {
  const window = readWindow(list, ['TEXT', 'TEXT'], request)
  if (!window.ok) return window
  const day = request.asAt ?? snapshot.today
  const due = itemsAsAt(snapshot, request, [])
    .innerJoin(rowsIn(snapshot, recommendationExemptionTable, day).as('exempt'), 'exempt.stream', 'item.stream')
    .where('exempt.review_on', '<=', day)
    .$if(authority != null, (q) => q.where('item.authority', '=', authority ?? ''))
  const { total } = await due.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const [reviewOn, stream] = window.after ?? []
  const rows = await due
    .select(['exempt.stream', 'exempt.review_on'])
    .$if(window.after !== null, (q) => q.where(sql<boolean>`(exempt.review_on, exempt.stream) > (${reviewOn}::date, ${stream}::text)`))
    .orderBy('exempt.review_on')
    .orderBy('exempt.stream')
    .limit(window.first + 1)
    .execute()
  const nodes = rows.map((row): ExemptionToReview => ({ recommendation: row.stream, reviewOn: row.review_on }))
  const keys = (row: ExemptionToReview) => [row.reviewOn, row.recommendation]
  return { ok: true, page: toPage(list, window, Number(total), { rows: nodes, keys, node: (row: ExemptionToReview) => row }) }
}

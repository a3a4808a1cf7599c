import type { DutyAwaited, IsoDate } from '@outstanding/domain'
import { daysLate } from '@outstanding/domain'
import { sql } from 'kysely'
import type { PageRequest, PageResult, Snapshot } from '@outstanding/projection'
import { readWindow, rowsIn, toPage } from '@outstanding/projection'
import type { AsAt } from './items.ts'
import { itemsAsAt } from './items.ts'
import type { RecommendationResponseRow } from './response-table.ts'
import { recommendationResponseTable } from './response-table.ts'

/** Every part given must hold. Absent and null are the same: not asked. */
export type ResponsesAwaitedFilter = {
  readonly authority?: string | null
  /** An office's id, or the slug of a body. */
  readonly body?: string | null
  /** Whether the due date has passed. */
  readonly late?: boolean | null
  readonly illustrative?: boolean | null
}

export type ResponseAwaited = {
  readonly recommendation: string
  readonly body: string
  readonly bodyName: string
  readonly of: DutyAwaited
  readonly dueOn: IsoDate
  /** On the day asked for; 0 until the due date has passed. */
  readonly daysLate: number
}

export type ResponsesAwaitedRequest = AsAt & PageRequest & { readonly filter?: ResponsesAwaitedFilter | null }

const list = 'responses awaited'

/**
 * Every response, and every early draft of an action plan, that a body owes as at a day, the one due first first. Duplicates that were
 * merged, and what is concluded, are left out.
 */
export async function listResponsesAwaited(snapshot: Snapshot, request: ResponsesAwaitedRequest): Promise<PageResult<ResponseAwaited>> {
  const window = readWindow(list, ['TEXT', 'TEXT', 'TEXT', 'TEXT'], request)
  if (!window.ok) return window
  const day = request.asAt ?? snapshot.today
  const awaited = awaitedOn(snapshot, request, day)
  const { total } = await awaited.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const [dueOn, stream, body, of] = window.after ?? []
  const rows = await awaited
    .select(['asked.stream', 'asked.body', 'asked.body_name', 'asked.duty', 'asked.due_on'])
    .$if(window.after !== null, (q) =>
      q.where(
        sql<boolean>`(asked.due_on, asked.stream, asked.body, asked.duty) > (${dueOn}::date, ${stream}::text, ${body}::text, ${of}::text)`,
      ),
    )
    .orderBy('asked.due_on')
    .orderBy('asked.stream')
    .orderBy('asked.body')
    .orderBy('asked.duty')
    .limit(window.first + 1)
    .execute()
  const nodes = rows.flatMap((row) => toAwaited(row, day))
  const keys = (row: ResponseAwaited) => [row.dueOn, row.recommendation, row.body, row.of]
  return { ok: true, page: toPage(list, window, Number(total), { rows: nodes, keys, node: (row: ResponseAwaited) => row }) }
}

function awaitedOn(snapshot: Snapshot, { filter, ...asAt }: ResponsesAwaitedRequest, day: IsoDate) {
  const { authority, body, late, illustrative } = filter ?? {}
  return itemsAsAt(snapshot, asAt, [])
    .innerJoin(rowsIn(snapshot, recommendationResponseTable, day).as('asked'), 'asked.stream', 'item.stream')
    .where('item.merged_into', 'is', null)
    .where('item.tracking', '<>', 'CONCLUDED')
    .where('asked.response', '=', 'AWAITED')
    .where('asked.due_on', 'is not', null)
    .$if(authority != null, (q) => q.where('item.authority', '=', authority ?? ''))
    .$if(illustrative != null, (q) => q.where('item.illustrative', '=', illustrative ?? false))
    .$if(body != null, (q) => q.where('asked.body', '=', body ?? ''))
    .$if(late != null, (q) => q.where('asked.due_on', late === true ? '<' : '>=', day))
}

type Row = Pick<RecommendationResponseRow, 'stream' | 'body' | 'body_name' | 'duty' | 'due_on'>

/** What is awaited has a notice, and so a duty and a due date. */
function toAwaited({ stream, body, body_name, duty, due_on }: Row, day: IsoDate): readonly ResponseAwaited[] {
  if (duty === null || due_on === null) return []
  return [{ recommendation: stream, body, bodyName: body_name, of: duty, dueOn: due_on, daysLate: daysLate(due_on, day) ?? 0 }]
}

import type { IsoDate } from '@outstanding/domain'
import { sql } from 'kysely'
import type { PageRequest, PageResult, Snapshot } from '@outstanding/projection'
import { readWindow, rowsIn, toPage } from '@outstanding/projection'
import { recommendationActionTable } from './action-table.ts'
import type { AsAt } from './items.ts'
import { itemsAsAt } from './items.ts'

/** Every part given must hold. Absent and null are the same: not asked. */
export type ActionsFilter = {
  readonly authority?: string | null
  /** The office or body that leads it, exactly as it was recorded. */
  readonly lead?: string | null
  /** On or after, and before, this day. Actions without a date are not found. */
  readonly dueFrom?: IsoDate | null
  readonly dueBefore?: IsoDate | null
  /** Whether it is neither completed nor abandoned. */
  readonly open?: boolean | null
  readonly illustrative?: boolean | null
}

export type ActionListed = { readonly recommendation: string; readonly actionId: string; readonly dueKey: string }

const list = 'actions'
const dueKey = sql<string>`(coalesce(act.due_on::text, '~') collate "C")`

/** The actions of a day, the one due first first, undated ones last; none of a recommendation whose words the reader may not see. */
export async function listActions(
  snapshot: Snapshot,
  { filter, ...request }: AsAt & PageRequest & { readonly filter?: ActionsFilter | null },
): Promise<PageResult<ActionListed>> {
  const window = readWindow(list, ['TEXT', 'TEXT', 'TEXT'], request)
  if (!window.ok) return window
  const { authority, lead, dueFrom, dueBefore, open, illustrative } = filter ?? {}
  const actions = itemsAsAt(snapshot, request, ['EXEMPTION'])
    .innerJoin(rowsIn(snapshot, recommendationActionTable, request.asAt ?? snapshot.today).as('act'), 'act.stream', 'item.stream')
    .where('item.merged_into', 'is', null)
    .where('item.text_hidden', '=', false)
    .$if(authority != null, (q) => q.where('item.authority', '=', authority ?? ''))
    .$if(illustrative != null, (q) => q.where('item.illustrative', '=', illustrative ?? false))
    .$if(lead != null, (q) => q.where('act.lead', '=', lead ?? ''))
    .$if(dueFrom != null, (q) => q.where('act.due_on', '>=', dueFrom ?? ''))
    .$if(dueBefore != null, (q) => q.where('act.due_on', '<', dueBefore ?? ''))
    .$if(open != null, (q) => q.where(sql<boolean>`(act.status in ('PLANNED', 'STARTED')) = ${open}`))
  const { total } = await actions.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const [due, stream, action] = window.after ?? []
  const rows = await actions
    .select(['act.stream', 'act.action', dueKey.as('due_key')])
    .$if(window.after !== null, (q) =>
      q.where(sql<boolean>`(${dueKey}, act.stream, act.action) > (${due}::text, ${stream}::text, ${action}::text)`),
    )
    .orderBy('due_key')
    .orderBy('act.stream')
    .orderBy('act.action')
    .limit(window.first + 1)
    .execute()
  const nodes = rows.map((row): ActionListed => ({ recommendation: row.stream, actionId: row.action, dueKey: row.due_key }))
  const keys = (row: ActionListed) => [row.dueKey, row.recommendation, row.actionId]
  return { ok: true, page: toPage(list, window, Number(total), { rows: nodes, keys, node: (row: ActionListed) => row }) }
}

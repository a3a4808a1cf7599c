import type { ItemOfFinding } from '@outstanding/domain'
import { parseStream, recommendationDecider, visitDecider } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { actWithItems } from '../commands/act-with-items.ts'
import { commandField } from '../commands/command-mutation.ts'
import { foldStream } from '../commands/fold-stream.ts'
import { isPublished } from '../report/report-facts.ts'
import { settleLinks } from './settle-links.ts'

commandField('LinkFinding', {
  description:
    'Records that a finding of the visit concerns the recommendations named. Each of them then shows it as an independent finding, in its own ' +
    'history too. If the finding is corrected, they follow. Sending it again with the same `commandId` continues where it was interrupted.',
  fields: (t) => ({
    visit: t.id({ required: true, description: "The visit's `id`." }),
    ref: t.id({ required: true, description: 'The reference of the finding.' }),
    items: t.idList({ required: true, description: 'The `id` of every recommendation that it concerns.' }),
  }),
  execute: async (input, facts, context) => {
    const { visit, ref, items } = input
    const existing = parseStream(visit)?.aggregate === 'visit' ? await facts.stream(visit) : null
    const known = existing && (await foldStream(context.store, visitDecider, visit))
    if (!existing || !known) return { kind: 'NOT_FOUND', id: visit, field: 'visit' }
    const ofItems: ItemOfFinding[] = []
    for (const id of items.slice(0, mostItems)) {
      const item = await itemOfFinding(context.store, id)
      if (item === null) return { kind: 'NOT_FOUND', id, field: 'items' }
      ofItems.push(item)
    }
    const reportPublished = known.visit !== null && (await isPublished(context.store, known.visit.report))
    const ready = { kind: 'READY', stream: visit, ...existing, data: { ref, items, ofItems, reportPublished } } as const
    return actWithItems(context, visitDecider, { ready, type: 'LinkFinding', input }, settleLinks)
  },
})

/** More are refused by the rules, and need not be read for that. */
const mostItems = 100

/** An item as the log itself has it; null where there is no such recommendation. */
async function itemOfFinding(store: EventStore, id: string): Promise<ItemOfFinding | null> {
  if (parseStream(id)?.aggregate !== 'recommendation') return null
  const state = await foldStream(store, recommendationDecider, id)
  if (state === null || state.kind === 'NOT_ISSUED') return null
  const start = state.kind === 'ISSUED' ? state.issued : state.listed
  return { id, reference: start.reference ?? start.localReference, since: start.effectiveOn, isMerged: state.record.merged !== null }
}

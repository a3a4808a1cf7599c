import type { ItemOfReport, PublicationFacts, RecommendationState } from '@outstanding/domain'
import { baselineDoubt, parseStream, recommendationDecider, reportDecider } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { actWithItems } from '../commands/act-with-items.ts'
import { commandField } from '../commands/command-mutation.ts'
import { foldStream } from '../commands/fold-stream.ts'
import { applyDates } from './apply-dates.ts'
import { publicationOf } from './report-facts.ts'

commandField('ApplyReportDates', {
  description:
    'The corrected dates of the report go to the recommendations named: the issue of each is corrected in its own history, and its completion ' +
    'date is calculated again. Those whose date is in doubt: `recommendations(filter: { report, baselineInDoubt: true })`. Assessments that rest on ' +
    'the old date are flagged and stay as they were decided. Sent again with the same `commandId`, it goes on where it broke off.',
  fields: (t) => ({
    report: t.id({ required: true, description: "The report's `id`." }),
    items: t.idList({ required: true, description: 'The `id` of every recommendation to which its dates are applied.' }),
    reason: t.string({ required: true, description: 'Why: shown with the correction of each.' }),
  }),
  execute: async (input, facts, context) => {
    const { report, items, reason } = input
    const existing = await facts.stream(report)
    const known = existing && (await publicationOf(context.store, report))
    if (!existing || !known) return { kind: 'NOT_FOUND', id: report, field: 'report' }
    const ofItems: ItemOfReport[] = []
    for (const id of items) {
      const item = await itemOfReport(context.store, id, known.publication)
      if (item === null) return { kind: 'NOT_FOUND', id, field: 'items' }
      ofItems.push(item)
    }
    const ready = { kind: 'READY', stream: report, ...existing, data: { items, reason, ofItems } } as const
    return actWithItems(context, reportDecider, { ready, type: 'ApplyReportDates', input }, applyDates)
  },
})

/** An item as the log itself has it; null where there is no such recommendation. */
async function itemOfReport(store: EventStore, id: string, publication: PublicationFacts): Promise<ItemOfReport | null> {
  if (parseStream(id)?.aggregate !== 'recommendation') return null
  const state = await foldStream(store, recommendationDecider, id)
  if (state === null || state.kind === 'NOT_ISSUED') return null
  const { report, reference, localReference } = startOf(state)
  return {
    id,
    reference: reference ?? localReference,
    isOfReport: report === publication.report,
    isInDoubt: baselineDoubt(state, publication) !== null,
  }
}

const startOf = (state: Exclude<RecommendationState, { kind: 'NOT_ISSUED' }>) => (state.kind === 'ISSUED' ? state.issued : state.listed)

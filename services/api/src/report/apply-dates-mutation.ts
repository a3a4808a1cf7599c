import { baselineDoubt, reportDecider } from '@outstanding/domain'
import { actWithItems } from '../commands/act-with-items.ts'
import { commandField } from '../commands/command-mutation.ts'
import { applyDates } from './apply-dates.ts'
import { itemsOfReport } from './item-of-report.ts'
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
    const named = await itemsOfReport(context.store, items, report)
    if ('missing' in named) return { kind: 'NOT_FOUND', id: named.missing, field: 'items' }
    const ofItems = named.map(({ state, ...item }) => ({ ...item, isInDoubt: baselineDoubt(state, known.publication) !== null }))
    const ready = { kind: 'READY', stream: report, ...existing, data: { items, reason, ofItems } } as const
    return actWithItems(context, reportDecider, { ready, type: 'ApplyReportDates', input }, applyDates)
  },
})

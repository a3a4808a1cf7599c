import { visitDecider, visitIdentity } from '@outstanding/domain'
import { visitStream } from '@outstanding/event-store'
import { parseStream } from '@outstanding/domain'
import { TextKindType } from '../graphql/text-kind.ts'
import { builder } from '../graphql/builder.ts'
import { commandMutation } from '../commands/command-mutation.ts'
import { commandsTo } from '../commands/commands-to.ts'
import { BetterFigure, SincePrecision, VisitDatePrecision, VisitDirection, VisitKnownFrom } from './enums.ts'

commandMutation(visitDecider, 'RecordVisit', {
  description:
    'Records a visit of inspectors to the authority of the report. Body, number and first day identify it within its authority: recording it twice is refused.',
  fields: (t) => ({
    report: t.id({
      required: true,
      description: 'The `id` of the document on the register in which the visit is printed. The public sees the visit where it sees that.',
    }),
    body: t.string({ required: true, description: 'Who visited.' }),
    ordinal: t.int({ description: 'Which visit of a series it was: 3 for the third.' }),
    from: t.field({ type: 'Date', required: true, description: 'The first day. With MONTH, the first day of the month.' }),
    to: t.field({ type: 'Date', required: true, description: 'The last day. With MONTH, the last day of the month.' }),
    datePrecision: t.field({ type: VisitDatePrecision, description: 'How exactly the dates are known. By default DAY.' }),
    knownFrom: t.field({ type: VisitKnownFrom, required: true, description: 'How the visit is known.' }),
    letterOn: t.field({ type: 'Date', description: 'With LETTER, and only then: the date of the letter.' }),
    scope: t.string({ description: 'What the visit looked at.' }),
  }),
  prepare: async ({ report, body, ordinal, from, to, datePrecision, knownFrom, letterOn, scope }, facts) => {
    const existing = parseStream(report)?.aggregate === 'report' ? await facts.stream(report) : null
    if (!existing) return { kind: 'NOT_FOUND', id: report, field: 'report' }
    const { authority } = existing
    const data = { body, authority, ordinal, from, to, datePrecision: datePrecision ?? 'DAY', knownFrom, letterOn, report, scope }
    return { kind: 'READY', stream: visitStream(authority, visitIdentity(data)), ...existing, data }
  },
})

const ComparedInput = builder.inputType('ComparedFigureInput', {
  description: 'A figure that another is compared with.',
  fields: (t) => ({
    value: t.string({ required: true, description: 'The figure as printed, with a point: `21.7`.' }),
    of: t.string({ required: true, description: 'Whose figure it is, or when it was counted.' }),
  }),
})
const FigureInput = builder.inputType('FindingFigureInput', {
  description: 'A figure of a finding.',
  fields: (t) => ({
    what: t.string({ required: true, description: 'What is counted, in your own words.' }),
    value: t.string({ required: true, description: 'The figure as printed, with a point: `24` or `21.7`.' }),
    unit: t.string({ description: 'For example `percent`.' }),
    period: t.string({ description: 'The period it is about.' }),
    comparator: t.field({ type: ComparedInput, description: 'The same figure earlier.' }),
    benchmark: t.field({ type: ComparedInput, description: 'The figure of others at about that time.' }),
    better: t.field({ type: BetterFigure, description: 'Which figure is the better one.' }),
  }),
})
const OutstandingSinceInput = builder.inputType('OutstandingSinceInput', {
  description: 'The earlier inspection since which a finding is outstanding.',
  fields: (t) => ({
    on: t.field({ type: 'Date', required: true, description: 'When that was. With MONTH or YEAR, the last day of it.' }),
    precision: t.field({ type: SincePrecision, required: true, description: 'How exactly the date is known.' }),
    asPrinted: t.string({ required: true, description: 'Which inspection, and its date as printed.' }),
  }),
})

commandsTo('visit', visitDecider)('RecordVisitFinding', {
  description: 'Records what inspectors found on a visit.',
  fields: (t) => ({
    ref: t.id({ required: true, description: 'Your reference, unique within the visit: `F1`.' }),
    area: t.string({ required: true, description: 'What the finding is about.' }),
    words: t.string({ required: true, description: 'What was found, as a summary or quoted.' }),
    textKind: t.field({ type: TextKindType, description: 'Whether the words are a quotation or a summary. By default SUMMARY.' }),
    direction: t.field({ type: VisitDirection, required: true, description: 'The direction of the finding.' }),
    figures: t.field({ type: [FigureInput], description: 'The figures in it.' }),
    outstandingSince: t.field({
      type: OutstandingSinceInput,
      description: 'Where it is said to be outstanding since an earlier inspection.',
    }),
    place: t.string({ description: 'Page, paragraph or line.' }),
  }),
  data: ({ ref, area, words, textKind, direction, figures, outstandingSince, place }) => ({
    ref,
    area,
    words,
    textKind: textKind ?? 'SUMMARY',
    direction,
    figures: figures ?? [],
    outstandingSince,
    place,
  }),
})

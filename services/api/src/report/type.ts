import type { Finding, Judgement, Report } from '@outstanding/read-models'
import { builder } from '../builder.ts'
import { connectionTo } from '../connection/connection.ts'
import { HistoryOf } from '../history/history-field.ts'
import type { Basis } from '../reading/basis.ts'
import { now } from '../reading/basis.ts'
import type { View } from '../reading/reading.ts'
import { GradeMeaning, PrintedIn, PublicationState, PublishedPrecision, ReportFindingDirection, ReportKind } from './enums.ts'

const JudgementType = builder.objectRef<Judgement>('Judgement').implement({
  description: 'A grade as printed, with its scale: compared with others by its meaning only.',
  fields: (t) => ({
    judgementId: t.exposeID('judgementId'),
    subject: t.exposeString('subject'),
    column: t.exposeString('column', { nullable: true }),
    section: t.exposeString('section', { nullable: true }),
    grade: t.exposeString('grade', { description: 'As printed.' }),
    scale: t.exposeString('scale', { nullable: true }),
    meaning: t.expose('meaning', { type: GradeMeaning, nullable: true }),
    meaningDerived: t.exposeBoolean('meaningDerived', {
      description: "True where the meaning is our reading of the scale, not the report's own word.",
    }),
    printedIn: t.expose('printedIn', { type: PrintedIn }),
    place: t.exposeString('place', { nullable: true }),
  }),
})

export const FindingType = builder.objectRef<Finding>('Finding').implement({
  description: 'What a report found, in our words.',
  fields: (t) => ({
    findingId: t.exposeID('findingId'),
    reportId: t.exposeID('report'),
    subject: t.exposeString('subject'),
    words: t.exposeString('words'),
    direction: t.expose('direction', { type: ReportFindingDirection }),
    place: t.exposeString('place', { nullable: true }),
  }),
})

/** A report, and in which times it was asked for. */
export type ReportNode = Report & { readonly basis: Basis }

export const ReportType = builder.objectRef<ReportNode>('Report')

builder.node(ReportType, {
  description: 'A source report: an inspection, an inquiry, a national review. A tracking report is none.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, context) => reportNode(await context.reading.view(), id, now),
  interfaces: [HistoryOf],
  fields: (t) => ({
    title: t.exposeString('title'),
    publisher: t.exposeString('publisher'),
    framework: t.exposeString('framework', { nullable: true, description: 'Null, as what follows, where it is known only by mention.' }),
    kind: t.expose('kind', { type: ReportKind, nullable: true }),
    authority: t.exposeID('authority', { description: 'The slug; `national` where it is addressed to all.' }),
    authorityName: t.exposeString('authorityName'),
    reference: t.exposeString('reference', { nullable: true, description: "As printed: an authority's code, not an identity." }),
    publishedOn: t.expose('publishedOn', { type: 'Date', nullable: true }),
    publishedAsPrinted: t.exposeString('publishedAsPrinted', { nullable: true }),
    publishedPrecision: t.expose('publishedPrecision', { type: PublishedPrecision }),
    inspectedFrom: t.expose('inspectedFrom', { type: 'Date', nullable: true }),
    inspectedTo: t.expose('inspectedTo', { type: 'Date', nullable: true }),
    adoptedOn: t.expose('adoptedOn', { type: 'Date', nullable: true }),
    adoptedBy: t.exposeString('adoptedBy', { nullable: true }),
    addressee: t.exposeString('addressee', { nullable: true }),
    seenIn: t.exposeString('seenIn', { nullable: true, description: 'Where it was seen when the report itself is not to hand.' }),
    documentDigest: t.exposeString('documentDigest', { nullable: true }),
    summary: t.exposeString('summary', { nullable: true }),
    publication: t.expose('publication', { type: PublicationState }),
    withdrawn: t.exposeString('withdrawn', {
      nullable: true,
      description: 'Why its publisher withdrew it; it stays on the register, marked.',
    }),
    illustrative: t.exposeBoolean('illustrative', { description: 'Of a made-up council.' }),
    revision: t.exposeInt('revision', { description: 'What `expectedRevision` of the next command names.' }),
    judgements: t.field({
      type: [JudgementType],
      complexity: { field: 2, multiplier: 20 },
      resolve: async ({ id, basis }, _args, context) => [
        ...(await (await context.reading.view()).at(basis).load.judgements(id, basis.asAt)),
      ],
    }),
    findings: t.field({
      type: [FindingType],
      complexity: { field: 2, multiplier: 10 },
      resolve: async ({ id, basis }, _args, context) => [...(await (await context.reading.view()).at(basis).load.findings(id, basis.asAt))],
    }),
  }),
})

/** In any two times; null where there was none, or it is not for this reader. */
export async function reportNode(view: View, id: string, basis: Basis): Promise<ReportNode | null> {
  const report = await view.at(basis).load.report(id, basis.asAt)
  return report && { ...report, basis }
}

export const ReportConnection = connectionTo(ReportType, 'Report')

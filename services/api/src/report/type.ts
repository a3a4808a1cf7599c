import type { Finding, Judgement, Report } from '@outstanding/read-models'
import { findingsOfReport, judgementsOfReport, reportById } from './loaders.ts'
import { TextKindType } from '../graphql/text-kind.ts'
import { builder } from '../graphql/builder.ts'
import { connectionTo } from '../lists/connection.ts'
import { HistoryOf } from '../audit/history/history-field.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { now } from '../as-of/as-of.ts'
import type { View } from '../as-of/read-session.ts'
import { GradeMeaning, PrintedIn, PublicationState, PublishedPrecision, ReportFindingDirection, ReportKind } from './enums.ts'

const JudgementType = builder.objectRef<Judgement>('Judgement').implement({
  description: 'A grade as published, with its scale. Grades are compared only by their meaning.',
  fields: (t) => ({
    judgementId: t.exposeID('judgementId', { description: 'The id of the judgement within the report.' }),
    subject: t.exposeString('subject', { description: 'The subject of the judgement, as printed.' }),
    column: t.exposeString('column', { nullable: true, description: "The table's column, as printed. Null if it has only one." }),
    section: t.exposeString('section', {
      nullable: true,
      description: 'The section of the report, as printed. Null if none was recorded.',
    }),
    grade: t.exposeString('grade', { description: 'As printed.' }),
    scale: t.exposeString('scale', { nullable: true, description: 'The scale, as the report states it. Null if it states none.' }),
    meaning: t.expose('meaning', {
      type: GradeMeaning,
      nullable: true,
      description: 'The equivalent grade. Null if the scale does not say.',
    }),
    meaningDerived: t.exposeBoolean('meaningDerived', {
      description: "True if the meaning is our interpretation of the scale, not the report's own wording.",
    }),
    printedIn: t.expose('printedIn', { type: PrintedIn, description: 'Where the report prints it.' }),
    place: t.exposeString('place', { nullable: true, description: 'Page, paragraph or table. Null if none was recorded.' }),
  }),
})

export const FindingType = builder.objectRef<Finding>('Finding').implement({
  description: 'A finding of a report.',
  fields: (t) => ({
    findingId: t.exposeID('findingId', { description: 'The id of the finding within the report.' }),
    reportId: t.exposeID('report', { description: 'The `id` of the report.' }),
    subject: t.exposeString('subject', { description: 'What the finding is about.' }),
    words: t.exposeString('words', { description: 'What was found, as a summary or quoted: see `textKind`.' }),
    textKind: t.expose('textKind', { type: TextKindType, description: 'Whether the words are a quotation or a summary.' }),
    direction: t.expose('direction', { type: ReportFindingDirection, description: 'The direction of the finding.' }),
    place: t.exposeString('place', { nullable: true, description: 'Page, paragraph or table. Null if none was recorded.' }),
    foundOn: t.expose('on', { type: 'Date', description: 'The day of the finding.' }),
  }),
})

/** A report, and in which times it was asked for. */
export type ReportNode = Report & { readonly asOf: AsOf }

export const ReportType = builder.objectRef<ReportNode>('Report')

builder.node(ReportType, {
  description: 'A source report, for example an inspection, an inquiry or a national review. Tracking reports are not included.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, context) => reportNode(await context.readSession.view(), id, now),
  interfaces: [HistoryOf],
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Its title, as printed.' }),
    publisher: t.exposeString('publisher', { description: 'The body that published it.' }),
    framework: t.exposeString('framework', {
      nullable: true,
      description: 'The framework of the report. Null, like the next fields, if only a mention of the report is known.',
    }),
    kind: t.expose('kind', {
      type: ReportKind,
      nullable: true,
      description: 'What kind of report it is. Null if only a mention of the report is known.',
    }),
    authority: t.exposeID('authority', { description: "The authority's slug, or `national` if it is addressed to all." }),
    authorityName: t.exposeString('authorityName', { description: "The authority's name, as printed." }),
    reference: t.exposeString('reference', { nullable: true, description: "As printed: an authority's code, not an identity." }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of publication, to be read with `publishedPrecision`. Null if not known.',
    }),
    publishedAsPrinted: t.exposeString('publishedAsPrinted', {
      nullable: true,
      description: 'The date of publication as printed. Null if none was recorded.',
    }),
    publishedPrecision: t.expose('publishedPrecision', {
      type: PublishedPrecision,
      description: 'How exactly the day of publication is known.',
    }),
    inspectedFrom: t.expose('inspectedFrom', {
      type: 'Date',
      nullable: true,
      description: 'The first day of the inspection. Null if none was recorded.',
    }),
    inspectedTo: t.expose('inspectedTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day of the inspection. Null if none was recorded.',
    }),
    adoptedOn: t.expose('adoptedOn', { type: 'Date', nullable: true, description: 'The day a body adopted it. Null if none did.' }),
    adoptedBy: t.exposeString('adoptedBy', { nullable: true, description: 'The body that adopted it. Null if none did.' }),
    addressee: t.exposeString('addressee', {
      nullable: true,
      description: 'The body that its whole list of recommendations is addressed to. Null if none was recorded.',
    }),
    seenIn: t.exposeString('seenIn', { nullable: true, description: 'Where it was mentioned, if we do not hold the report itself.' }),
    documentDigest: t.exposeString('documentDigest', {
      nullable: true,
      description: 'The fingerprint of the document as published: `sha256:` and 64 hex digits. Null if none was recorded.',
    }),
    summary: t.exposeString('summary', { nullable: true, description: 'A summary, in our own words. Null if there is none.' }),
    publication: t.expose('publication', { type: PublicationState, description: 'Whether it is on the public register.' }),
    embargoedUntil: t.expose('embargoedUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'The time from which it is public (UTC). Null if it is under no embargo, or if the embargo has ended.',
    }),
    withdrawn: t.exposeString('withdrawn', {
      nullable: true,
      description: 'Why its publisher withdrew it. A withdrawn report stays on the register and is marked.',
    }),
    illustrative: t.exposeBoolean('illustrative', { description: 'True for an invented council (example data).' }),
    revision: t.exposeInt('revision', { description: 'Give this as `expectedRevision` of the next command.' }),
    judgements: t.field({
      type: [JudgementType],
      complexity: { field: 2, multiplier: 20 },
      description: 'The grades in the report.',
      resolve: async ({ id, asOf }, _args, context) => [
        ...(await (await context.readSession.view()).at(asOf).load(judgementsOfReport, id, asOf.asAt)),
      ],
    }),
    findings: t.field({
      type: [FindingType],
      complexity: { field: 2, multiplier: 10 },
      description: 'The findings of the report.',
      resolve: async ({ id, asOf }, _args, context) => [
        ...(await (await context.readSession.view()).at(asOf).load(findingsOfReport, id, asOf.asAt)),
      ],
    }),
  }),
})

/** In any two times; null where there was none, or it is not for this reader. */
export async function reportNode(view: View, id: string, asOf: AsOf): Promise<ReportNode | null> {
  const report = await view.at(asOf).load(reportById, id, asOf.asAt)
  return report && { ...report, asOf }
}

export const ReportConnection = connectionTo(ReportType, 'Report')

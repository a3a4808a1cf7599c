import type { Figure } from '@outstanding/domain'
import type { Visit, VisitFinding } from '@outstanding/read-models/visits'
import { visitTitle } from '@outstanding/wording'
import { TextKindType } from '../graphql/text-kind.ts'
import { builder } from '../graphql/builder.ts'
import { connectionTo } from '../lists/connection.ts'
import { HistoryOf } from '../audit/history/history-field.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { now } from '../as-of/as-of.ts'
import type { View } from '../as-of/read-session.ts'
import { reportById } from '../report/loaders.ts'
import type { ReportNode } from '../report/type.ts'
import { ReportType, reportNode } from '../report/type.ts'
import { BetterFigure, SincePrecision, VisitDatePrecision, VisitDirection, VisitKnownFrom } from './enums.ts'
import { findingsOfVisit, visitById } from './loaders.ts'

/** A number as printed, for a program to calculate with. */
const numberOf = (printed: string | undefined): number | null => (printed === undefined ? null : Number(printed))

const FigureType = builder.objectRef<Figure>('FindingFigure').implement({
  description: 'A figure of a finding, with what it is compared with.',
  fields: (t) => ({
    what: t.exposeString('what', { description: 'What is counted, in our words.' }),
    value: t.float({ description: 'The figure.', resolve: ({ value }) => Number(value) }),
    unit: t.exposeString('unit', { nullable: true, description: 'For example `percent`. Null for a plain number.' }),
    period: t.exposeString('period', { nullable: true, description: 'The period it is about. Null if none is printed.' }),
    comparator: t.float({
      nullable: true,
      description: 'The same figure earlier. Null if none is printed.',
      resolve: ({ comparator }) => numberOf(comparator?.value),
    }),
    comparatorOf: t.string({
      nullable: true,
      description: 'When the comparator was counted. Null without one.',
      resolve: ({ comparator }) => comparator?.of,
    }),
    benchmark: t.float({
      nullable: true,
      description: 'The figure of others at about that time, for example the average of England. Null if none is printed.',
      resolve: ({ benchmark }) => numberOf(benchmark?.value),
    }),
    benchmarkOf: t.string({
      nullable: true,
      description: 'Whose figure the benchmark is. Null without one.',
      resolve: ({ benchmark }) => benchmark?.of,
    }),
    better: t.expose('better', {
      type: BetterFigure,
      nullable: true,
      description: 'Which figure is the better one. Null if that is not clear.',
    }),
  }),
})

const OutstandingSinceType = builder.objectRef<NonNullable<VisitFinding['outstandingSince']>>('OutstandingSince').implement({
  description: 'The earlier inspection since which a finding is outstanding.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'When that was, to be read with `precision`.' }),
    precision: t.expose('precision', { type: SincePrecision, description: 'How exactly the date is known.' }),
    asPrinted: t.exposeString('asPrinted', { description: 'Which inspection, and its date as printed.' }),
  }),
})

/** A finding, and in which times it was asked for. */
export type VisitFindingNode = VisitFinding & { readonly asOf: AsOf }
export const VisitFindingType = builder.objectRef<VisitFindingNode>('VisitFinding').implement({
  description: 'What inspectors found on a visit.',
  fields: (t) => ({
    ref: t.exposeID('ref', { description: 'Our reference, unique within the visit.' }),
    visitId: t.exposeID('visit', { description: 'The `id` of the visit.' }),
    area: t.exposeString('area', { description: 'What the finding is about.' }),
    words: t.exposeString('words', { description: 'What was found, as a summary or quoted: see `textKind`.' }),
    textKind: t.expose('textKind', { type: TextKindType, description: 'Whether the words are a quotation or a summary.' }),
    direction: t.expose('direction', { type: VisitDirection, description: 'The direction of the finding.' }),
    figures: t.field({ type: [FigureType], description: 'The figures in it. May be empty.', resolve: ({ figures }) => [...figures] }),
    outstandingSince: t.field({
      type: OutstandingSinceType,
      nullable: true,
      description: 'The earlier inspection since which it is outstanding. Null if it is not said to be.',
      resolve: ({ outstandingSince }) => outstandingSince,
    }),
    place: t.exposeString('place', { nullable: true, description: 'Page, paragraph or line. Null if none was recorded.' }),
  }),
})

const LetterType = builder.objectRef<{ readonly on: string }>('VisitLetter').implement({
  description: 'The letter in which inspectors report on a visit.',
  fields: (t) => ({ on: t.expose('on', { type: 'Date', description: 'The date of the letter.' }) }),
})

/** A visit, and in which times it was asked for. */
export type VisitNode = Visit & { readonly asOf: AsOf }
export const VisitType = builder.objectRef<VisitNode>('Visit')

builder.node(VisitType, {
  description: 'A visit of inspectors to an authority, for example a monitoring visit after an inspection.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, context) => visitNode(await context.readSession.view(), id, now),
  interfaces: [HistoryOf],
  fields: (t) => ({
    title: t.string({ description: 'Who visited and when, in words.', resolve: (visit) => visitTitle(visit) }),
    body: t.exposeString('body', { description: 'Who visited.' }),
    authority: t.exposeID('authority', { description: 'The slug of the authority that was visited.' }),
    authorityName: t.string({
      description: "The authority's name.",
      resolve: async ({ report, authority, asOf }, _args, context) =>
        (await (await context.readSession.view()).at(asOf).load(reportById, report, asOf.asAt))?.authorityName ?? authority,
    }),
    ordinal: t.exposeInt('ordinal', {
      nullable: true,
      description: 'Which visit of a series it was: 3 for the third. Null if not printed.',
    }),
    from: t.expose('from', { type: 'Date', description: 'The first day, to be read with `datePrecision`.' }),
    to: t.expose('to', { type: 'Date', description: 'The last day, to be read with `datePrecision`.' }),
    datePrecision: t.expose('datePrecision', { type: VisitDatePrecision, description: 'How exactly the dates are known.' }),
    knownFrom: t.expose('knownFrom', { type: VisitKnownFrom, description: 'How the visit is known.' }),
    letter: t.field({
      type: LetterType,
      nullable: true,
      description: 'The letter. Null if the visit is known from a summary of the inspected body.',
      resolve: ({ letterOn }) => (letterOn === null ? null : { on: letterOn }),
    }),
    report: t.field({
      type: ReportType,
      nullable: true,
      description: 'The document on the register in which it is printed. Null if it was not there at that time.',
      resolve: async ({ report, asOf }, _args, context): Promise<ReportNode | null> =>
        reportNode(await context.readSession.view(), report, asOf),
    }),
    scope: t.exposeString('scope', { nullable: true, description: 'What the visit looked at. Null if not recorded.' }),
    illustrative: t.exposeBoolean('illustrative', { description: 'True for an invented council (example data).' }),
    revision: t.exposeInt('revision', { description: 'Give this as `expectedRevision` of the next command.' }),
    findings: t.field({
      type: [VisitFindingType],
      complexity: { field: 2, multiplier: 10 },
      description: 'The findings, in the order in which they were recorded.',
      resolve: async ({ id, asOf }, _args, context) =>
        (await (await context.readSession.view()).at(asOf).load(findingsOfVisit, id, asOf.asAt)).map((finding) => ({ ...finding, asOf })),
    }),
  }),
})

/** In any two times; null where there was none, or it is not for this reader. */
export async function visitNode(view: View, id: string, asOf: AsOf): Promise<VisitNode | null> {
  const visit = await view.at(asOf).load(visitById, id, asOf.asAt)
  return visit && { ...visit, asOf }
}

/** One finding of a visit; null as above. */
export async function visitFinding(view: View, visit: string, ref: string, asOf: AsOf): Promise<VisitFindingNode | null> {
  if ((await visitNode(view, visit, asOf)) === null) return null
  const finding = (await view.at(asOf).load(findingsOfVisit, visit, asOf.asAt)).find((each) => each.ref === ref)
  return finding === undefined ? null : { ...finding, asOf }
}

export const VisitConnection = connectionTo(VisitType, 'Visit')

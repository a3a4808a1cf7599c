import type { RecommendationOwner, Report } from '@outstanding/read-models'
import { asLastRegistered } from '../report/as-last-registered.ts'
import { reportById } from '../report/loaders.ts'
import { childrenOfParent } from './loaders.ts'
import { builder } from '../graphql/builder.ts'
import { connectionTo } from '../lists/connection.ts'
import type { Context } from '../server/context.ts'
import { HistoryOf } from '../audit/history/history-field.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { now } from '../as-of/as-of.ts'
import type { View } from '../as-of/read-session.ts'
import { ReportType } from '../report/type.ts'
import { ChildrenSummaryType, summaryOf } from './children-summary.ts'
import { PlaceType } from './entry-types.ts'
import { ConclusionReason, OwnerRole } from './enums.ts'
import { recommendationNode } from './node.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import { BaselineInDoubtType } from './baseline-in-doubt-type.ts'
import { ExemptionType } from './exemption-type.ts'
import { GravityType } from './gravity.ts'
import { DerivationType } from './derivation-type.ts'
import { TimescaleType } from './timescale-type.ts'
import { PositionType } from './position-type.ts'

const FormerOwnerType = builder.objectRef<NonNullable<RecommendationOwner['transferredFrom']>>('FormerOwner').implement({
  description: 'Who was responsible before a transfer.',
  fields: (t) => ({
    id: t.exposeID('owner', { description: "The office's `id`." }),
    name: t.exposeString('name', { description: 'Its name on the day of the transfer.' }),
    on: t.expose('on', { type: 'Date', description: 'The day of the transfer (Europe/London).' }),
  }),
})

const OwnerType = builder.objectRef<RecommendationOwner>('Owner').implement({
  description: 'An owner: an office or body, never a person.',
  fields: (t) => ({
    id: t.exposeID('owner', { description: "An office's `id`." }),
    name: t.exposeString('name', { description: "The office's or body's name on the day of `asAt`." }),
    formerName: t.exposeString('formerName', {
      nullable: true,
      description: "The office's name when it was made responsible. Null if the name is still the same.",
    }),
    transferredFrom: t.field({
      type: FormerOwnerType,
      nullable: true,
      description: 'The previous owner, if a service was transferred or an office ended. Null if it was assigned directly.',
      resolve: ({ transferredFrom }) => transferredFrom,
    }),
    abolishedOn: t.expose('abolishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day the office ended, if it had ended by the day of `asAt`. Another owner must then be assigned.',
    }),
    role: t.expose('role', { type: OwnerRole, description: 'Its role as an owner.' }),
    asPrinted: t.exposeString('asPrinted', { nullable: true, description: 'How the document names it. Null if that was not recorded.' }),
  }),
})

export const RecommendationType = builder.objectRef<RecommendationNode>('Recommendation')

builder.node(RecommendationType, {
  description: 'A recommendation made to a public body, with its full history.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, context) => recommendationNode(await context.readSession.view(), id, now),
  interfaces: [HistoryOf],
  fields: (t) => ({
    authority: t.exposeID('authority', { description: 'The slug of the authority.' }),
    reference: t.exposeString('reference', { nullable: true, description: 'As printed.' }),
    localReference: t.exposeString('localReference', { description: 'Our own reference, used if none is printed and shown as ours.' }),
    ordinal: t.exposeInt('ordinal', { description: "Its number in the report's list, from 1. For a part, its number within its parent." }),
    title: t.exposeString('title', { description: 'Its title, as printed or in our own words.' }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'The text, as printed or as a summary: see `textKind`. Null if only the title is available.',
    }),
    textToHand: t.boolean({
      description: 'False if a table lists it and its text is not available.',
      resolve: ({ text, textHidden }) => text !== null || textHidden,
    }),
    gravity: t.expose('gravity', {
      type: GravityType,
      nullable: true,
      description: 'How serious the report says it is. Null if it does not say.',
    }),
    addressee: t.string({
      nullable: true,
      description: "The body that it, or its report's whole list, is addressed to.",
      resolve: async ({ addressee, report, asOf }, _args, context) =>
        addressee ?? (await reportAsOf(await context.readSession.view(), report, asOf))?.addressee,
    }),
    place: t.expose('place', {
      type: PlaceType,
      nullable: true,
      description: 'Where in the report it is printed. Null if that was not recorded.',
    }),
    report: t.field({
      type: ReportType,
      description: 'The report that makes it.',
      resolve: async ({ report, asOf }, _args, context) => {
        const found = await reportAsOf(await context.readSession.view(), report, asOf)
        if (!found) throw new Error(`${report} is not in the read models`)
        return { ...found, asOf }
      },
    }),
    timescale: t.expose('timescale', { type: TimescaleType, description: 'How soon the report asks for it.' }),
    originalCompletionDate: t.expose('originalCompletionDate', {
      type: 'Date',
      nullable: true,
      description: 'Calculated once from the timescale or, for an undated item, the date a committee first agreed. It never changes.',
    }),
    derivation: t.expose('derivation', {
      type: DerivationType,
      nullable: true,
      description: 'How the original completion date was worked out. Null if there is no date.',
    }),
    baselineInDoubt: t.expose('baselineInDoubt', {
      type: BaselineInDoubtType,
      nullable: true,
      description:
        'Where the date of the report was corrected and the original completion date was worked out from the old one: until ' +
        '`applyReportDates` names this item. Null where there is no doubt.',
    }),
    revisedCompletionDate: t.expose('revisedCompletionDate', { type: 'Date', nullable: true, description: 'The last approved revision.' }),
    themes: t.stringList({
      description: 'The themes that it is listed under. Empty if it has none.',
      resolve: ({ themes }) => [...themes],
    }),
    owners: t.field({
      type: [OwnerType],
      description: 'Those responsible for it on the day of `asAt`.',
      resolve: ({ owners }) => [...owners],
    }),
    position: t.expose('position', { type: PositionType, description: 'The position on the day of `asAt`.' }),
    reportWithdrawn: t.exposeString('reportWithdrawn', {
      nullable: true,
      description: 'Why the publisher had withdrawn its report by the day of `asAt`. Null if it had not.',
    }),
    conclusionReason: t.expose('conclusionReason', {
      type: ConclusionReason,
      nullable: true,
      description: 'Why the committee concluded it. Null while it is open.',
    }),
    published: t.exposeBoolean('published', { description: 'Whether it is on the public register.' }),
    withheld: t.exposeString('withheld', { nullable: true, description: 'Why it is withheld.' }),
    exempt: t.expose('exempt', {
      type: ExemptionType,
      nullable: true,
      description:
        'What of it is exempt on the day of `asAt`; of a part, what of the whole is where that covers the text. Signed out, you then see ' +
        'its reference, owners, dates and position, and no words. Null if nothing is exempt.',
    }),
    void: t.boolean({
      description:
        'True if it was recorded by mistake. It is then in no list and no count. It is shown as last issued, so that its history can be read and the correction corrected.',
      resolve: ({ asIssuedAt }) => asIssuedAt !== undefined,
    }),
    illustrative: t.exposeBoolean('illustrative', { description: 'True for an invented council (example data).' }),
    revision: t.exposeInt('revision', { description: 'Give this as `expectedRevision` of the next command.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When its last entry was recorded.' }),
    parent: t.field({
      type: RecommendationType,
      nullable: true,
      description: 'The recommendation that it is a part of. Null if it is not a part.',
      resolve: ({ parent, asOf }, _args, context) => other(context, parent, asOf),
    }),
    childrenSummary: t.field({
      type: ChildrenSummaryType,
      nullable: true,
      description: 'Null if it has no children.',
      resolve: async (node, _args, context) => summaryOf(await childrenIn(node, context)),
    }),
    children: t.field({
      type: [RecommendationType],
      complexity: { field: 2, multiplier: 4 },
      description: 'Its parts, in their order. Empty if it has none.',
      resolve: (node, _args, context) => childrenIn(node, context),
    }),
    supersededBy: t.field({
      type: RecommendationType,
      nullable: true,
      description: 'The recommendation that replaces it. Null if there is none or you may not see it.',
      resolve: ({ supersededBy, asOf }, _args, context) => other(context, supersededBy, asOf),
    }),
    mergedInto: t.field({
      type: RecommendationType,
      nullable: true,
      description: 'The recommendation it was merged into. Null if there is none or you may not see it.',
      resolve: ({ mergedInto, asOf }, _args, context) => other(context, mergedInto, asOf),
    }),
  }),
})

async function childrenIn({ id, asOf }: RecommendationNode, context: Context): Promise<RecommendationNode[]> {
  const { load } = (await context.readSession.view()).at(asOf)
  return (await load(childrenOfParent, id, asOf.asAt)).map((row) => ({ ...row, asOf }))
}

/** Its report in the same times; what is known of it today, where it was registered after the day. */
async function reportAsOf(view: View, id: string, asOf: AsOf): Promise<Report | null> {
  const { load } = view.at(asOf)
  const found = (await load(reportById, id, asOf.asAt)) ?? (await load(reportById, id)) ?? (await view.load(reportById, id))
  return found ?? asLastRegistered(view, id)
}

/** Another recommendation in the same times; null where there is none or it is not to be seen. */
async function other(context: Context, id: string | null, asOf: AsOf): Promise<RecommendationNode | null> {
  return id === null ? null : recommendationNode(await context.readSession.view(), id, asOf)
}

export const RecommendationConnection = connectionTo(RecommendationType, 'Recommendation')

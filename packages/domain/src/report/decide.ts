import type { Decider } from '../kernel/decider.ts'
import { decideByTable, type CommandTable } from '../kernel/commands/table-decider.ts'
import { firstRefusal, type Refusal } from '../kernel/rule-book.ts'
import { date, flag, id, listOf, name, nullable, objectOf, words } from '../kernel/fields/declare.ts'
import type { ApplyReportDates, ReportCommand } from './commands.ts'
import { judgementIncoherence, judgementMeaning, registeredIncoherence } from './coherence.ts'
import { corrections } from './corrections.ts'
import { reportEvents, type ReportEvent, type ReportFindingLinked } from './events.ts'
import { refuse } from './rules.ts'
import { evolveReport, noReport, publicationFacts, type FindingOfReport, type ReportState } from './state.ts'

type Requires<Type extends ReportCommand['type']> = (
  command: Extract<ReportCommand, { readonly type: Type }>,
  state: ReportState,
) => Refusal | null

const isKnown = ({ registered, listed }: ReportState): boolean => registered !== null || listed !== null

/** A report that is on the register, and what else its command asks. */
const known =
  <Type extends ReportCommand['type']>(requires: Requires<Type>): Requires<Type> =>
  (command, state) =>
    isKnown(state) ? requires(command, state) : refuse('reportExists', 'report')

const notWithdrawn = ({ withdrawn }: ReportState): Refusal | null => (withdrawn === null ? null : refuse('reportNotWithdrawn', 'report'))

const embargoReport: Requires<'EmbargoReport'> = ({ data, today }, { publication }) => {
  if (publication === 'PUBLISHED') return refuse('embargoBeforePublication', 'report')
  return data.until.slice(0, today.length) < today ? refuse('embargoAhead', 'until') : null
}

const adoptReport: Requires<'AdoptReport'> = ({ data }, state) => {
  const earlier = state.adoptions.find(({ body }) => body === data.body)
  return notWithdrawn(state) ?? (earlier === undefined ? null : refuse('adoptedOnce', 'body', `${data.body} adopted it on ${earlier.on}`))
}

const recordJudgement: Requires<'RecordJudgement'> = ({ data }, state) =>
  firstRefusal([
    () => notWithdrawn(state),
    () => judgementIncoherence(data),
    () =>
      state.judgements.some(({ judgementId }) => judgementId === data.judgementId)
        ? refuse('judgementOnce', 'judgementId', data.judgementId)
        : null,
  ])

const recordFinding: Requires<'RecordFinding'> = ({ data }, state) =>
  notWithdrawn(state) ??
  (state.findings.some(({ findingId }) => findingId === data.findingId) ? refuse('findingOnce', 'findingId', data.findingId) : null)

const isGood = (direction: FindingOfReport['direction']): boolean => direction === 'IMPROVED' || direction === 'STRENGTH'

const linkReportFinding: Requires<'LinkReportFinding'> = ({ data }, { findings, findingLinks }) => {
  const { linkId, findingId, relation, recommendation, targetExists, targetOn } = data
  const finding = findings.find((one) => one.findingId === findingId)
  if (finding === undefined) return refuse('findingKnown', 'findingId', findingId)
  if (!targetExists) return refuse('linkedItemExists', 'recommendation')
  const sameLink = (link: ReportFindingLinked['data']): boolean =>
    link.findingId === findingId && link.recommendation === recommendation && link.relation === relation
  if (findingLinks.some((link) => link.linkId === linkId || sameLink(link))) return refuse('findingLinkOnce', 'linkId', linkId)
  if (targetOn !== null && finding.on < targetOn)
    return refuse('findingAgainstTime', 'recommendation', `${finding.on} is before ${targetOn}`)
  const isAgainst = relation === 'CONTINUES' ? isGood(finding.direction) : relation === 'IMPROVES_ON' && !isGood(finding.direction)
  return isAgainst ? refuse('relationMatchesDirection', 'relation') : null
}

const applyReportDates: Requires<'ApplyReportDates'> = ({ data: { items, ofItems } }) => {
  const named = (those: ApplyReportDates['data']['ofItems']): string => those.map(({ reference }) => reference).join(', ')
  const [others, settled] = [ofItems.filter(({ isOfReport }) => !isOfReport), ofItems.filter(({ isInDoubt }) => !isInDoubt)]
  if (new Set(items).size < items.length) return refuse('itemsNamedOnce', 'items')
  if (others.length > 0) return refuse('itemsOfReport', 'items', named(others))
  return settled.length > 0 ? refuse('datesInDoubt', 'items', named(settled)) : null
}

/** One letter is one act: where one of its responses cannot be recorded, none is. */
const respondToReport: Requires<'RespondToReport'> = ({ data: { responses, ofItems } }) => {
  const others = ofItems.filter(({ isOfReport }) => !isOfReport)
  const refused = ofItems.filter(({ refusal }) => refusal !== null)
  if (new Set(responses.map(({ item }) => item)).size < responses.length) return refuse('itemsNamedOnce', 'responses')
  if (others.length > 0) return refuse('itemsOfReport', 'responses', others.map(({ reference }) => reference).join(', '))
  if (refused.length === 0) return null
  return refuse('responsesAllowed', 'responses', refused.map(({ reference, refusal }) => `${reference}: ${refusal}`).join('; '))
}

export const reportCommands: CommandTable<ReportCommand, ReportState, ReportEvent> = {
  RegisterReport: {
    event: 'ReportRegistered',
    requires: ({ data, today }, state) =>
      state.registered === null ? registeredIncoherence(data, today) : refuse('notYetRegistered', 'report'),
  },
  RegisterMentionedReport: { event: 'ReportListed', requires: (_, state) => (isKnown(state) ? refuse('notYetListed', 'report') : null) },
  AdoptReport: { event: 'ReportAdopted', requires: known(adoptReport) },
  PublishReport: {
    event: 'ReportPublished',
    requires: known<'PublishReport'>((_, state) => (state.publication === 'PUBLISHED' ? refuse('notYetPublished', 'report') : null)),
  },
  EmbargoReport: { event: 'ReportEmbargoed', requires: known(embargoReport) },
  WithholdReport: {
    event: 'ReportWithheld',
    requires: known<'WithholdReport'>((_, state) => (state.publication === 'WITHHELD' ? refuse('notYetWithheld', 'report') : null)),
  },
  RecordJudgement: { event: 'JudgementRecorded', requires: known(recordJudgement), adds: ({ data }) => judgementMeaning(data) },
  RecordFinding: { event: 'FindingRecorded', requires: known(recordFinding) },
  ApplyReportDates: {
    event: 'ReportDatesApplied',
    besides: { ofItems: listOf(objectOf({ id, reference: name, isOfReport: flag, isInDoubt: flag }), { max: 5_000 }) },
    requires: known(applyReportDates),
    adds: (_, state) => ({ publication: publicationFacts(state) }),
  },
  LinkReportFinding: {
    event: 'ReportFindingLinked',
    requires: known(linkReportFinding),
    besides: { targetExists: flag, targetOn: nullable(date) },
  },
  RespondToReport: {
    event: 'ReportRespondedTo',
    besides: { ofItems: listOf(objectOf({ id, reference: name, isOfReport: flag, refusal: nullable(words) }), { max: 1_000 }) },
    requires: known(respondToReport),
  },
  WithdrawReport: { event: 'ReportWithdrawn', requires: known<'WithdrawReport'>((_, state) => notWithdrawn(state)) },
}

/** A source report: its registration, publication, judgements and findings. Its recommendations have streams of their own. */
export const reportDecider: Decider<ReportState, ReportCommand, ReportEvent> = {
  initial: noReport,
  decide: decideByTable<ReportCommand, ReportState, ReportEvent>(reportEvents, reportCommands),
  evolve: evolveReport,
  corrections,
}

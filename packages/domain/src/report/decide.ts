import { accept, type Decider, type Decision } from '../decision.ts'
import type { EntryCheck } from '../entry/check-correction.ts'
import type { ReportCommand } from './commands.ts'
import type { FindingRecorded, JudgementRecorded, ReportEvent, ReportListed, ReportRegistered } from './events.ts'
import { checkCorrection } from '../entry/check-correction.ts'
import { correctionsIn, wholeCorrection } from '../entry/whole-correction.ts'
import { checkEffectiveOn, firstOf, needs, needsText, type Check } from '../field/check-field.ts'
import { checkFinding, checkJudgement, judgementRecorded } from './check-judgement.ts'
import { checkListed, checkRegistered } from './check-report.ts'
import { evolveReport, noReport, type ReportState } from './state.ts'

const checkEntry =
  (today: string): EntryCheck =>
  (type, data) => {
    switch (type) {
      case 'ReportRegistered':
        return checkRegistered(data as ReportRegistered['data'], today)
      case 'ReportListed':
        return checkListed(data as ReportListed['data'])
      case 'JudgementRecorded':
        return checkJudgement(data as JudgementRecorded['data'])
      case 'FindingRecorded':
        return checkFinding(data as FindingRecorded['data'])
      default:
        return null
    }
  }

const isKnown = (state: ReportState): boolean => state.registered !== null || state.listed !== null

const standing = (state: ReportState): Check =>
  needs(state.withdrawn === null, 'reportNotWithdrawn', 'report', 'The report was withdrawn by its publisher.')

const checkKnown = (
  command: Exclude<ReportCommand, { type: 'RegisterReport' | 'ListReport' | 'CorrectEntry' }>,
  state: ReportState,
): Check => {
  switch (command.type) {
    case 'AdoptReport': {
      const { body } = command.data
      const earlier = state.adoptions.find((adoption) => adoption.body === body)
      return firstOf(
        standing(state),
        needsText('body', body),
        needs(earlier === undefined, 'adoptedOnce', 'body', `${body} adopted the report on ${earlier?.on}.`),
      )
    }
    case 'PublishReport':
      return needs(state.publication !== 'PUBLISHED', 'notYetPublished', 'report', 'The report is published already.')
    case 'WithholdReport':
      return firstOf(
        needsText('reason', command.data.reason),
        needs(state.publication !== 'WITHHELD', 'notYetWithheld', 'report', 'The report is withheld already.'),
      )
    case 'RecordJudgement': {
      const { judgementId } = command.data
      const known = state.judgements.some((judgement) => judgement.judgementId === judgementId)
      return firstOf(
        standing(state),
        checkJudgement(command.data),
        needs(!known, 'judgementOnce', 'judgementId', `The judgement ${judgementId} is recorded already.`),
      )
    }
    case 'RecordFinding': {
      const { findingId } = command.data
      const known = state.findings.some((finding) => finding.findingId === findingId)
      return firstOf(
        standing(state),
        checkFinding(command.data),
        needs(!known, 'findingOnce', 'findingId', `The finding ${findingId} is recorded already.`),
      )
    }
    default:
      return firstOf(standing(state), needsText('reason', command.data.reason))
  }
}

const check = (command: ReportCommand, state: ReportState): Check => {
  switch (command.type) {
    case 'RegisterReport':
      return firstOf(
        needs(
          state.registered === null,
          'notYetRegistered',
          'report',
          'This report is registered already: same publisher, framework, authority and date.',
        ),
        checkRegistered(command.data, command.today),
      )
    case 'ListReport':
      return firstOf(needs(!isKnown(state), 'notYetListed', 'report', 'This report is known already.'), checkListed(command.data))
    case 'CorrectEntry':
      return checkCorrection(command, state.entries, checkEntry(command.today))
    default:
      return firstOf(needs(isKnown(state), 'reportKnown', 'report', 'No such report is registered or listed.'), checkKnown(command, state))
  }
}

const fact = (command: ReportCommand, state: ReportState): ReportEvent => {
  switch (command.type) {
    case 'RegisterReport':
      return { type: 'ReportRegistered', data: command.data }
    case 'ListReport':
      return { type: 'ReportListed', data: command.data }
    case 'AdoptReport':
      return { type: 'ReportAdopted', data: command.data }
    case 'PublishReport':
      return { type: 'ReportPublished', data: {} }
    case 'WithholdReport':
      return { type: 'ReportWithheld', data: command.data }
    case 'RecordJudgement':
      return judgementRecorded(command.data)
    case 'RecordFinding':
      return { type: 'FindingRecorded', data: command.data }
    case 'WithdrawReport':
      return { type: 'ReportWithdrawn', data: command.data }
    default:
      return { type: 'EntryCorrected', data: wholeCorrection(command.data, correctionsIn(state.entries)) }
  }
}

const decide = (command: ReportCommand, state: ReportState): Decision<ReportEvent> => {
  const refusal = firstOf(checkEffectiveOn(command), check(command, state))
  return refusal ? { ok: false, rejection: refusal } : accept(fact(command, state))
}

/** A source report: its registration, publication, judgements and findings. Its recommendations have streams of their own. */
export const reportDecider: Decider<ReportState, ReportCommand, ReportEvent> = { initial: noReport, decide, evolve: evolveReport }

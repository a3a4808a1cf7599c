import type { AssessmentContent, CategoryMeaning, DecisionRef, IsoDate, RecommendationEvent } from '@outstanding/domain'
import { addDays } from '@outstanding/domain'
import fc from 'fast-check'

type Given = {
  readonly day: IsoDate
  readonly other: IsoDate
  readonly report: string
  readonly recommendation: string
  readonly office: string
  readonly pick: number
}
type Make = (given: Given) => RecommendationEvent

const decision: DecisionRef = { committee: 'committee-1', committeeName: 'A committee', meetingOn: '2018-02-14', minuteReference: 'item 5' }
const categories: readonly (readonly [string, CategoryMeaning])[] = [
  ['1', 'ACHIEVED_ON_TIME'],
  ['2', 'ACHIEVED_LATE'],
  ['3', 'PROGRESS_MADE'],
  ['4', 'OBSTACLE'],
  ['6', 'IN_PROGRESS'],
]

function assessed({ day, pick }: Given): AssessmentContent {
  const [category, meaning] = categories[pick % categories.length] ?? ['6', 'IN_PROGRESS']
  const achieved = meaning === 'ACHIEVED_ON_TIME' || meaning === 'ACHIEVED_LATE'
  return {
    category,
    meaning,
    completedOn: achieved && pick % 7 > 0 ? day : null,
    anticipatedCompletionDate: null,
    obstacle: null,
    evidence: [],
    words: 'words',
  }
}

const issue = (
  publicationOf: (
    report: string,
    illustrative: boolean,
  ) => Extract<RecommendationEvent, { type: 'RecommendationIssued' }>['data']['publication'],
): Make => {
  return ({ day, other, report, recommendation, pick }) => ({
    type: 'RecommendationIssued',
    data: {
      report,
      reference: pick % 3 === 0 ? null : `R0${pick % 10}`,
      localReference: `EX-${pick}`,
      ordinal: pick + 1,
      title: `Children's visits & "quotes" \n ${pick}`,
      text: 'Every visit is recorded; café\u0000NUL',
      place: null,
      timescale: { asPrinted: 'soon', grade: 'LONGER_TERM', months: null, date: null, datePrecision: null },
      originalCompletionDate: pick % 3 === 0 ? null : other,
      derivation: { rule: 'stated', from: day, fromIs: 'PUBLISHED', words: 'as printed' },
      publication: publicationOf(report, pick % 2 === 0),
      addressee: null,
      parent: pick % 5 === 0 ? recommendation : null,
    },
  })
}

const publication = (report: string, illustrative: boolean) =>
  ({ report, kind: 'SCRUTINY', publishedOn: null, publishedPrecision: 'UNKNOWN', adoptedOn: null, illustrative }) as const

const makers: readonly Make[] = [
  issue(publication),
  issue(publication),
  ({ report, pick }) => ({
    type: 'RecommendationListed',
    data: {
      report,
      reference: 'R7',
      localReference: `EX-${pick}`,
      ordinal: pick,
      title: 'Listed',
      listedIn: { document: 'a pack', page: null, paragraph: null, heading: null },
      publication: publication(report, false),
      addressee: null,
    },
  }),
  () => ({ type: 'RecommendationWithheld', data: { reason: 'names a child' } }),
  ({ pick }) => ({ type: 'ThemeAssigned', data: { theme: pick % 2 ? 'visits' : 'health' } }),
  ({ office, pick }) => ({
    type: 'OwnerAssigned',
    data: { owner: pick % 3 ? office : 'a-partner', name: 'An office', role: pick % 2 ? 'LEAD_OFFICER' : 'PARTNER', asPrinted: null },
  }),
  ({ office }) => ({ type: 'OwnerReleased', data: { owner: office, reason: 'moved' } }),
  ({ day }) => ({
    type: 'ResponseRequired',
    data: {
      receivedOn: day,
      noticeOn: day,
      dueOn: addDays(day, 60),
      clock: {
        clock: 'executiveResponse',
        instrument: 'an Act',
        startedOn: day,
        startedBy: 'receipt',
        calendar: 'CALENDAR',
        dueOn: addDays(day, 60),
        words: 'two months',
      },
    },
  }),
  ({ pick }) => ({
    type: 'ResponseGiven',
    data: { response: pick % 2 ? 'ACCEPTED' : 'NOT_ACCEPTED', by: 'the executive', wording: null, reasons: 'reasons' },
  }),
  ({ other }) => ({ type: 'CompletionDateAgreed', data: { date: other, decision } }),
  ({ other, pick }) => ({ type: 'CompletionDateRevisionRequested', data: { requestId: `q${pick % 3}`, date: other, reason: 'late' } }),
  ({ other, pick }) => ({ type: 'CompletionDateRevisionApproved', data: { requestId: `q${pick % 3}`, date: other, decision } }),
  ({ pick }) => ({ type: 'CompletionDateRevisionRefused', data: { requestId: `q${pick % 3}`, reason: 'no', decision } }),
  ({ pick }) => ({ type: 'ActionPlanned', data: { actionId: `a${pick % 2}`, description: 'do', dueOn: null, lead: null } }),
  ({ pick }) => ({ type: 'ActionStarted', data: { actionId: `a${pick % 2}` } }),
  ({ pick }) => ({ type: 'ActionCompleted', data: { actionId: `a${pick % 2}`, words: null } }),
  ({ pick }) => ({ type: 'ActionAbandoned', data: { actionId: `a${pick % 2}`, reason: 'not needed' } }),
  ({ pick }) => ({
    type: 'ProgressUpdated',
    data: { updateId: `u${pick}`, words: 'progress', claim: pick % 2 ? 'COMPLETE' : 'IN_PROGRESS', completedOn: null, reportedTo: null },
  }),
  (given) => ({ type: 'AssessmentProposed', data: { ...assessed(given), proposalId: `p${given.pick % 3}` } }),
  (given) => ({ type: 'AssessmentAgreed', data: { ...assessed(given), proposalId: `p${given.pick % 3}`, decision } }),
  (given) => ({ type: 'CommitteeAssessmentMade', data: { ...assessed(given), insteadOf: null, decision } }),
  ({ pick }) => ({
    type: 'IndependentFindingRecorded',
    data: {
      findingId: `f${pick}`,
      body: 'Inspectors',
      visit: 'first',
      words: 'seen',
      direction: pick % 2 ? 'WORSE' : 'IMPROVED',
      evidence: null,
    },
  }),
  ({ pick }) => ({
    type: 'TrackingConcluded',
    data: { reason: pick % 2 ? 'ACHIEVED' : 'RISK_ACCEPTED', explanation: 'done', supersededBy: null, decision },
  }),
  () => ({ type: 'TrackingReopened', data: { reason: 'came back', decision } }),
  ({ recommendation }) => ({ type: 'RecommendationSuperseded', data: { by: recommendation, reason: 'newer' } }),
  ({ recommendation }) => ({ type: 'DuplicateMerged', data: { into: recommendation, reason: 'the same' } }),
]

const day = fc.integer({ min: -200, max: 1_500 }).map((days) => addDays('2017-01-01', days))

/** Any fact about a recommendation, allowed by its rules or not: whatever was recorded must be shown. */
export const arbitraryRecommendationFact = (
  reports: readonly string[],
  recommendations: readonly string[],
  offices: readonly string[],
): fc.Arbitrary<RecommendationEvent> =>
  fc
    .record({
      make: fc.nat({ max: makers.length - 1 }),
      day,
      other: day,
      report: fc.constantFrom(...reports),
      recommendation: fc.constantFrom(...recommendations),
      office: fc.constantFrom(...offices),
      pick: fc.nat({ max: 20 }),
    })
    .map(({ make, ...given }) => (makers[make] as Make)(given))

import type { RecommendationAttribute } from '@outstanding/domain'
import type * as Domain from '@outstanding/domain'
import { longDate } from '../dates.ts'
import { exemptionGrounds, exemptParts } from '../evidence-terms.ts'
import { directions, textKinds } from '../finding-terms.ts'
import {
  actionStatuses,
  claims,
  committeeTrackings,
  conclusions,
  deliveries,
  linkTargets,
  gravities,
  ownerRoles,
  readable,
  relations,
  responses,
  schedules,
  timescaleGrades,
  trackings,
} from '../terms.ts'
import { asItIs, ofSeveral } from './attributes-of-several.ts'
import type { AttributeWords } from './noun-words.ts'

type In<Type extends Domain.RecommendationEvent['type']> = Extract<Domain.RecommendationEvent, { type: Type }>['data']
type Content = Pick<Domain.AssessmentContent, 'category' | 'label' | 'completedOn' | 'anticipatedCompletionDate' | 'obstacle'>

const day = (value: string): string => longDate(value)
/** The parts that are there, each without the full stop of a sentence of its own. */
const joined = (parts: readonly (string | null)[], between: string): string =>
  parts
    .filter((part) => typeof part === 'string')
    .map((part) => part.replace(/\.$/, ''))
    .join(between)
const category = ({ category: code, label, completedOn, anticipatedCompletionDate, obstacle }: Content): string =>
  [
    `${code}: ${label}`,
    ...(completedOn === null ? [] : [`completed on ${longDate(completedOn)}`]),
    ...(anticipatedCompletionDate === null ? [] : [`expected by ${longDate(anticipatedCompletionDate)}`]),
    ...(obstacle === null ? [] : [`obstacle: ${obstacle}`]),
  ].join('; ')
const place = ({ document, page, paragraph, heading }: Domain.Place): string =>
  joined([document, page && numbered('page', page), paragraph && numbered('paragraph', paragraph), heading], ', ')
/** "105" is page 105; "pages 105 to 112" says so itself. */
const numbered = (word: string, given: string): string => (/^\d/.test(given) ? `${word} ${given}` : given)
const timescale = ({ asPrinted, grade, months, date }: Domain.Timescale): string =>
  joined(
    [asPrinted === null ? timescaleGrades[grade] : `"${asPrinted}"`, months === null ? null : `${months} months`, date && longDate(date)],
    ', ',
  )
type Revision = { readonly status: string; readonly date: string | null; readonly reason: string | null }
type Action = {
  readonly description: string | null
  readonly status: Domain.ActionStatus
  readonly dueOn: string | null
  readonly words: string | null
}
type Tracked = {
  readonly name: string
  readonly tracking: Domain.CommitteeTracking['tracking']
  readonly agreed: Content | null
  readonly reason: Domain.ConclusionReason | null
}
type Evidence = In<'EvidenceAttached'> & { readonly tests: readonly In<'EvidenceTested'>[] }

/** What each value is called, and what it is, in words. No person is named: an opaque id says nothing to a reader. */
type ResponseDue = {
  readonly name: string
  readonly dueOn: string
  readonly draftDueOn: string | null
  readonly draftSentOn: string | null
}
const draftWords = (dueOn: string, sentOn: string | null): string =>
  `draft due ${longDate(dueOn)}${sentOn === null ? '' : `, sent on ${longDate(sentOn)}`}`

export const recommendationAttributeWords: Readonly<Record<RecommendationAttribute, AttributeWords>> = {
  REFERENCE: ofSeveral.REFERENCE,
  TITLE: ofSeveral.TITLE,
  ADDRESSEE: ofSeveral.ADDRESSEE,
  FINDING: ofSeveral.FINDING,
  REPORT: { label: 'report', words: asItIs, inItsEntry: true },
  PARENT: { label: 'part of', words: asItIs, inItsEntry: true },
  LOCAL_REFERENCE: { label: 'our reference', words: asItIs, inItsEntry: true },
  ORDINAL: { label: 'number in the list', words: asItIs, inItsEntry: true },
  TEXT: { label: 'text', words: asItIs, inItsEntry: true },
  TEXT_KIND: { label: 'text is', words: (value: Domain.TextKind) => textKinds[value], inItsEntry: true },
  AMENDED_WORDING: { label: 'amended wording', words: asItIs, inItsEntry: true },
  GRAVITY: { label: 'gravity', words: (value: Domain.Gravity) => gravities[value] },
  PLACE: { label: 'where it is printed', words: place, inItsEntry: true },
  TIMESCALE: { label: 'timescale', words: timescale, inItsEntry: true },
  DERIVATION: { label: 'how the date was worked out', words: ({ words }: Domain.DateDerivation) => words, inItsEntry: true },
  ORIGINAL_COMPLETION_DATE: { label: 'original completion date', words: day },
  REVISED_COMPLETION_DATE: { label: 'revised completion date', words: day },
  DUE_ON: { label: 'due', words: day },
  THEME: { label: 'theme', words: asItIs },
  OWNER: { label: 'owner', words: ({ name, role }: In<'OwnerAssigned'>) => `${name}, ${ownerRoles[role]}` },
  RESPONSE_DUE: {
    label: 'response due',
    words: ({ name, dueOn, draftDueOn, draftSentOn }: ResponseDue) =>
      joined([`${longDate(dueOn)} (${name})`, draftDueOn && draftWords(draftDueOn, draftSentOn)], '; '),
  },
  RESPONSE: { label: 'response', words: (value: Domain.ResponsePosition) => responses[value] },
  DELIVERY: { label: 'delivery', words: (value: Domain.DeliveryPosition) => deliveries[value] },
  ASSESSMENT_PROPOSED: { label: 'proposed assessment', words: category },
  ASSESSMENT_AGREED: { label: 'agreed assessment', words: category },
  INDEPENDENT_FINDING: { label: 'independent finding', words: (value: Domain.VisitDirection) => directions[value] },
  ASSESSMENTS_DIFFER: { label: 'assessments', words: () => 'differ from each other' },
  SCHEDULE: { label: 'schedule', words: (value: Domain.ScheduleState) => schedules[value] },
  TRACKING: { label: 'tracking', words: (value: Domain.TrackingPosition) => trackings[value] },
  TRACKED_BY: {
    label: 'tracked by',
    words: ({ name, tracking, agreed, reason }: Tracked) =>
      joined([name, committeeTrackings[tracking], agreed === null ? null : category(agreed), reason && conclusions[reason]], '; '),
  },
  CONCLUSION_REASON: { label: 'concluded as', words: (value: Domain.ConclusionReason) => conclusions[value] },
  EXEMPTION: {
    label: 'exempt',
    words: ({ parts, ground, publicInterest, reviewOn }: In<'ExemptionMarked'>) =>
      joined(
        [parts.map((part) => exemptParts[part]).join(', '), exemptionGrounds[ground], publicInterest, `review by ${longDate(reviewOn)}`],
        '; ',
      ),
  },
  WITHHELD: { label: 'withheld', words: asItIs },
  SUPERSEDED_BY: { label: 'replaced by', words: asItIs },
  MERGED_INTO: { label: 'merged into', words: asItIs },
  RISK_ACCEPTED: { label: 'risk accepted', words: ({ office, reason }: In<'RiskAccepted'>) => `by ${office}: ${reason}` },
  COMPLETION_DATE_REVISION: {
    label: 'extension',
    words: ({ status, date, reason }: Revision) => joined([readable(status), date && longDate(date), reason], ', '),
    inItsEntry: true,
  },
  ACTION: {
    label: 'action',
    words: ({ description, status, dueOn, words }: Action) =>
      joined([description ?? 'not planned', actionStatuses[status], dueOn && `due ${longDate(dueOn)}`, words], '; '),
    inItsEntry: true,
  },
  UPDATE: {
    label: 'update',
    words: ({ words, claim }: In<'ProgressUpdated'>) => (claim === null ? words : `${claims[claim]}: ${words}`),
    inItsEntry: true,
  },
  EVIDENCE: {
    label: 'evidence',
    words: ({ name, words, tests }: Evidence) =>
      joined([`${name}: ${words}`, ...tests.map(({ by, found }) => `tested by ${by}: ${found}`)], '; '),
    inItsEntry: true,
  },
  PROPOSAL: {
    label: 'proposal',
    words: ({ withdrawn, ...value }: Domain.AssessmentContent & { readonly withdrawn?: string }) =>
      joined([`${category(value)}: ${value.words}`, withdrawn === undefined ? null : `withdrawn: ${withdrawn}`], '; '),
    inItsEntry: true,
  },
  ASSESSMENT: {
    label: 'committee’s assessment',
    words: (value: Domain.AssessmentContent) => `${category(value)}: ${value.words}`,
    inItsEntry: true,
  },
  RESPONSE_GIVEN: {
    label: 'response given',
    words: ({ response, bodyName, wording, reasons }: In<'ResponseGiven'>) =>
      joined([`${responses[response]} by ${bodyName}`, wording, reasons], '; '),
    inItsEntry: true,
  },
  STILL_NEEDED: { label: 'still needed', words: ({ words }: In<'StillNeededRecorded'>) => words, inItsEntry: true },
  ESCALATION: { label: 'escalated', words: ({ body, reason }: In<'EscalatedTo'>) => `to ${body}: ${reason}`, inItsEntry: true },
  CONCLUSION: {
    label: 'conclusion',
    words: ({ reason, explanation }: In<'TrackingConcluded'>) => `${conclusions[reason]}: ${explanation}`,
    inItsEntry: true,
  },
  REOPENING: { label: 'reopening', words: ({ reason }: In<'TrackingReopened'>) => reason, inItsEntry: true },
  LINK: {
    label: 'link',
    words: ({ relation, target, words }: In<'RecommendationLinked'>) =>
      `${relations[relation]} ${linkTargets[target.kind]}${words === null ? '' : `: ${words}`}`,
    inItsEntry: true,
  },
  DISSENT: { label: 'dissent', words: ({ by, words }: In<'DissentRecorded'>) => `${by}: ${words}`, inItsEntry: true },
}

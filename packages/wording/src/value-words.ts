import type { RecommendationAttribute, Value } from '@outstanding/domain'
import type * as Domain from '@outstanding/domain'
import { isolatedWithin } from './isolated.ts'
import { longDate } from './dates.ts'
import {
  actionStatuses,
  claims,
  conclusions,
  deliveries,
  directions,
  linkTargets,
  officeKinds,
  ownerRoles,
  precisions,
  readable,
  relations,
  reportKinds,
  responses,
  schedules,
  timescaleGrades,
  trackings,
} from './terms.ts'

type In<Type extends Domain.RecommendationEvent['type']> = Extract<Domain.RecommendationEvent, { type: Type }>['data']
type InReport<Type extends Domain.ReportEvent['type']> = Extract<Domain.ReportEvent, { type: Type }>['data']
type Content = Pick<Domain.AssessmentContent, 'category' | 'label' | 'completedOn' | 'anticipatedCompletionDate' | 'obstacle'>
type OtherField = Domain.ReportAttribute | Domain.OfficeAttribute | Domain.PolicyAttribute | Domain.PersonAttribute
type Field = RecommendationAttribute | OtherField
type Spoken = { readonly label: string; readonly words: (value: never) => string }

const asItIs = (value: string | number): string => String(value)
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
type Evidence = In<'EvidenceAttached'> & { readonly tests: readonly In<'EvidenceTested'>[] }
type Holding = { readonly from: string; readonly to: string | null }

/** What each value is called, and what it is, in words. No person is named: an opaque id says nothing to a reader. */
const spoken: Readonly<Record<Field, Spoken>> = {
  REPORT: { label: 'report', words: asItIs },
  PARENT: { label: 'part of', words: asItIs },
  REFERENCE: { label: 'reference', words: asItIs },
  LOCAL_REFERENCE: { label: 'our reference', words: asItIs },
  ORDINAL: { label: 'number in the list', words: asItIs },
  TITLE: { label: 'title', words: asItIs },
  TEXT: { label: 'text', words: asItIs },
  PLACE: { label: 'where it is printed', words: place },
  ADDRESSEE: { label: 'addressed to', words: asItIs },
  TIMESCALE: { label: 'timescale', words: timescale },
  DERIVATION: { label: 'how the date was worked out', words: ({ words }: Domain.DateDerivation) => words },
  ORIGINAL_COMPLETION_DATE: { label: 'original completion date', words: day },
  REVISED_COMPLETION_DATE: { label: 'revised completion date', words: day },
  DUE_ON: { label: 'due', words: day },
  THEME: { label: 'theme', words: asItIs },
  OWNER: { label: 'owner', words: ({ name, role }: In<'OwnerAssigned'>) => `${name}, ${ownerRoles[role]}` },
  RESPONSE_DUE: { label: 'response due', words: day },
  RESPONSE: { label: 'response', words: (value: Domain.ResponsePosition) => responses[value] },
  DELIVERY: { label: 'delivery', words: (value: Domain.DeliveryPosition) => deliveries[value] },
  ASSESSMENT_PROPOSED: { label: 'proposed assessment', words: category },
  ASSESSMENT_AGREED: { label: 'agreed assessment', words: category },
  INDEPENDENT_FINDING: { label: 'independent finding', words: (value: In<'IndependentFindingRecorded'>['direction']) => directions[value] },
  ASSESSMENTS_DIFFER: { label: 'assessments', words: () => 'differ from each other' },
  SCHEDULE: { label: 'schedule', words: (value: Domain.ScheduleState) => schedules[value] },
  TRACKING: { label: 'tracking', words: (value: Domain.TrackingPosition) => trackings[value] },
  CONCLUSION_REASON: { label: 'concluded as', words: (value: Domain.ConclusionReason) => conclusions[value] },
  WITHHELD: { label: 'withheld', words: asItIs },
  SUPERSEDED_BY: { label: 'replaced by', words: asItIs },
  MERGED_INTO: { label: 'merged into', words: asItIs },
  RISK_ACCEPTED: { label: 'risk accepted', words: ({ office, reason }: In<'RiskAccepted'>) => `by ${office}: ${reason}` },
  REVISION: {
    label: 'extension',
    words: ({ status, date, reason }: Revision) => joined([readable(status), date && longDate(date), reason], ', '),
  },
  ACTION: {
    label: 'action',
    words: ({ description, status, dueOn, words }: Action) =>
      joined([description ?? 'not planned', actionStatuses[status], dueOn && `due ${longDate(dueOn)}`, words], '; '),
  },
  UPDATE: {
    label: 'update',
    words: ({ words, claim }: In<'ProgressUpdated'>) => (claim === null ? words : `${claims[claim]}: ${words}`),
  },
  EVIDENCE: {
    label: 'evidence',
    words: ({ name, words, tests }: Evidence) =>
      joined([`${name}: ${words}`, ...tests.map(({ by, found }) => `tested by ${by}: ${found}`)], '; '),
  },
  PROPOSAL: {
    label: 'proposal',
    words: ({ withdrawn, ...value }: Domain.AssessmentContent & { readonly withdrawn?: string }) =>
      joined([`${category(value)}: ${value.words}`, withdrawn === undefined ? null : `withdrawn: ${withdrawn}`], '; '),
  },
  ASSESSMENT: { label: 'committee’s assessment', words: (value: Domain.AssessmentContent) => `${category(value)}: ${value.words}` },
  RESPONSE_GIVEN: {
    label: 'response given',
    words: ({ response, by, wording, reasons }: In<'ResponseGiven'>) => joined([`${responses[response]} by ${by}`, wording, reasons], '; '),
  },
  STILL_NEEDED: { label: 'still needed', words: ({ words }: In<'StillNeededRecorded'>) => words },
  ESCALATION: { label: 'escalated', words: ({ body, reason }: In<'EscalatedTo'>) => `to ${body}: ${reason}` },
  CONCLUSION: {
    label: 'conclusion',
    words: ({ reason, explanation }: In<'TrackingConcluded'>) => `${conclusions[reason]}: ${explanation}`,
  },
  REOPENING: { label: 'reopening', words: ({ reason }: In<'TrackingReopened'>) => reason },
  LINK: {
    label: 'link',
    words: ({ relation, target, words }: In<'RecommendationLinked'>) =>
      `${relations[relation]} ${linkTargets[target.kind]}${words === null ? '' : `: ${words}`}`,
  },
  DISSENT: { label: 'dissent', words: ({ by, words }: In<'DissentRecorded'>) => `${by}: ${words}` },
  FINDING: {
    label: 'finding',
    words: (value: In<'IndependentFindingRecorded'> | InReport<'FindingRecorded'>) =>
      'body' in value
        ? `${value.body}, ${value.visit}: ${directions[value.direction]}: ${value.words}`
        : `${value.subject}: ${directions[value.direction]}: ${value.words}`,
  },

  PUBLISHER: { label: 'publisher', words: asItIs },
  FRAMEWORK: { label: 'framework', words: asItIs },
  KIND: {
    label: 'kind',
    words: (value: Domain.ReportKind | Domain.OfficeKind) => (isReportKind(value) ? reportKinds[value] : officeKinds[value]),
  },
  AUTHORITY: { label: 'authority', words: asItIs },
  AUTHORITY_NAME: { label: 'authority’s name', words: asItIs },
  PUBLISHED_ON: { label: 'published on', words: day },
  PUBLISHED_AS_PRINTED: { label: 'published, as printed', words: asItIs },
  PUBLISHED_PRECISION: { label: 'publication date known to', words: (value: Domain.PublishedPrecision) => precisions[value] },
  INSPECTED_FROM: { label: 'inspected from', words: day },
  INSPECTED_TO: { label: 'inspected to', words: day },
  SEEN_IN: { label: 'seen in', words: asItIs },
  NOTE: { label: 'note', words: asItIs },
  DOCUMENT_DIGEST: { label: 'document fingerprint', words: asItIs },
  SUMMARY: { label: 'summary', words: asItIs },
  ADOPTION: { label: 'adopted', words: ({ on, body }: { on: string; body: string }) => `on ${longDate(on)} by ${body}` },
  PUBLICATION: { label: 'publication', words: readable },
  WITHDRAWN: { label: 'withdrawn', words: asItIs },
  JUDGEMENT: {
    label: 'judgement',
    words: ({ subject, column, grade }: InReport<'JudgementRecorded'>) => `${subject}${column === null ? '' : `, ${column}`}: ${grade}`,
  },

  NAME: {
    label: 'name',
    words: (value: string | { state: string }) => (typeof value === 'string' ? value : readable(value.state)),
  },
  FORMER_NAME: { label: 'former name', words: asItIs },
  PORTFOLIO: { label: 'portfolio', words: asItIs },
  HOLDER: { label: 'office holder', words: ({ from, to }: Holding) => `from ${longDate(from)}${to === null ? '' : ` to ${longDate(to)}`}` },
  TRANSFER: {
    label: 'transfer',
    words: ({ service, accountableBody, deliveringBody }: Extract<Domain.OfficeEvent, { type: 'ServiceTransferred' }>['data']) =>
      `${service}, accountable: ${accountableBody}, delivered by: ${deliveringBody}`,
  },
  ADOPTED_VERSION: {
    label: 'tracking policy',
    words: ({ version, from }: { version: number; from: string }) => `version ${version}, from ${longDate(from)}`,
  },
  REFUSED_ERASURE: { label: 'removal of name refused', words: asItIs },
}

const isReportKind = (kind: string): kind is Domain.ReportKind => Object.hasOwn(reportKinds, kind)

const spokenOf = (field: string): Spoken | undefined => (Object.hasOwn(spoken, field) ? spoken[field as Field] : undefined)

/** What a value is called, in lower case: "agreed assessment". */
export const fieldLabel = (field: string): string => spokenOf(field)?.label ?? readable(field)

/** A value in words; "none" where there is none (null). Total: what a correction made strange is shown as it is. */
export function valueWords(field: string, value: Value['value']): string {
  if (value === null || value === undefined) return 'none'
  try {
    const words = spokenOf(field)?.words(isolatedWithin(value) as never)
    if (typeof words === 'string' && !isHalfSaid(words, value)) return words
  } catch {
    // A replaced field of another shape than its own: no command writes it, but the log is read as it is.
  }
  return JSON.stringify(value)
}

/** Something that the words speak of is not there. */
const isHalfSaid = (words: string, value: unknown): boolean => words.includes('undefined') && !JSON.stringify(value).includes('undefined')

import { firstDayOf, type KnownTo } from '../dates/date-precision.ts'
import type { IsoDate } from '../envelope.ts'
import type { CategoryMeaning, PolicyCategory, PolicyContent } from '../policy/events.ts'
import { categoryByCode } from '../policy/category.ts'
import type { AssessmentContent } from './event-parts.ts'
import { firstRefusal } from '../kernel/rule-book.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import { refuse } from './rules.ts'

/** What an assessment is held against. */
export type AssessedAgainst = {
  /** The original date, or the first agreed one; an approved extension is not looked at. Null: undated. */
  readonly baselineOn: IsoDate | null
  /** The day of the assessment: of the proposal, or of the committee's meeting. */
  readonly assessedOn: IsoDate
  /** The day on which its words were written: differs from `assessedOn` where a proposal is agreed later. */
  readonly statedOn: IsoDate
  readonly evidenceOnRecord: readonly string[]
  /** Of `completedOn`. */
  readonly completedKnownTo: KnownTo
}

/** What the policy calls a category and means by it; null where it has no such category. */
export const namedBy = (policy: Pick<PolicyContent, 'categories'>, code: string): Pick<PolicyCategory, 'label' | 'meaning'> | null => {
  const category = categoryByCode(policy, code)
  return category && { label: category.label, meaning: category.meaning }
}

/** Whether dates, evidence and obstacle bear the category out (rule 2). Fields are those of the assessment. */
export const categoryRefusal = (content: AssessmentContent, against: AssessedAgainst): Refusal | null =>
  firstRefusal([
    () => evidenceRefusal(content, against.evidenceOnRecord),
    () => completionRefusal(content, against),
    () => (against.baselineOn === null ? undatedRefusal(content) : datedRefusal(content, against.baselineOn, against)),
    () => particularsRefusal(content, against.statedOn),
  ])

export const isAchieved = (meaning: CategoryMeaning): boolean => meaning === 'ACHIEVED_ON_TIME' || meaning === 'ACHIEVED_LATE'

const evidenceRefusal = ({ meaning, evidence }: AssessmentContent, onRecord: readonly string[]): Refusal | null => {
  if (isAchieved(meaning) && evidence.length === 0) return refuse('evidenceNeeded', 'evidence')
  const unknown = evidence.findIndex((evidenceId) => !onRecord.includes(evidenceId))
  return unknown === -1 ? null : refuse('evidenceExists', `evidence.${unknown}`)
}

const completionRefusal = (
  { meaning, completedOn }: AssessmentContent,
  { assessedOn, completedKnownTo }: AssessedAgainst,
): Refusal | null => {
  if (completedOn === null) return null
  if (!isAchieved(meaning)) return refuse('completionNotAchieved', 'completedOn')
  return firstDayOf(completedOn, completedKnownTo) > assessedOn ? refuse('completionInPast', 'completedOn') : null
}

const undatedRefusal = ({ meaning }: AssessmentContent): Refusal | null =>
  meaning === 'ACHIEVED_ON_TIME' || meaning === 'OBSTACLE' || meaning === 'IN_PROGRESS' ? null : refuse('undatedCategory', 'category')

const datedRefusal = (
  content: AssessmentContent,
  baselineOn: IsoDate,
  { assessedOn, completedKnownTo }: AssessedAgainst,
): Refusal | null => {
  const { meaning } = content
  if (isAchieved(meaning)) return achievedRefusal(content, baselineOn, completedKnownTo)
  const passed = assessedOn > baselineOn
  if (meaning === 'IN_PROGRESS') return passed ? refuse('dateNotPassed', 'category', `the date was ${baselineOn}`) : null
  return passed ? null : refuse('datePassed', 'category', `the date is ${baselineOn}`)
}

/** Of a period that holds the date both can be so. */
const achievedRefusal = ({ meaning, completedOn }: AssessmentContent, baselineOn: IsoDate, knownTo: KnownTo): Refusal | null => {
  if (completedOn === null) return refuse('completionDateNeeded', 'completedOn')
  const [isLate, canBeLate] = [firstDayOf(completedOn, knownTo) > baselineOn, completedOn > baselineOn]
  if (meaning === 'ACHIEVED_ON_TIME') return isLate ? refuse('completedOnTime', 'category', `the date was ${baselineOn}`) : null
  return canBeLate ? null : refuse('completedLate', 'category', `the date was ${baselineOn}`)
}

const particularsRefusal = (content: AssessmentContent, statedOn: IsoDate): Refusal | null => {
  const { meaning, anticipatedCompletionDate: anticipated, obstacle } = content
  if (meaning === 'OBSTACLE' && obstacle === null) return refuse('obstacleNeeded', 'obstacle')
  const needed = meaning === 'PROGRESS_MADE' || meaning === 'INSUFFICIENT_PROGRESS'
  if (needed && anticipated === null) return refuse('anticipatedDateNeeded', 'anticipatedCompletionDate')
  return anticipated !== null && anticipated < statedOn ? refuse('anticipatedInFuture', 'anticipatedCompletionDate') : null
}

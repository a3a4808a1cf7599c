import type { Decision } from '../decision.ts'
import type { ConcludeTracking, RecordDissent, ReopenTracking } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { ConclusionReason } from './event-parts.ts'
import type { RecommendationRecord, RecommendationState } from './state.ts'
import { isAchieved } from './categories.ts'
import { committeeRefusal } from './committee-refusal.ts'
import { accepted } from './fact-of.ts'
import { dateSetterNamed } from './take-tracking.ts'
import { trackerOf } from './tracking.ts'
import { leadsBackHere } from './links.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import { respondentsOf } from './respondents.ts'
import { refuse } from './rules.ts'

type Outcome = Decision<RecommendationEvent>

export const concludeTracking = (command: ConcludeTracking, state: RecommendationState): Outcome => {
  if (ownTracking(command, state.record)?.tracking === 'CONCLUDED') return refuse('onlyWhileOpen', 'reason')
  return grounds[command.data.reason](command, state) ?? partsRefusal(command.data) ?? accepted(command)
}

/** Each committee reopens what it concluded itself; the completion date moves with the one that sets it. */
export const reopenTracking = (command: ReopenTracking, { record }: RecommendationState): Outcome => {
  if (ownTracking(command, record)?.tracking !== 'CONCLUDED') return refuse('onlyWhenConcluded', 'reason')
  const sets = record.dateSetBy === command.data.decision.committee
  if (sets && command.data.newDate === null) return refuse('newDateNeeded', 'newDate')
  return sets || command.data.newDate === null ? accepted(command) : refuse('dateSetByOther', 'newDate', dateSetterNamed(record))
}

const ownTracking = ({ data: { decision } }: ConcludeTracking | ReopenTracking, record: RecommendationRecord) =>
  trackerOf(record, decision.committee)

export const recordDissent = (command: RecordDissent, { record }: RecommendationState): Outcome => {
  const { committee, meetingOn } = command.data.decision
  const unknown = committeeRefusal(command.data.decision, command.data)
  if (unknown !== null) return unknown
  const taken = record.decisions.some(({ decision }) => decision.committee === committee && decision.meetingOn === meetingOn)
  return taken ? accepted(command) : refuse('decisionExists', 'decision.meetingOn')
}

/** A parent is concluded while parts of it are open only where that is said, part by part. */
const partsRefusal = ({ openParts, partsLeftOpen }: ConcludeTracking['data']): Refusal | null => {
  const unlisted = openParts.filter(({ id }) => !partsLeftOpen.includes(id))
  if (unlisted.length > 0) return refuse('partsOpen', 'partsLeftOpen', unlisted.map(({ reference }) => reference).join(', '))
  const notOpen = partsLeftOpen.findIndex((part) => !openParts.some(({ id }) => id === part))
  return notOpen === -1 ? null : refuse('openPart', `partsLeftOpen.${notOpen}`)
}

type Ground = (command: ConcludeTracking, state: RecommendationState) => Refusal | null

const successor: Ground = ({ data }, { record }) => {
  const { supersededBy, targetExists } = data
  if (supersededBy === record.stream) return refuse('refersToItself', 'supersededBy')
  if (!targetExists) return refuse('targetExists', 'supersededBy')
  if (leadsBackHere(data, record)) return refuse('successorCircle', 'supersededBy')
  const onRecord = record.superseded?.by ?? record.merged?.into ?? supersededBy
  return supersededBy === onRecord ? null : refuse('successorOnRecord', 'supersededBy', `that is ${onRecord}`)
}

/** What each reason needs to be on record (rule 4). An assessment before a reopening no longer stands. */
const grounds: Readonly<Record<ConclusionReason, Ground>> = {
  ACHIEVED: (command, { record }) => {
    const assessment = ownTracking(command, record)?.assessment ?? null
    return assessment !== null && isAchieved(assessment.meaning) ? null : refuse('achievedAgreed', 'reason')
  },
  OBSTACLE: (command, { record }) =>
    ownTracking(command, record)?.assessment?.meaning === 'OBSTACLE' ? null : refuse('obstacleAgreed', 'reason'),
  SUPERSEDED: successor,
  NO_LONGER_APPLICABLE: () => null,
  RISK_ACCEPTED: (_, { record }) => (record.riskAccepted === null ? refuse('riskAccepted', 'reason') : null),
  NOT_ACCEPTED: (_, { record }) => {
    const respondents = respondentsOf(record)
    const others = respondents.filter(({ response }) => response !== 'NOT_ACCEPTED' && response !== 'DECLINED')
    if (respondents.length > 0 && others.length === 0) return null
    return refuse('refusalRecorded', 'reason', notRefusedBy(others.map(({ name }) => name)))
  },
}

const notRefusedBy = (names: readonly string[]): string | undefined =>
  names.length === 0 ? undefined : `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} not`

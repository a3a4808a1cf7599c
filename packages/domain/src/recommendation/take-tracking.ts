import type { Decision } from '../decision.ts'
import type { HandOverTracking, RecommendationCommand, TakeOnTracking } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { RecommendationRecord, RecommendationState } from './state.ts'
import type { CommandRow } from './command-table.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import { committeeOnDayRefusal } from './committee-refusal.ts'
import { accepted } from './fact-of.ts'
import { refuse } from './rules.ts'
import { dateSetterOf, trackerOf, trackersOf } from './tracking.ts'

type Outcome = Decision<RecommendationEvent>

export const takeOnTracking = (command: TakeOnTracking, { record }: RecommendationState): Outcome => {
  const tracker = trackerOf(record, command.data.decision.committee)
  return tracker === undefined ? accepted(command) : refuse('alreadyTracked', 'decision.committee', `since ${tracker.since.effectiveOn}`)
}

export const handOverTracking = (command: HandOverTracking): Outcome => {
  const { to, toName, toCommittee, nearCommittees, decision } = command.data
  if (to === decision.committee) return refuse('handOverToAnother', 'to')
  const named = { name: toName, on: command.effectiveOn, fields: { slug: 'to', name: 'toName', day: 'effectiveOn' } }
  return committeeOnDayRefusal(named, toCommittee, nearCommittees) ?? accepted(command)
}

type Deciding = Extract<RecommendationCommand, { readonly data: { readonly policy: unknown; readonly decision: unknown } }>

/** A committee decides only on what it tracks itself. Only one of the committees sets the completion date. */
export const trackingRefusal = ({ type, data: { decision } }: Deciding, row: CommandRow, record: RecommendationRecord): Refusal | null => {
  if (type === 'TakeOnTracking') return null
  const tracker = trackerOf(record, decision.committee)
  if (tracker === undefined) return refuse('trackedByCommittee', 'decision.committee', trackersNamed(record))
  if (row.whileOpen && tracker.tracking === 'CONCLUDED') return refuse('onlyWhileOpen', row.field)
  return row.setsDate && record.dateSetBy !== decision.committee ? refuse('dateSetByOther', row.field, dateSetterNamed(record)) : null
}

export const dateSetterNamed = (record: RecommendationRecord): string | undefined => dateSetterOf(record)?.committeeName

const trackersNamed = (record: RecommendationRecord): string => {
  const names = trackersOf(record).map(({ committeeName }) => committeeName)
  return names.length === 0 ? 'no committee does' : `it is tracked by ${names.join(', ')}`
}

import type { IsoDate } from '../envelope.ts'
import { daysBetween } from '../dates/day-number.ts'
import type { DecisionRef } from './event-parts.ts'
import type { Entered, RecommendationRecord, RecommendationState } from './state.ts'
import { baselineOn } from './on-record.ts'

/** One move of the date in force, by a decision of a committee. */
export type DateMove = {
  readonly cause: 'EXTENSION' | 'REOPENING'
  readonly from: IsoDate
  readonly to: IsoDate
  /** From `from` to `to`; below zero where it was moved forward. */
  readonly days: number
  readonly reason: string | null
  readonly approvedBy: DecisionRef
  /** The eventId of the decision. */
  readonly entry: string
  /** The day on which it took effect. */
  readonly effectiveOn: IsoDate
}

/** Every move of the date in force, the oldest first. The days of all together lead from the original date to the one in force. */
export const dateMovesOf = (state: RecommendationState): readonly DateMove[] => {
  let from = baselineOn(state)
  return movesIn(state.record).flatMap(({ to, ...move }) => {
    const before = from
    from = to
    return before === null || before === to ? [] : [{ ...move, from: before, to, days: daysBetween(before, to) }]
  })
}

type Move = Omit<DateMove, 'from' | 'days'>

const movesIn = ({ completionDateRevisions, reopenings }: RecommendationRecord): readonly Move[] =>
  [
    ...completionDateRevisions.flatMap(({ approved, requested }) =>
      approved === null ? [] : [{ at: approved, move: moveOf('EXTENSION', approved, approved.date, requested?.reason ?? null) }],
    ),
    ...reopenings.flatMap((reopened) =>
      typeof reopened.newDate !== 'string'
        ? []
        : [{ at: reopened, move: moveOf('REOPENING', reopened, reopened.newDate, reopened.reason) }],
    ),
  ]
    .toSorted((a, b) =>
      a.at.effectiveOn < b.at.effectiveOn ? -1 : a.at.effectiveOn > b.at.effectiveOn ? 1 : a.at.revision - b.at.revision,
    )
    .map(({ move }) => move)

const moveOf = (
  cause: DateMove['cause'],
  { eventId, effectiveOn, decision }: Entered & { readonly decision: DecisionRef },
  to: IsoDate,
  reason: string | null,
): Move => ({ cause, to, reason, approvedBy: decision, entry: eventId, effectiveOn })

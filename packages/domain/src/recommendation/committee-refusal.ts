import type { CommitteeNamed } from '../committee/named.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import type { DecisionRef } from './event-parts.ts'
import { refuse } from './rules.ts'

/** A decision is that of a committee on the register, which was there on the day of the meeting, under the name that it had then. */
export const committeeRefusal = (decision: DecisionRef, { committeeThen, nearCommittees }: CommitteeNamed): Refusal | null => {
  const { meetingOn, committeeName } = decision
  if (committeeThen === null) return refuse('knownCommittee', 'decision.committee', near(nearCommittees))
  const { name, establishedOn, abolishedOn } = committeeThen
  if (meetingOn < establishedOn) return refuse('committeeYetToCome', 'decision.meetingOn', `that was on ${establishedOn}`)
  if (abolishedOn !== null && meetingOn > abolishedOn) return refuse('committeeEnded', 'decision.meetingOn', `that was on ${abolishedOn}`)
  return committeeName === name ? null : refuse('committeesName', 'decision.committeeName', `it is ${name}`)
}

const near = (slugs: readonly string[]): string | undefined => (slugs.length === 0 ? undefined : `the nearest are ${slugs.join(', ')}`)

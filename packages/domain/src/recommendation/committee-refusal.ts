import type { CommitteeNamed, CommitteeThen } from '../committee/named.ts'
import type { IsoDate } from '../envelope.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import type { DecisionRef } from './event-parts.ts'
import { refuse } from './rules.ts'

/** A committee that a command names for a day, and the fields in which it does. */
type Named = {
  readonly name: string
  readonly on: IsoDate
  readonly fields: { readonly slug: string; readonly name: string; readonly day: string }
}

/** It is on the register, was there on that day, and is called what it was called then. */
export const committeeThenRefusal = (
  { name, on, fields }: Named,
  then: CommitteeThen | null,
  nearCommittees: readonly string[],
): Refusal | null => {
  if (then === null) return refuse('knownCommittee', fields.slug, near(nearCommittees))
  if (on < then.establishedOn) return refuse('committeeYetToCome', fields.day, `that was on ${then.establishedOn}`)
  if (then.abolishedOn !== null && on > then.abolishedOn) return refuse('committeeEnded', fields.day, `that was on ${then.abolishedOn}`)
  return name === then.name ? null : refuse('committeesName', fields.name, `it is ${then.name}`)
}

/** A decision is that of a committee on the register, as it was on the day of the meeting. */
export const committeeRefusal = (decision: DecisionRef, { committeeThen, nearCommittees }: CommitteeNamed): Refusal | null =>
  committeeThenRefusal({ name: decision.committeeName, on: decision.meetingOn, fields: ofDecision }, committeeThen, nearCommittees)

const ofDecision = { slug: 'decision.committee', name: 'decision.committeeName', day: 'decision.meetingOn' }

const near = (slugs: readonly string[]): string | undefined => (slugs.length === 0 ? undefined : `the nearest are ${slugs.join(', ')}`)

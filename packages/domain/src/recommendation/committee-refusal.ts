import type { CommitteeNamed, CommitteeOnDay } from '../committee/named.ts'
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
export const committeeOnDayRefusal = (
  { name, on, fields }: Named,
  then: CommitteeOnDay | null,
  nearCommittees: readonly string[],
): Refusal | null => {
  if (then === null) return refuse('committeeExists', fields.slug, near(nearCommittees))
  if (on < then.establishedOn) return refuse('committeeEstablishedByMeeting', fields.day, `that was on ${then.establishedOn}`)
  if (then.abolishedOn !== null && on > then.abolishedOn)
    return refuse('committeeAbolishedBeforeMeeting', fields.day, `that was on ${then.abolishedOn}`)
  return name === then.name ? null : refuse('committeeNameOnDay', fields.name, `it is ${then.name}`)
}

/** A decision is that of a committee on the register, as it was on the day of the meeting. */
export const committeeRefusal = (decision: DecisionRef, { committeeOnDay, nearCommittees }: CommitteeNamed): Refusal | null =>
  committeeOnDayRefusal({ name: decision.committeeName, on: decision.meetingOn, fields: ofDecision }, committeeOnDay, nearCommittees)

const ofDecision = { slug: 'decision.committee', name: 'decision.committeeName', day: 'decision.meetingOn' }

const near = (slugs: readonly string[]): string | undefined => (slugs.length === 0 ? undefined : `the nearest are ${slugs.join(', ')}`)

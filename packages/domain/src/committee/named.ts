import type { IsoDate } from '../envelope.ts'

/** A committee as it was on the day of a command that refers to it. Its last day is included whenever it was. */
export type CommitteeOnDay = { readonly name: string; readonly establishedOn: IsoDate; readonly abolishedOn: IsoDate | null }

/** What the register knows of a committee that a command names by its slug. */
export type CommitteeNamed = {
  /** Null where the authority has no committee of that slug. */
  readonly committeeOnDay: CommitteeOnDay | null
  /** The slugs of its committees that come nearest to the one named. */
  readonly nearCommittees: readonly string[]
}

import type { Decision } from '../decision.ts'
import type { DatePrecisions } from '../dates/date-precision.ts'
import type { Fact, IsoDate, PolicyRef, Recorded } from '../envelope.ts'
import type { Correctable, CorrectionData } from './corrections/correction-rules.ts'

/** An aggregate: pure and total. `evolve` never throws: a fact is a fact. */
export type Decider<State, Cmd, F extends Fact<string, unknown>> = {
  readonly initial: State
  /**
   * Corrections are decided by the kernel: see `corrections`. `state` is what the command is decided on, `now` all that is on record: they
   * differ where it is decided as at a day.
   */
  decide(command: OwnCommand<Cmd>, state: State, now?: State): Decision<F>
  /** The day as at which a command is decided: entries of later days are not looked at. Null, or no such function: all entries are. */
  decidedAsAt?(command: OwnCommand<Cmd>): IsoDate | null
  evolve(state: State, event: Recorded<F>): State
  /** The policy that `decide` used for this command, kept in the event's metadata; none where no policy was applied. */
  policyUsed?(command: Cmd): PolicyRef | undefined
  /** How exactly the dates are known that `decide` takes over from the history for this command. */
  precisionsTaken?(command: OwnCommand<Cmd>, now: () => State): DatePrecisions | undefined
  /** How an entry is corrected; an aggregate without it has no corrections. */
  readonly corrections?: Correctable<State, F, CorrectionIn<Cmd>>
}

/** The commands of an aggregate without the correction, which has one mechanism for all. */
export type OwnCommand<Cmd> = Exclude<Cmd, { readonly type: 'CorrectEntry' }>

/** What a command to correct an entry of this aggregate states. */
type CorrectionIn<Cmd> = Extract<Cmd, { readonly type: 'CorrectEntry'; readonly data: CorrectionData }>['data']

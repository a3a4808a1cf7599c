import type { Actor, Fact, IsoDate, PolicyRef, Recorded } from './envelope.ts'
import type { Correctable, CorrectionData } from './kernel/corrections/correction-rules.ts'

/** Why a command was refused: the rule, the field it is about (a path in the command's data), and a sentence for people. */
export type Rejection = { readonly rule: string; readonly field: string; readonly message: string }

export type Decision<F> = { readonly ok: true; readonly facts: readonly F[] } | { readonly ok: false; readonly rejection: Rejection }

/**
 * A wish to change one stream. Time, ids and actor come in it, so that `decide` is pure.
 * `today` is the London day on which it is handled; `effectiveOn` the day it happened in the world, never after `today`.
 */
export type Command<Type extends string, Data> = {
  readonly type: Type
  readonly data: Data
  readonly actor: Actor
  readonly effectiveOn: IsoDate
  readonly today: IsoDate
}

/** An aggregate: pure and total. `evolve` never throws: a fact is a fact. */
export type Decider<State, Cmd, F extends Fact<string, unknown>> = {
  readonly initial: State
  /** Corrections are decided by the kernel: see `corrections`. */
  decide(command: OwnCommand<Cmd>, state: State): Decision<F>
  evolve(state: State, event: Recorded<F>): State
  /** The policy that `decide` used for this command, kept in the event's metadata; none where no policy was applied. */
  policyUsed?(command: Cmd): PolicyRef | undefined
  /** How an entry is corrected; an aggregate without it has no corrections. */
  readonly corrections?: Correctable<State, F, CorrectionIn<Cmd>>
}

/** The commands of an aggregate without the correction, which has one mechanism for all. */
export type OwnCommand<Cmd> = Exclude<Cmd, { readonly type: 'CorrectEntry' }>

/** What a command to correct an entry of this aggregate states. */
type CorrectionIn<Cmd> = Extract<Cmd, { readonly type: 'CorrectEntry'; readonly data: CorrectionData }>['data']

export const accept = <F>(...facts: F[]): Decision<F> => ({ ok: true, facts })

export const reject = (rule: string, field: string, message: string): { readonly ok: false; readonly rejection: Rejection } => ({
  ok: false,
  rejection: { rule, field, message },
})

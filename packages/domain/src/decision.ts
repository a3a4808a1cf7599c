import type { DatePrecisions } from './dates/date-precision.ts'
import type { Actor, IsoDate } from './envelope.ts'

/** Why a command was refused: the rule, the field it is about (a path in the command's data), what is wrong and what to do next. */
export type Rejection = {
  readonly rule: string
  readonly field: string
  /** One sentence for people: what is wrong. */
  readonly message: string
  /** One sentence for people: what to do next. Every rule of the domain has one. */
  readonly remedy: string
}

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
  /** Of the dates that are not known to the day. */
  readonly precisions?: DatePrecisions
  readonly today: IsoDate
}

export const accept = <F>(...facts: F[]): Decision<F> => ({ ok: true, facts })

export const reject = (
  rule: string,
  field: string,
  message: string,
  remedy: string,
): { readonly ok: false; readonly rejection: Rejection } => ({ ok: false, rejection: { rule, field, message, remedy } })

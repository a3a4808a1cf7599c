import { accept, type Command, type Decision } from '../../decision.ts'
import type { Fact } from '../../envelope.ts'
import { isIsoDate } from '../../dates/calendar-day.ts'
import type { EventDeclarations } from '../events/event-declarations.ts'
import type { Fields } from '../fields/field.ts'
import { formRules } from '../fields/form-rules.ts'
import { fieldsRefusal } from '../fields/value-refusal.ts'
import { firstRefusal, refuserOf, type Refusal, type RuleBook } from '../rule-book.ts'

/** What a command of a type states, by the event that it leads to. */
export type CommandRow<Type extends string = string> = {
  readonly event: Type
  /** Stated fields of the event that this command does not state, because `decide` takes them from the history. */
  readonly derived?: readonly string[]
  /** Fields that the command states beside those of the event. */
  readonly besides?: Fields
}

export const dayRules = {
  notAfterToday: { of: 'history', message: 'this day is after today', remedy: 'Enter today or an earlier day' },
} as const satisfies RuleBook
const refuse = refuserOf({ ...formRules, ...dayRules })

type AnyCommand = Command<string, unknown>
type Data = Readonly<Record<string, unknown>>

/** A command's day exists and is not after today (London). */
export const dayRefusal = ({ effectiveOn, today }: Pick<AnyCommand, 'effectiveOn' | 'today'>): Refusal | null => {
  if (!isIsoDate(effectiveOn)) return refuse('date', 'effectiveOn')
  return effectiveOn > today ? refuse('notAfterToday', 'effectiveOn', `today is ${today}`) : null
}

/** What every command is held to before the rules of its aggregate: its day, and the form of each field that it states. */
export const formRefusal = (declared: EventDeclarations, row: CommandRow, command: AnyCommand): Refusal | null =>
  firstRefusal([() => dayRefusal(command), () => fieldsRefusal(statedFields(declared, row), command.data as Data)])

/** What a command states: the fields of its event that are not derived, and those beside them. */
export const statedFields = (declared: EventDeclarations, { event, derived = [], besides = {} }: CommandRow): Fields => {
  const stated = Object.entries(declared[event] ?? {}).filter(([field, { role }]) => role !== 'DERIVED' && !derived.includes(field))
  return { ...Object.fromEntries(stated), ...besides }
}

/** The event of a command that no rule refused: the fields it states, with the derived ones. Nothing else goes into the log. */
export const acceptedFact = <F extends Fact<string, unknown>>(
  declared: EventDeclarations,
  { event }: CommandRow,
  command: AnyCommand,
  derived: Data = {},
): Decision<F> => {
  const complete: Data = { ...(command.data as Data), ...derived }
  // An optional field that was not stated is left out of the event.
  const data = Object.fromEntries(
    Object.keys(declared[event] ?? {}).flatMap((field) => (complete[field] === undefined ? [] : [[field, complete[field]]])),
  )
  return accept({ type: event, data } as unknown as F)
}

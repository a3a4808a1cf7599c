import type { Command } from '../../decision.ts'
import type { DatePrecisions } from '../../dates/date-precision.ts'
import type { Fact, IsoDate, Recorded } from '../../envelope.ts'
import type { EntryCorrected } from '../events/entry-corrected.ts'
import type { EventDeclarations } from '../events/event-declarations.ts'
import { dayRules } from '../commands/command-form.ts'
import { formRules } from '../fields/form-rules.ts'
import { refuserOf, type Refusal, type RuleBook } from '../rule-book.ts'

export type Data = Readonly<Record<string, unknown>>
export type CorrectionData = EntryCorrected['data']

/** An entry as a correction would leave it: `fields` are those that the correction replaces, already in `data`. */
export type CorrectedEntry = {
  readonly type: string
  readonly data: Data
  readonly fields: Data
  /** The data before. */
  readonly before: Data
  readonly effectiveOn: IsoDate
  /** Of its dates, as the correction leaves them. */
  readonly precisions: DatePrecisions
}

/** Rules on a whole history, by the type of the entry that would break one; `before` is the state that the entry is folded onto. */
export type Invariants<State, F extends Fact<string, unknown>> = {
  readonly [Type in F['type']]?: (event: Recorded<Extract<F, { readonly type: Type }>>, before: State) => Refusal | null
}

/** What the one correction mechanism needs to know of an aggregate. */
export type Correctable<State, F extends Fact<string, unknown>, Correction extends CorrectionData = CorrectionData> = {
  readonly events: EventDeclarations
  /** What the fields of an entry say against each other or against its day. Refusals name the entry's fields. */
  readonly coherence?: (entry: CorrectedEntry, today: IsoDate) => Refusal | null
  /** The derived fields of a corrected entry, computed again; or what the correction itself breaks. */
  readonly derive?: (entry: CorrectedEntry, state: State, correction: Correction) => { readonly ok: true; readonly fields: Data } | Refusal
  /**
   * Rules that readers of the history rely on. A correction may not break one that held before it. What was decided on a value that is
   * corrected later is flagged where it is shown, and is no invariant.
   */
  readonly invariants?: Invariants<State, F>
}

/** An aggregate whose entries can be corrected, as far as a correction needs to know it. */
export type CorrectableAggregate<State, F extends Fact<string, unknown>, Correction extends CorrectionData> = {
  readonly initial: State
  evolve(state: State, event: Recorded<F>): State
  readonly corrections: Correctable<State, F, Correction>
}

/** What a correction is decided on: the entries as they stand, the state that they amount to, and the command. */
export type CorrectionContext<State, F extends Fact<string, unknown>, Correction extends CorrectionData> = {
  readonly aggregate: CorrectableAggregate<State, F, Correction>
  readonly entries: readonly Recorded<F>[]
  readonly state: State
  readonly command: Command<'CorrectEntry', Correction>
}

export const correctionRules = {
  entryExists: { of: 'history', message: 'no entry of this history has this id', remedy: 'Choose an entry from the history of this item' },
  voidEntry: { of: 'history', message: 'this entry is void', remedy: 'To restore it, void the correction that made it void' },
  newestCorrection: {
    of: 'history',
    message: 'a later correction of the same entry applies',
    remedy: 'Correct the newest correction, or the entry itself',
  },
  removalIsFinal: {
    of: 'history',
    message: 'a removal of personal data is final',
    remedy: 'To remove its reason too, remove the personal data of this entry',
  },
  fieldOfEntry: { of: 'history', message: 'this is not a field of the entry', remedy: 'Choose a field that the entry has' },
  derivedField: { of: 'history', message: 'this field is calculated', remedy: 'Correct the fields that it is calculated from' },
  fixedField: {
    of: 'history',
    message: 'this field identifies the entry or its item and cannot be corrected',
    remedy: 'Make the entry void and record it again',
  },
  changesSomething: { of: 'history', message: 'this correction changes nothing', remedy: 'Enter the right value or date' },
} as const satisfies RuleBook

export const refuseCorrection = refuserOf({ ...formRules, ...dayRules, ...correctionRules })

/** The row of the command that every aggregate with corrections has. */
export const correctionCommand = { CorrectEntry: { event: 'EntryCorrected' } } as const

import type { Fact, Recorded } from '../../envelope.ts'
import { effectiveEntries } from '../history/history-at.ts'
import type { Refusal } from '../rule-book.ts'
import type { CorrectableAggregate, CorrectionData } from './correction-rules.ts'

type AnyFact = Fact<string, unknown>

/** The first invariant that the history with this correction breaks and the history without it did not; null where there is none. */
export const brokenBy = <State, F extends AnyFact, Correction extends CorrectionData>(
  aggregate: CorrectableAggregate<State, F, Correction>,
  events: readonly Recorded<F>[],
  correction: Recorded<F>,
): Refusal | null => {
  const before = new Set(violations(aggregate, events).map(({ name }) => name))
  const broken = violations(aggregate, [...events, correction]).find(({ name }) => !before.has(name))
  return broken === undefined
    ? null
    : { ...broken.refusal, rejection: { ...broken.refusal.rejection, field: fieldOf(correction.data as CorrectionData) } }
}

const fieldOf = ({ change }: CorrectionData): string => {
  if (change.kind === 'VOID') return 'change'
  return change.effectiveOn === undefined ? 'change.fields' : 'change.effectiveOn'
}

type Violation = { readonly name: string; readonly refusal: Refusal }
type Look<State, F extends AnyFact> = ((event: Recorded<F>, before: State) => Refusal | null) | undefined

const violations = <State, F extends AnyFact, Correction extends CorrectionData>(
  { initial, evolve, corrections }: CorrectableAggregate<State, F, Correction>,
  events: readonly Recorded<F>[],
): readonly Violation[] => {
  let state = initial
  return effectiveEntries(events, null, null).flatMap((entry) => {
    const look = corrections.invariants?.[entry.type as F['type']] as Look<State, F>
    const refusal = look?.(entry, state) ?? null
    state = evolve(state, entry)
    return refusal === null ? [] : [{ name: `${entry.eventId} ${refusal.rejection.rule}`, refusal }]
  })
}

import type { Fact, Recorded } from '../../envelope.ts'
import { correctionIn } from '../events/entry-corrected.ts'
import type { CorrectionData } from './correction-rules.ts'

type CorrectionInForce = CorrectionData & { readonly revision: number }

/**
 * A correction as it is written. It includes what an earlier correction replaced in the same entry, because only the newest correction of
 * an entry applies. `inForce` are the corrections in force, in any order.
 */
export const wholeCorrection = ({ entry, reason, change }: CorrectionData, inForce: readonly CorrectionInForce[]): CorrectionData => {
  const earlier = inForce
    .filter((correction) => correction.entry === entry)
    .toSorted((a, b) => a.revision - b.revision)
    .at(-1)?.change
  if (change.kind === 'VOID' || earlier?.kind !== 'REPLACE') return { entry, reason, change }
  const effectiveOn = change.effectiveOn ?? earlier.effectiveOn
  const fields = { ...earlier.fields, ...change.fields }
  const precisions = (change.precisions ?? earlier.precisions) ? { precisions: { ...earlier.precisions, ...change.precisions } } : {}
  return { entry, reason, change: { kind: 'REPLACE', fields, ...(effectiveOn === undefined ? {} : { effectiveOn }), ...precisions } }
}

export const correctionsIn = (entries: readonly Recorded<Fact<string, unknown>>[]): readonly CorrectionInForce[] =>
  entries.flatMap((entry) => {
    const correction = correctionIn(entry)
    return correction === null ? [] : [{ ...correction, revision: entry.revision }]
  })

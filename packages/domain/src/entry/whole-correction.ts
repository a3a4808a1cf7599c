import type { EntryCorrected } from '../envelope.ts'
import type { Entries } from './entries.ts'

type Correction = EntryCorrected['data'] & { readonly revision: number }

/**
 * A correction as it is written: with what an earlier one put right in the same entry, because of the corrections of an entry only
 * the newest applies. `standing` are the corrections in force, in any order.
 */
export const wholeCorrection = (
  { entry, reason, change }: EntryCorrected['data'],
  standing: readonly Correction[],
): EntryCorrected['data'] => {
  const earlier = standing
    .filter((correction) => correction.entry === entry)
    .toSorted((a, b) => a.revision - b.revision)
    .at(-1)?.change
  if (change.kind === 'VOID' || earlier?.kind !== 'REPLACE') return { entry, reason, change }
  const effectiveOn = change.effectiveOn ?? earlier.effectiveOn
  const fields = { ...earlier.fields, ...change.fields }
  return { entry, reason, change: { kind: 'REPLACE', fields, ...(effectiveOn === undefined ? {} : { effectiveOn }) } }
}

export const correctionsIn = (entries: Entries): readonly Correction[] =>
  Object.values(entries).flatMap(({ type, data, revision }) =>
    type === 'EntryCorrected' ? [{ ...(data as EntryCorrected['data']), revision }] : [],
  )

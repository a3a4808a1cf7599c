import type { IsoDate } from '../envelope.ts'
import type { EntryCorrected } from '../kernel/events/entry-corrected.ts'
import type { PublicationFacts } from '../report/publication.ts'
import type { DerivationRule } from '../timescale/timescale.ts'
import { countedFrom } from '../timescale/original-completion.ts'
import { readTimescale } from '../timescale/read-timescale.ts'
import { sameTimescale } from './issuing.ts'
import type { Issued, RecommendationState } from './state.ts'

/** The day that an original completion date was counted from, and the day that the report now gives: null where it gives none. */
export type BaselineDoubt = { readonly countedFrom: IsoDate | null; readonly nowCountedFrom: IsoDate | null }

/** What of an issue says whether a corrected date of its report can move its own date. */
export type BaselineBasis = {
  /** False of a date that the report prints, and where none is printed. */
  readonly countsFromReport: boolean
  readonly countedFrom: IsoDate | null
  /** The day of the issue, where no adoption of the report was known then: a later adoption is a new event and corrects nothing. */
  readonly adoptedBy: IsoDate | null
}

export const baselineBasis = ({ issued }: Pick<Issued, 'issued'>): BaselineBasis => ({
  countsFromReport: issued.derivation.from !== null || undatedByReport.includes(issued.derivation.rule),
  countedFrom: dayOf(issued.publication),
  adoptedBy: issued.publication.adoptedOn === null ? issued.effectiveOn : null,
})

const undatedByReport: readonly DerivationRule[] = ['noDayToCountFrom', 'beforeReport', 'tooFarAhead']
const dayOf = (publication: PublicationFacts): IsoDate | null => countedFrom(publication)?.date ?? null

/** Whether the report's date was corrected and the item's was not; `report` are the facts of the report as it reads now. */
export const baselineDoubt = (state: RecommendationState, report: PublicationFacts): BaselineDoubt | null => {
  if (state.kind !== 'ISSUED') return null
  const basis = baselineBasis(state)
  const nowCountedFrom = dayOf(factsFor(basis, report))
  return basis.countsFromReport && nowCountedFrom !== basis.countedFrom ? { countedFrom: basis.countedFrom, nowCountedFrom } : null
}

const factsFor = ({ adoptedBy }: BaselineBasis, report: PublicationFacts): PublicationFacts =>
  adoptedBy !== null && report.adoptedOn !== null && report.adoptedOn > adoptedBy ? { ...report, adoptedOn: null } : report

/**
 * The correction of the issue by which its date follows the report again. What is derived is derived when the correction is decided. A
 * timescale that was read from the printed words with the old day ("within ten days") is read with the new one.
 */
export const baselineCorrection = ({ issued }: Issued, report: PublicationFacts): Omit<EntryCorrected['data'], 'reason'> => {
  const publication = factsFor(baselineBasis({ issued }), report)
  const { timescale } = issued
  const [before, after] = [issued.publication, publication].map((facts) => readTimescale(timescale.asPrinted, dayOf(facts)))
  const isReadAnew = before !== undefined && after !== undefined && sameTimescale(before, timescale) && !sameTimescale(after, timescale)
  return {
    entry: issued.eventId,
    change: { kind: 'REPLACE', fields: { publication, ...(isReadAnew && { timescale: after }) } },
  }
}

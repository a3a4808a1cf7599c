import type { Issued, Listed } from '@outstanding/domain'
import { baselineBasis, normaliseReference } from '@outstanding/domain'
import { foldText } from '../fold-text.ts'
import type { RecommendationRow } from './tables.ts'

/** What the report says, or the table that lists it. */
export function printedRow(state: Issued | Listed, stream: string): RecommendationRow {
  const start = state.kind === 'ISSUED' ? state.issued : state.listed
  const words = state.kind === 'ISSUED' ? wordsOfIssued(state) : wordsOfListed(state)
  const { report, reference, localReference, ordinal, title, addressee } = start
  const basis = state.kind === 'ISSUED' ? baselineBasis(state) : noBasis
  return {
    stream,
    report,
    ...words,
    gravity: state.kind === 'ISSUED' ? state.issued.gravity : null,
    counts_from_report: basis.countsFromReport,
    counted_from: basis.countedFrom,
    adopted_by: basis.adoptedBy,
    reference,
    reference_key: reference === null ? null : normaliseReference(reference),
    local_reference: localReference,
    local_reference_key: normaliseReference(localReference),
    ordinal,
    title,
    addressee,
    search: searchText([reference, localReference, title, words.text, addressee]),
  }
}

/** Of one without a text nothing was worked out. */
const noBasis = { countsFromReport: false, countedFrom: null, adoptedBy: null } as const

type WordColumns = Pick<RecommendationRow, 'text' | 'text_kind' | 'place' | 'timescale' | 'timescale_grade' | 'derivation'>

const wordsOfIssued = ({ issued: { text, textKind, place, timescale, derivation } }: Issued): WordColumns => ({
  text,
  text_kind: textKind,
  place,
  timescale,
  timescale_grade: timescale.grade,
  derivation,
})

const wordsOfListed = ({ listed }: Listed): WordColumns => ({
  text: null,
  text_kind: null,
  place: listed.listedIn,
  timescale: null,
  timescale_grade: 'NOT_GIVEN',
  derivation: null,
})

const searchText = (parts: readonly (string | null)[]): string => foldText(parts.filter((part) => part !== null).join(' '))

import type { Issued, Listed, Recorded, RecommendationEvent, RecommendationState } from '@outstanding/domain'
import { effectiveEntries, normaliseReference } from '@outstanding/domain'
import { foldText } from '../fold-text.ts'
import type { History, ReadModel } from '../read-model.ts'
import { positionVersions } from './position-versions.ts'
import type { OwnerCell, RecommendationRow } from './tables.ts'
import { recommendationPositionTable, recommendationTable } from './tables.ts'

/** The domain's own fold of the whole stream, once as it stands and once over the days. */
export const recommendationList: ReadModel = {
  name: 'recommendation-list',
  category: 'recommendation',
  tables: [recommendationTable, recommendationPositionTable],
  rows({ events }) {
    const entries = effectiveEntries(events as readonly Recorded<RecommendationEvent>[], null, null)
    const { state, versions } = positionVersions(entries)
    const row = rowOf(state, entries, events.at(-1))
    return row ? { [recommendationTable.name]: [row], [recommendationPositionTable.name]: versions } : {}
  },
}

type Entries = readonly Recorded<RecommendationEvent>[]
type Last = History['events'][number] | undefined

function rowOf(state: RecommendationState, entries: Entries, last: Last): RecommendationRow | null {
  const { record } = state
  if (state.kind === 'NOT_ISSUED' || record.stream === null || last === undefined) return null
  const given = state.kind === 'ISSUED' ? state.issued : state.listed
  const owners = record.owners.map(({ owner, name, role, asPrinted }): OwnerCell => ({ owner, name, role, asPrinted }))
  const words = state.kind === 'ISSUED' ? wordsOfIssued(state) : wordsOfListed(state)
  return {
    stream: record.stream,
    authority: authorityOf(record.stream),
    report: given.report,
    ...words,
    reference: given.reference,
    reference_key: given.reference === null ? null : normaliseReference(given.reference),
    local_reference: given.localReference,
    local_reference_key: normaliseReference(given.localReference),
    ordinal: given.ordinal,
    title: given.title,
    addressee: given.addressee,
    themes: record.theme === null ? [] : [record.theme],
    owners,
    owner_ids: [...new Set(owners.map(({ owner }) => owner))],
    search: searchText([
      given.reference,
      given.localReference,
      given.title,
      words.text,
      given.addressee,
      ...owners.map(({ name }) => name),
    ]),
    withheld: record.withheld?.reason ?? null,
    illustrative: given.publication.illustrative || entries.some(({ metadata }) => metadata.illustrative === true),
    superseded_by: record.superseded?.by ?? record.conclusions.at(-1)?.supersededBy ?? null,
    merged_into: record.merged?.into ?? null,
    revision: last.revision,
    position: last.position,
    recorded_at: last.recordedAt,
  }
}

type WordColumns = Pick<RecommendationRow, 'parent' | 'text' | 'place' | 'timescale' | 'timescale_grade' | 'derivation'>

const wordsOfIssued = ({ issued: { parent, text, place, timescale, derivation } }: Issued): WordColumns => ({
  parent,
  text,
  place,
  timescale,
  timescale_grade: timescale.grade,
  derivation,
})

const wordsOfListed = ({ listed }: Listed): WordColumns => ({
  parent: null,
  text: null,
  place: listed.listedIn,
  timescale: null,
  timescale_grade: 'NOT_GIVEN',
  derivation: null,
})

const searchText = (parts: readonly (string | null)[]): string => foldText(parts.filter((part) => part !== null).join(' '))

/** The slug between the category and the identity: `recommendation-{authority}.{uuid}`. */
const authorityOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1, stream.lastIndexOf('.'))

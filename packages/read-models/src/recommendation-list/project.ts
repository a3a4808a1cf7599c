import type { Recorded, RecommendationEvent, RecommendationState } from '@outstanding/domain'
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
  if (state.kind === 'NOT_ISSUED' || record.stream === null) return null
  const given = state.kind === 'ISSUED' ? state.issued : state.listed
  const issued = state.kind === 'ISSUED' ? state.issued : null
  const owners = record.owners.map(({ owner, name, role, asPrinted }): OwnerCell => ({ owner, name, role, asPrinted }))
  return {
    stream: record.stream,
    authority: authorityOf(record.stream),
    report: given.report,
    parent: issued?.parent ?? null,
    reference: given.reference,
    reference_key: given.reference === null ? null : normaliseReference(given.reference),
    local_reference: given.localReference,
    local_reference_key: normaliseReference(given.localReference),
    ordinal: given.ordinal,
    title: given.title,
    text: issued?.text ?? null,
    addressee: given.addressee,
    place: issued ? issued.place : (state.kind === 'LISTED' && state.listed.listedIn) || null,
    timescale: issued?.timescale ?? null,
    timescale_grade: issued?.timescale.grade ?? 'NOT_GIVEN',
    derivation: issued?.derivation ?? null,
    themes: record.theme === null ? [] : [record.theme],
    owners,
    owner_ids: [...new Set(owners.map(({ owner }) => owner))],
    search: foldText(
      [given.reference, given.localReference, given.title, issued?.text, given.addressee, ...owners.map(({ name }) => name)].join(' '),
    ),
    withheld: record.withheld?.reason ?? null,
    illustrative: given.publication.illustrative || entries.some(({ metadata }) => metadata.illustrative === true),
    superseded_by: record.superseded?.by ?? record.conclusions.at(-1)?.supersededBy ?? null,
    merged_into: record.merged?.into ?? null,
    revision: last?.revision ?? 0,
    position: last?.position ?? '0',
    recorded_at: last?.recordedAt ?? '',
  }
}

/** The slug between the category and the identity: `recommendation-{authority}.{uuid}`. */
function authorityOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1, stream.lastIndexOf('.'))
}

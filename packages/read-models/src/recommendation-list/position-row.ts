import type { Issued, Listed } from '@outstanding/domain'
import { axesOf, supersededBy, trackersOf } from '@outstanding/domain'
import { foldText } from '../fold-text.ts'
import type { OwnerCell, RecommendationPositionRow } from './tables.ts'

const none = { category: null, meaning: null, policy: null } as const

/** Of the position what does not change with the day: the schedule has its own row. */
export function positionRow(state: Issued | Listed, stream: string): RecommendationPositionRow {
  const { record } = state
  const { response, delivery, assessment } = axesOf(state)
  const { proposed, agreed } = { proposed: assessment.proposed ?? none, agreed: assessment.agreed ?? none }
  return {
    stream,
    response,
    delivery,
    proposed: proposed.category,
    proposed_meaning: proposed.meaning,
    proposed_policy: proposed.policy,
    agreed: agreed.category,
    agreed_meaning: agreed.meaning,
    agreed_policy: agreed.policy,
    independent: assessment.independent,
    differs: assessment.differs,
    disputed: assessment.differs || record.dissents.length > 0,
    open_to: trackedAs('OPEN', record),
    concluded_by: trackedAs('CONCLUDED', record),
    themes: record.theme === null ? [] : [record.theme],
    ...ownersOf(record.owners),
    superseded_by: supersededBy(record),
    updated_on: record.updates.at(-1)?.effectiveOn ?? null,
    reopened: record.reopenings.length > 0,
    look_again_on: lookAgainOn(record),
  }
}

const trackedAs = (tracking: 'OPEN' | 'CONCLUDED', record: Issued['record']): string[] =>
  trackersOf(record).flatMap((tracker) => (tracker.tracking === tracking ? [tracker.committee] : []))

/** Of the committees that concluded it, the first day that one of them named. */
const lookAgainOn = (record: Issued['record']): string | null =>
  trackersOf(record)
    .flatMap(({ tracking, conclusion }) => (tracking === 'CONCLUDED' ? (conclusion?.lookAgainOn ?? []) : []))
    .toSorted()[0] ?? null

type Owners = Pick<RecommendationPositionRow, 'owners' | 'owner_ids' | 'owner_search'>
type OnRecord = Issued['record']['owners']

/** Most entries leave the owners as they were: what is made of them is made once. */
const ownersByRecord = new WeakMap<OnRecord, Owners>()

function ownersOf(onRecord: OnRecord): Owners {
  const made = ownersByRecord.get(onRecord) ?? madeOf(onRecord)
  ownersByRecord.set(onRecord, made)
  return made
}

function madeOf(onRecord: OnRecord): Owners {
  const owners = onRecord.map(({ owner, name, role, asPrinted, transferred, effectiveOn }): OwnerCell => ({
    owner,
    name,
    role,
    asPrinted,
    transferredFrom: transferred === null ? null : { owner: transferred.from, name: transferred.fromName, on: effectiveOn },
  }))
  return {
    owners,
    owner_ids: [...new Set(owners.map(({ owner }) => owner))],
    owner_search: foldText(owners.map(({ name }) => name).join(' ')),
  }
}

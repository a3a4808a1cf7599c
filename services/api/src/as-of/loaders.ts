import type { IsoDate } from '@outstanding/domain'
import type { ParkedStream, Snapshot } from '@outstanding/projection'
import type {
  Audience,
  CommitteeRow,
  Finding,
  Judgement,
  LinkedFrom,
  OfficeRow,
  PersonRow,
  Recommendation,
  Report,
} from '@outstanding/read-models'
import { asKnownNow, parkedByStream } from '@outstanding/projection'
import {
  childrenOf,
  findingsOf,
  judgementsOf,
  linkedFrom,
  committeesById,
  officesById,
  peopleById,
  recommendationsById,
  reportsById,
} from '@outstanding/read-models'
import DataLoader from 'dataloader'
import type { People } from '../server/identity/people.ts'
import { createFolds, type Folds } from './folds.ts'

type Day = IsoDate | null

/** Everything that is nested, loaded in batches through one view and for one audience; `asAt` null or absent: today. */
export type Loaders = Folds & {
  readonly recommendation: (id: string, asAt?: Day) => Promise<Recommendation | null>
  readonly children: (id: string, asAt?: Day) => Promise<readonly Recommendation[]>
  /** The items that refer to it, whether the reader may see them or not. */
  readonly linkedFrom: (id: string, asAt?: Day) => Promise<readonly LinkedFrom[]>
  readonly report: (id: string, asAt?: Day) => Promise<Report | null>
  readonly judgements: (report: string, asAt?: Day) => Promise<readonly Judgement[]>
  readonly findings: (report: string, asAt?: Day) => Promise<readonly Finding[]>
  readonly committee: (id: string, asAt?: Day) => Promise<CommitteeRow | null>
  readonly office: (id: string, asAt?: Day) => Promise<OfficeRow | null>
  readonly person: (id: string, asAt?: Day) => Promise<PersonRow | null>
  /** Whether not every entry of a stream is shown; as it is now. */
  readonly parked: (stream: string) => Promise<ParkedStream | null>
  /** By opaque id, without `person-`. */
  readonly personName: (id: string) => Promise<string | null>
}

export function createLoaders(snapshot: Snapshot, audience: Audience, openName: People['openName']): Loaders {
  // Names are always those of now: what was removed since is removed from the past too.
  const people = new DataLoader((ids: readonly string[]) => peopleById(asKnownNow(snapshot), ids, {}))
  const names = new DataLoader(async (ids: readonly string[]) => {
    const known = await people.loadMany(ids)
    return Promise.all(known.map(async (person) => (person instanceof Error ? person : person && openName(person))))
  })
  const parked = new DataLoader((streams: readonly string[]) => parkedByStream(snapshot, streams))
  return {
    parked: (stream) => parked.load(stream),
    recommendation: byDay((asAt) => (ids) => recommendationsById(snapshot, ids, { audience, asAt })),
    children: byDay((asAt) => (ids) => childrenOf(snapshot, ids, { audience, asAt })),
    linkedFrom: byDay((asAt) => (ids) => linkedFrom(snapshot, ids, { asAt })),
    report: byDay((asAt) => (ids) => reportsById(snapshot, ids, { audience, asAt })),
    judgements: byDay((asAt) => (ids) => judgementsOf(snapshot, ids, { asAt })),
    findings: byDay((asAt) => (ids) => findingsOf(snapshot, ids, { asAt })),
    committee: byDay((asAt) => (ids) => committeesById(snapshot, ids, { asAt })),
    office: byDay((asAt) => (ids) => officesById(snapshot, ids, { asAt })),
    person: byDay((asAt) => (ids) => peopleById(snapshot, ids, { asAt })),
    personName: (id) => names.load(id),
    ...createFolds(snapshot),
  }
}

/** One loader for each day asked for: what is loaded as at one day is not the answer for another. */
function byDay<Value>(load: (asAt: Day) => (ids: readonly string[]) => Promise<readonly Value[]>) {
  const loaders = new Map<Day, DataLoader<string, Value>>()
  return (id: string, asAt: Day = null): Promise<Value> => {
    const loader = loaders.get(asAt) ?? new DataLoader<string, Value>(load(asAt))
    loaders.set(asAt, loader)
    return loader.load(id)
  }
}

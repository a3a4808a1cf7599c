import type { IsoDate, PolicyContent, RecommendationState } from '@outstanding/domain'
import type { Audience, Finding, Judgement, OfficeRow, PersonRow, Recommendation, Report, Snapshot } from '@outstanding/read-models'
import { childrenOf, findingsOf, judgementsOf, officesById, peopleById, recommendationsById, reportsById } from '@outstanding/read-models'
import DataLoader from 'dataloader'
import type { People } from '../identity/people.ts'
import type { Basis } from './basis.ts'
import { createFolds } from './folds.ts'

/** Everything that is nested, loaded in batches through one view and for one audience. */
export type Loaders = {
  readonly recommendation: (id: string, asAt: IsoDate | null) => Promise<Recommendation | null>
  readonly children: (id: string, asAt: IsoDate | null) => Promise<readonly Recommendation[]>
  readonly report: (id: string) => Promise<Report | null>
  readonly judgements: (report: string) => Promise<readonly Judgement[]>
  readonly findings: (report: string) => Promise<readonly Finding[]>
  readonly office: (id: string) => Promise<OfficeRow | null>
  readonly person: (id: string) => Promise<PersonRow | null>
  /** By opaque id, without `person-`. */
  readonly personName: (id: string) => Promise<string | null>
  /** The whole history of a recommendation folded in the times asked for. */
  readonly record: (id: string, basis: Basis) => Promise<RecommendationState>
  readonly publishedAt: (report: string, knownAt: string | null) => Promise<boolean>
  /** The policy of an authority on a day, its own or the default. */
  readonly policyOn: (authority: string, day: IsoDate) => Promise<PolicyContent>
}

export function createLoaders(snapshot: Snapshot, audience: Audience, openName: People['openName']): Loaders {
  const recommendations = byDay((asAt) => (ids: readonly string[]) => recommendationsById(snapshot, ids, { audience, asAt }))
  const children = byDay((asAt) => (ids: readonly string[]) => childrenOf(snapshot, ids, { audience, asAt }))
  const reports = new DataLoader((ids: readonly string[]) => reportsById(snapshot, ids, audience))
  const judgements = new DataLoader((ids: readonly string[]) => judgementsOf(snapshot, ids))
  const findings = new DataLoader((ids: readonly string[]) => findingsOf(snapshot, ids))
  const offices = new DataLoader((ids: readonly string[]) => officesById(snapshot, ids))
  const people = new DataLoader((ids: readonly string[]) => peopleById(snapshot, ids))
  const names = new DataLoader(async (ids: readonly string[]) => {
    const known = await people.loadMany(ids)
    return Promise.all(known.map(async (person) => (person instanceof Error ? person : person && openName(person))))
  })
  return {
    recommendation: (id, asAt) => recommendations(asAt).load(id),
    children: (id, asAt) => children(asAt).load(id),
    report: (id) => reports.load(id),
    judgements: (report) => judgements.load(report),
    findings: (report) => findings.load(report),
    office: (id) => offices.load(id),
    person: (id) => people.load(id),
    personName: (id) => names.load(id),
    ...createFolds(snapshot),
  }
}

/** One loader for each day asked for: what is loaded as at one day is not the answer for another. */
function byDay<Value>(load: (asAt: IsoDate | null) => (ids: readonly string[]) => Promise<readonly Value[]>) {
  const loaders = new Map<string | null, DataLoader<string, Value>>()
  return (asAt: IsoDate | null): DataLoader<string, Value> => {
    const loader = loaders.get(asAt) ?? new DataLoader<string, Value>(load(asAt))
    loaders.set(asAt, loader)
    return loader
  }
}

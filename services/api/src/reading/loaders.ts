import type { Audience, Finding, Judgement, OfficeRow, Recommendation, Report, Snapshot } from '@outstanding/read-models'
import { childrenOf, findingsOf, judgementsOf, officesById, peopleById, recommendationsById, reportsById } from '@outstanding/read-models'
import DataLoader from 'dataloader'
import type { OpenName } from '../identity/open-name.ts'

/** Everything that is nested, loaded in batches through one view and for one audience. */
export type Loaders = {
  readonly recommendation: (id: string, asAt: string | null) => Promise<Recommendation | null>
  readonly children: (id: string, asAt: string | null) => Promise<readonly Recommendation[]>
  readonly report: (id: string) => Promise<Report | null>
  readonly judgements: (report: string) => Promise<readonly Judgement[]>
  readonly findings: (report: string) => Promise<readonly Finding[]>
  readonly office: (id: string) => Promise<OfficeRow | null>
  /** By opaque id, without `person-`. */
  readonly personName: (id: string) => Promise<string | null>
}

export function createLoaders(snapshot: Snapshot, audience: Audience, openName: OpenName): Loaders {
  const recommendations = byDay((asAt) => (ids: readonly string[]) => recommendationsById(snapshot, ids, { audience, asAt }))
  const children = byDay((asAt) => (ids: readonly string[]) => childrenOf(snapshot, ids, { audience, asAt }))
  const reports = new DataLoader((ids: readonly string[]) => reportsById(snapshot, ids, audience))
  const judgements = new DataLoader((ids: readonly string[]) => judgementsOf(snapshot, ids))
  const findings = new DataLoader((ids: readonly string[]) => findingsOf(snapshot, ids))
  const offices = new DataLoader((ids: readonly string[]) => officesById(snapshot, ids))
  const names = new DataLoader(async (ids: readonly string[]) => {
    const people = await peopleById(snapshot, ids)
    return Promise.all(people.map((person) => (person ? openName(person) : null)))
  })
  return {
    recommendation: (id, asAt) => recommendations(asAt).load(id),
    children: (id, asAt) => children(asAt).load(id),
    report: (id) => reports.load(id),
    judgements: (report) => judgements.load(report),
    findings: (report) => findings.load(report),
    office: (id) => offices.load(id),
    personName: (id) => names.load(id),
  }
}

/** One loader for each day asked for: what is loaded as at one day is not the answer for another. */
function byDay<Value>(load: (asAt: string | null) => (ids: readonly string[]) => Promise<readonly Value[]>) {
  const loaders = new Map<string | null, DataLoader<string, Value>>()
  return (asAt: string | null): DataLoader<string, Value> => {
    const loader = loaders.get(asAt) ?? new DataLoader<string, Value>(load(asAt))
    loaders.set(asAt, loader)
    return loader
  }
}

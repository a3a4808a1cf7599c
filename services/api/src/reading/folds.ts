import type { Recorded, RecommendationEvent, ReportEvent } from '@outstanding/domain'
import { defaultPolicy, historyAt, recommendationDecider, reportDecider } from '@outstanding/domain'
import type { Snapshot } from '@outstanding/read-models'
import { policiesOf, readEntries } from '@outstanding/read-models'
import type { Loaders } from './loaders.ts'

type Folds = Pick<Loaders, 'record' | 'publishedAt' | 'policyOn'>

/** What is folded from entries, each at most once for a view. */
export function createFolds(snapshot: Snapshot): Folds {
  const records = remembered((key: string) => {
    const [id, knownAt, asAt] = JSON.parse(key) as [string, string | null, string | null]
    return readEntries(snapshot, id, knownAt).then((entries) =>
      historyAt(recommendationDecider, entries as readonly Recorded<RecommendationEvent>[], knownAt, asAt),
    )
  })
  const reports = remembered((key: string) => {
    const [id, knownAt] = JSON.parse(key) as [string, string | null]
    return readEntries(snapshot, id, knownAt).then((entries) =>
      historyAt(reportDecider, entries as readonly Recorded<ReportEvent>[], knownAt, null),
    )
  })
  const policies = remembered((authority: string) => policiesOf(snapshot, authority))
  return {
    record: (id, { asAt, knownAt }) => records(JSON.stringify([id, knownAt, asAt])),
    publishedAt: async (report, knownAt) => (await reports(JSON.stringify([report, knownAt]))).publication === 'PUBLISHED',
    policyOn: async (authority, day) => (await policies(authority)).findLast(({ from }) => from <= day) ?? defaultPolicy,
  }
}

function remembered<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (key) => {
    const value = known.get(key) ?? load(key)
    known.set(key, value)
    return value
  }
}

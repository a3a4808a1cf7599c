import type { Recorded, RecommendationEvent, RecommendationState } from '@outstanding/domain'
import { historyAt, recommendationDecider } from '@outstanding/domain'
import type { Snapshot } from '@outstanding/projection'
import { readEntries } from '@outstanding/projection'
import type { AsOf } from './as-of.ts'

export type Folds = {
  /** The whole history of a recommendation folded in the times asked for. */
  readonly record: (id: string, asOf: Pick<AsOf, 'asAt' | 'knownAt'>) => Promise<RecommendationState>
}

/** What no table holds, folded from the entries of one stream: each at most once for a view. */
export function createFolds(snapshot: Snapshot): Folds {
  const records = remembered((key: string) => {
    const [id, knownAt, asAt] = JSON.parse(key) as [string, string | null, string | null]
    return readEntries(snapshot, id, knownAt).then((entries) =>
      historyAt(recommendationDecider, entries as readonly Recorded<RecommendationEvent>[], knownAt, asAt),
    )
  })
  return { record: (id, { asAt, knownAt }) => records(JSON.stringify([id, knownAt, asAt])) }
}

function remembered<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (key) => {
    const value = known.get(key) ?? load(key)
    known.set(key, value)
    return value
  }
}

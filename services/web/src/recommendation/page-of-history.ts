import type { Ask } from '../asking/asking.ts'
import { queries } from '../queries/queries.ts'
import type { HistoryEntry, RecommendationNode } from './recommendation-node.ts'

/** Some entries of a history, in the order in which they were recorded. */
export type PageOfHistory = {
  readonly entries: readonly HistoryEntry[]
  /** How many there are in all; null where not all of them belong to the past that is shown. */
  readonly total: number | null
  /** Where the entries before these begin; null where these are the first. */
  readonly earlier: string | null
  /** Whether there are later ones, on another page. */
  readonly hasLater: boolean
}

type Asked = { readonly id: string; readonly asAt: string | null; readonly asKnownAt: string | null; readonly after: string | null }

/** How often a page of the past asks further where nothing of what it read had happened yet. */
const maxSteps = 20

/** The entries that are shown after what was read; `shown` says which of them belong to the past that is asked for. */
export async function pageOfHistory(
  ask: Ask,
  { history }: Pick<RecommendationNode, 'history'>,
  asked: Asked,
  shown: (entries: readonly HistoryEntry[]) => readonly HistoryEntry[],
): Promise<PageOfHistory> {
  let { edges, pageInfo } = history
  let entries = shown(oldestFirst(edges))
  for (let step = 1; entries.length === 0 && pageInfo.hasNextPage && step < maxSteps; step += 1) {
    const { recommendation } = await ask(queries.RecommendationHistory, { ...asked, after: pageInfo.endCursor ?? '' })
    if (recommendation === null) break
    ;({ edges, pageInfo } = recommendation.history)
    entries = shown(oldestFirst(edges))
  }
  const earlier = pageInfo.hasNextPage ? pageInfo.endCursor : null
  return { entries, total: asked.asAt === null ? history.totalCount : null, earlier, hasLater: asked.after !== null }
}

const oldestFirst = (edges: RecommendationNode['history']['edges']): readonly HistoryEntry[] => edges.map(({ node }) => node).toReversed()

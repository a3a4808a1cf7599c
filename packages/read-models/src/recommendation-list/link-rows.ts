import type { RecommendationState } from '@outstanding/domain'
import { supersededBy } from '@outstanding/domain'
import type { RecommendationLinkRow } from './link-table.ts'

/** The other items that an item refers to: those that it is linked to, and the one that carries it on. */
export function linkRows({ record }: RecommendationState, stream: string): readonly RecommendationLinkRow[] {
  const { links, superseded, merged } = record
  const by = supersededBy(record)
  return [
    ...links
      .filter(({ target }) => target.kind === 'RECOMMENDATION')
      .map(({ linkId, relation, target, words }) => ({ stream, link: `link ${linkId}`, target: target.id, relation, words })),
    ...(by === null
      ? []
      : [{ stream, link: 'superseded', target: by, relation: 'SUPERSEDED_BY' as const, words: superseded?.reason ?? null }]),
    ...(merged === null ? [] : [{ stream, link: 'merged', target: merged.into, relation: 'MERGED_INTO' as const, words: merged.reason }]),
  ]
}

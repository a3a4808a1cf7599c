import { template } from '../render/template.ts'
import { paths } from '../paths/paths.ts'
import { longDate, longInstant } from '@outstanding/wording'
import type { RecommendationTodayQuery } from '../queries/queries.ts'
import type { PastAsked } from './past-view.ts'
import { address } from './past-links.ts'

export type Kind = 'recommendation' | 'report'

export type NotThenView = {
  readonly title: string
  readonly words: readonly string[]
  readonly ways: readonly { readonly text: string; readonly href: string }[]
}

/** Says when it came and when that was recorded, and leads to the days on which there is something to see. */
export function notThenView(
  kind: Kind,
  { id, title, history }: NonNullable<RecommendationTodayQuery['found']>,
  { past, way }: Pick<PastAsked, 'past' | 'way'>,
): NotThenView {
  const path = kind === 'recommendation' ? paths.recommendation(id) : paths.report(id)
  const first = history.edges[0]?.node
  return {
    title,
    words: [
      `This ${kind} is on the register today, but was not at the time you asked for.`,
      ...(first === undefined
        ? []
        : [`The first entry is dated ${longDate(first.effectiveOn)} and was recorded on ${longInstant(first.recordedAt)}.`]),
    ],
    ways: [
      { text: `Show the ${kind} today`, href: path },
      ...(past.asKnownAt === '' || past.asAt === ''
        ? []
        : [{ text: 'Show it on that day using all records', href: address(path, [['asAt', past.asAt]]) }]),
      kind === 'recommendation'
        ? { text: 'Show all recommendations on that day', href: way(paths.outstanding) }
        : { text: 'Show all reports on that day', href: way(paths.reports) },
    ],
  }
}

export const notThenTemplate = template<NotThenView>('past/not-then.njk')

import { template } from '../render/template.ts'
import { paths } from '../paths/paths.ts'
import { longDate, longInstant } from '@outstanding/wording'
import type { RecommendationTodayQuery } from '../queries/queries.ts'
import type { PastAsked } from './past-view.ts'
import { address } from './past-links.ts'

export type Kind = 'recommendation' | 'report' | 'visit'
export const pathOf = { recommendation: paths.recommendation, report: paths.report, visit: paths.visit }
const listOf = { recommendation: paths.outstanding, report: paths.reports, visit: paths.visits }

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
  const path = pathOf[kind](id)
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
      { text: `Show all ${kind}s on that day`, href: way(listOf[kind]) },
    ],
  }
}

export const notThenTemplate = template<NotThenView>('past/not-then.njk')

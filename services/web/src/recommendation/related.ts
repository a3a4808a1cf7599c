import { paths } from '../paths/paths.ts'
import type { Way } from '../past/past-links.ts'
import { wordsFor } from '../words/positions.ts'
import type { RelatedItemFragment } from '../queries/queries.ts'
import type { RecommendationNode } from './recommendation-node.ts'

export type Link = { readonly text: string; readonly href: string }
export type Notice = { readonly text: string; readonly link: Link | null }
export type LinkedTo = {
  readonly entry: string
  readonly relation: string
  readonly link: Link | null
  readonly text: string
  readonly words: string | null
}

export const linkTo = ({ id, reference, localReference, title }: RelatedItemFragment, way: Way): Link => ({
  text: `${reference ?? localReference}: ${title}`,
  href: way(paths.recommendation(id)),
})

/** What a reader must know before reading on. */
export function noticesOf({ textToHand, withheld, supersededBy, mergedInto }: RecommendationNode, way: Way): readonly Notice[] {
  return [
    ...(textToHand ? [] : [{ text: 'Listed only: a table names this recommendation, but its text is not to hand.', link: null }]),
    ...(withheld === null ? [] : [{ text: `Withheld: ${withheld}`, link: null }]),
    ...(supersededBy === null ? [] : [{ text: 'Superseded by', link: linkTo(supersededBy, way) }]),
    ...(mergedInto === null ? [] : [{ text: 'The same recommendation is carried on as', link: linkTo(mergedInto, way) }]),
  ]
}

const relationWords: Readonly<Record<string, string>> = {
  REPEATS: 'Repeats',
  CONTINUES: 'Continues',
  CONTRIBUTES_TO: 'Contributes to',
  CONTRADICTS: 'Contradicts',
}

export function linkOf(
  { entry, relation, recommendation, finding, words, targetKind }: RecommendationNode['links'][number],
  way: Way,
): LinkedTo {
  const link =
    recommendation !== null
      ? linkTo(recommendation, way)
      : finding !== null
        ? { text: `Finding: ${finding.subject}`, href: `${way(paths.report(finding.reportId))}#findings` }
        : null
  const text =
    recommendation !== null
      ? recommendation.report.title
      : finding !== null
        ? finding.words
        : `a ${wordsFor({}, targetKind).toLowerCase()} that is not on this register`
  return { entry, relation: wordsFor(relationWords, relation), link, text, words }
}

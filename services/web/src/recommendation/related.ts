import { paths } from '../paths/paths.ts'
import type { Way } from '../past/past-links.ts'
import {
  capital,
  exemptionGrounds,
  exemptParts,
  labelOf,
  longDate,
  linkedFromRelations,
  linkTargets,
  quotedOr,
  relations,
  termOf,
} from '@outstanding/wording'
import { parkedWords } from '../words/parked.ts'
import type { RelatedItemFragment } from '../queries/queries.ts'
import type { RecommendationNode } from './recommendation-node.ts'

export type Link = { readonly text: string; readonly href: string }
export type Notice = { readonly text: string; readonly link: Link | null }
export type LinkedTo = {
  /** The entry of this item that says so; null where another item's does. */
  readonly entry: string | null
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
export function noticesOf(node: RecommendationNode, way: Way): readonly Notice[] {
  const { textToHand, withheld, exempt, parked, supersededBy, mergedInto, reportWithdrawn, baselineInDoubt } = node
  return [
    ...(baselineInDoubt === null ? [] : [{ text: `Original completion date in doubt. ${baselineInDoubt.because}`, link: null }]),
    ...(reportWithdrawn === null ? [] : [{ text: `Its publisher has withdrawn the report: ${reportWithdrawn}`, link: null }]),
    ...openPartsOf(node).map((part) => ({ text: 'Concluded, while this part of it was left open:', link: linkTo(part, way) })),
    ...(textToHand ? [] : [{ text: 'Text not available: a table lists this recommendation, and we do not hold its text.', link: null }]),
    ...(parked === null ? [] : [{ text: parkedWords(parked), link: null }]),
    ...(exempt === null ? [] : [{ text: exemptWords(exempt), link: null }]),
    ...(withheld === null ? [] : [{ text: `Withheld: ${withheld}`, link: null }]),
    ...(supersededBy === null ? [] : [{ text: 'Replaced by', link: linkTo(supersededBy, way) }]),
    ...(mergedInto === null ? [] : [{ text: 'Duplicate. Tracked as', link: linkTo(mergedInto, way) }]),
  ]
}

/** "Exempt: text. Paragraph 3 of Schedule 12A (financial or business affairs). To be reviewed by 31 December 2018." */
const exemptWords = ({ parts, ground, reviewOn, publicInterest }: NonNullable<RecommendationNode['exempt']>): string =>
  [
    `Exempt from publication: ${parts.map((part) => termOf(exemptParts, part)).join(', ')}.`,
    `${labelOf(exemptionGrounds, ground)}.`,
    ...(publicInterest === null ? [] : [`Public interest: ${publicInterest.replace(/\.$/, '')}.`]),
    `To be reviewed by ${longDate(reviewOn)}.`,
  ].join(' ')

/** For a concluded recommendation, the parts that were left open. */
function openPartsOf({ position, conclusions, children }: RecommendationNode): readonly RelatedItemFragment[] {
  const left = position.tracking === 'CONCLUDED' ? (conclusions.at(-1)?.partsLeftOpen ?? []) : []
  return children.filter(({ id }) => left.includes(id))
}

const titled = ({ title, publishedOn }: { readonly title: string; readonly publishedOn: string | null }): string =>
  publishedOn === null ? title : `${title}, ${longDate(publishedOn)}`

/** The links as a chain: the older report first, what has no date last. */
export const linksOf = (links: RecommendationNode['links'], way: Way): readonly LinkedTo[] =>
  links.toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0)).map((link) => linkOf(link, way))

/** The same from the other side: the older first. */
export const linkedFromOf = (node: RecommendationNode, way: Way): readonly LinkedTo[] =>
  node.linkedFrom
    .toSorted((a, b) => (referredOn(a) < referredOn(b) ? -1 : referredOn(a) > referredOn(b) ? 1 : 0))
    .map(({ relation, recommendation, finding, words }) => ({
      entry: null,
      relation: labelOf(linkedFromRelations, relation),
      link: recommendation !== null ? linkTo(recommendation, way) : finding !== null ? findingLink(finding, way) : null,
      text: recommendation !== null ? titled(recommendation.report) : finding === null ? '' : wordsOf(finding),
      words,
    }))

type Said = Pick<NonNullable<RecommendationNode['links'][number]['finding']>, 'words' | 'textKind'>
const wordsOf = ({ words, textKind }: Said): string => capital(quotedOr(words, textKind))

const findingLink = ({ reportId, subject }: { readonly reportId: string; readonly subject: string }, way: Way): Link => ({
  text: `Finding: ${subject}`,
  href: `${way(paths.report(reportId))}#findings`,
})

const withoutDate = '9999'
const dateOf = ({ recommendation }: Pick<RecommendationNode['links'][number], 'recommendation'>): string =>
  recommendation?.report.publishedOn ?? withoutDate

const referredOn = ({ recommendation, finding }: RecommendationNode['linkedFrom'][number]): string =>
  finding?.foundOn ?? recommendation?.report.publishedOn ?? withoutDate

function linkOf({ entry, relation, recommendation, finding, words, targetKind }: RecommendationNode['links'][number], way: Way): LinkedTo {
  const link = recommendation !== null ? linkTo(recommendation, way) : finding !== null ? findingLink(finding, way) : null
  const text =
    recommendation !== null
      ? titled(recommendation.report)
      : finding !== null
        ? wordsOf(finding)
        : `${capital(termOf(linkTargets, targetKind))} that is not on this register`
  return { entry, relation: labelOf(relations, relation), link, text, words }
}

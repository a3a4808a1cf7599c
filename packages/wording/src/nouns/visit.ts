import type { VisitAttribute, VisitEvent, VisitFindingRecorded, VisitRecorded } from '@outstanding/domain'
import { longDate } from '../dates.ts'
import { directions, quotedOr, visitSources } from '../finding-terms.ts'
import { capital } from '../terms.ts'
import { visitTitle } from '../visits.ts'
import { asItIs } from './attributes-of-several.ts'
import type { NounWords } from './noun-words.ts'

const finding = ({
  ref,
  area,
  direction,
  words,
  textKind,
}: Pick<VisitFindingRecorded['data'], 'ref' | 'area' | 'direction' | 'words' | 'textKind'>): string =>
  `${ref}, ${area}: ${directions[direction]}. ${capital(quotedOr(words, textKind))}`

export const visitWords: NounWords<VisitEvent, VisitAttribute> = {
  titles: {
    VisitRecorded: 'Visit recorded',
    VisitFindingRecorded: 'Finding of a visit recorded',
    FindingLinked: 'Finding linked to recommendations',
  },
  sentences: {
    VisitRecorded: (visit) => `${visitTitle(visit)}. Known from ${visitSources[visit.knownFrom]}.`,
    VisitFindingRecorded: (found) => `Finding ${finding(found)}`,
    FindingLinked: ({ ref, items }) =>
      `Finding ${ref} linked to ${items.length === 1 ? 'one recommendation' : `${items.length} recommendations`}.`,
  },
  attributes: {
    VISIT_BODY: { label: 'visit by', words: asItIs, inItsEntry: true },
    VISIT_ORDINAL: { label: 'number of the visit', words: asItIs },
    VISITED_FROM: { label: 'first day of the visit', words: (value: string) => longDate(value), inItsEntry: true },
    VISITED_TO: { label: 'last day of the visit', words: (value: string) => longDate(value), inItsEntry: true },
    VISITED_PRECISION: {
      label: 'dates of the visit',
      words: (value: VisitRecorded['data']['datePrecision']) => (value === 'DAY' ? 'known to the day' : 'known by month only'),
    },
    KNOWN_FROM: { label: 'known from', words: (value: VisitRecorded['data']['knownFrom']) => visitSources[value], inItsEntry: true },
    LETTER_ON: { label: 'date of the letter', words: (value: string) => longDate(value) },
    PRINTED_IN: { label: 'printed in', words: asItIs },
    VISIT_SCOPE: { label: 'what the visit looked at', words: asItIs },
    VISIT_FINDING: { label: 'finding of the visit', words: finding, inItsEntry: true },
    FINDING_LINK: { label: 'linked to', words: ({ ref, item }: { readonly ref: string; readonly item: string }) => `${ref}: ${item}` },
  },
}

import { capital, dateWords, directions, figureWords, labelOf, longDate, quotedOr, visitDates } from '@outstanding/wording'
import { paths } from '../paths/paths.ts'
import type { Way } from '../past/past-links.ts'
import { decisionWords } from './decision-words.ts'
import { knownTo } from './known-to.ts'
import type { AssessedContentFragment } from '../queries/queries.ts'
import type { RecommendationNode } from './recommendation-node.ts'

export type Voice = {
  readonly voice: string
  readonly text: string
  readonly words: string
  readonly detail: string
  readonly entry: string
  /** Where it stands in full. */
  readonly link: { readonly text: string; readonly href: string } | null
}

const categoryWords = ({ category, label }: Pick<AssessedContentFragment, 'category' | 'label'>): string => `Category ${category}: ${label}`

/** One officer may type both sides; then that is shown. */
const samePerson = ({ recordedBySamePerson }: { recordedBySamePerson: boolean }): string =>
  recordedBySamePerson ? 'recorded by the same person who recorded the proposal' : ''

const withdrawal = ({ withdrawnOn, withdrawnBecause }: RecommendationNode['proposals'][number]): string =>
  withdrawnOn === null ? '' : `withdrawn ${longDate(withdrawnOn)}: ${withdrawnBecause}`

const findingDetail = ({ body, visit, finding }: RecommendationNode['independentFindings'][number]): string =>
  [
    visit === null ? body : `${body}, visit of ${visitDates(visit)}`,
    ...(finding?.figures ?? []).map(figureWords),
    finding?.outstandingSince ? `outstanding since ${finding.outstandingSince.asPrinted}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')

/** What the responsible member proposed, what the committee decided and what inspectors found. Newest first; none replaces another. */
export function voicesOf(
  { proposals, assessments, independentFindings, assessedBeforeBaselineCorrection: flagged }: RecommendationNode,
  way: Way = (path) => path,
): readonly Voice[] {
  const onOldDate = ({ entry }: { readonly entry: string }): string =>
    flagged.includes(entry) ? 'rests on a completion date that was corrected or is in doubt' : ''
  const dates = ({ completedOn, anticipatedCompletionDate, obstacle, datesKnownTo }: AssessedContentFragment): string =>
    [
      completedOn === null ? '' : `completed ${dateWords(completedOn, knownTo(datesKnownTo, 'completedOn'))}`,
      anticipatedCompletionDate === null
        ? ''
        : `expected ${dateWords(anticipatedCompletionDate, knownTo(datesKnownTo, 'anticipatedCompletionDate'))}`,
      obstacle === null ? '' : `obstacle: ${obstacle}`,
    ]
      .filter((part) => part !== '')
      .join(' · ')
  const voices = [
    ...proposals.map((assessment) => ({
      entry: assessment.entry,
      on: assessment.effectiveOn,
      voice: assessment.withdrawnOn === null ? 'Proposed' : 'Proposed, then withdrawn',
      text: categoryWords(assessment),
      words: assessment.words,
      detail: [
        dateWords(assessment.effectiveOn, assessment.effectiveOnPrecision),
        dates(assessment),
        withdrawal(assessment),
        onOldDate(assessment),
      ]
        .filter((part) => part !== '')
        .join(' · '),
      link: null,
    })),
    ...assessments.map((assessment) => ({
      entry: assessment.entry,
      on: assessment.effectiveOn,
      voice: assessment.kind === 'OWN' ? 'Committee’s own assessment' : 'Agreed by the committee',
      text: categoryWords(assessment),
      words: assessment.words,
      detail: [decisionWords(assessment.decision), dates(assessment), samePerson(assessment), onOldDate(assessment)]
        .filter((part) => part !== '')
        .join(' · '),
      link: null,
    })),
    ...independentFindings.map((found) => ({
      entry: found.entry,
      on: found.effectiveOn,
      voice: 'Independent finding',
      text: labelOf(directions, found.direction),
      words: found.finding === null ? found.area : capital(quotedOr(found.finding.words, found.finding.textKind)),
      detail: findingDetail(found),
      link: found.visit === null ? null : { text: `View the visit: finding ${found.ref}`, href: way(paths.visit(found.visit.id)) },
    })),
  ]
  return voices.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).map(({ on: _on, ...voice }) => voice)
}

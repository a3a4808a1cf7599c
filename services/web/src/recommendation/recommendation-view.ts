import type { FieldProblem } from '../outstanding/list-state.ts'
import { days, longDate, longInstant, withLongDates } from '../words/dates.ts'
import {
  conclusionWords,
  deliveryWords,
  ownerRoleWords,
  responseWords,
  scheduleDetail,
  scheduleTag,
  timescaleWords,
  wordsFor,
} from '../words/positions.ts'
import type { Tag } from '../words/positions.ts'
import { pastWords } from './past.ts'
import type { Past } from './past.ts'
import type { HistoryEntry, RecommendationNode, Related } from './recommendation-query.ts'
import { timelineOf } from './timeline.ts'
import type { TimelineEntry } from './timeline.ts'

export type Link = { readonly text: string; readonly href: string }
export type Fact = { readonly name: string; readonly value: string; readonly detail: string | null }

export type RecommendationView = {
  readonly id: string
  readonly reference: string
  readonly isOurReference: boolean
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly illustrative: boolean
  readonly report: Link & { readonly authority: string; readonly published: string }
  readonly printedAt: string | null
  readonly past: string | null
  readonly pastForm: { readonly asAt: string; readonly asKnownAt: string; readonly problems: Readonly<Record<string, string>> }
  readonly problems: readonly FieldProblem[]
  readonly schedule: Tag
  readonly scheduleDetail: string | null
  readonly axes: readonly Fact[]
  readonly dates: readonly Fact[]
  readonly notices: readonly { readonly text: string; readonly link: Link | null }[]
  readonly owners: readonly { readonly name: string; readonly role: string; readonly note: string | null }[]
  readonly actions: readonly { readonly description: string; readonly status: Tag; readonly detail: string | null }[]
  readonly evidence: readonly {
    readonly name: string
    readonly words: string
    readonly detail: string
    readonly digest: string
    readonly tests: readonly string[]
  }[]
  readonly assessments: readonly { readonly voice: string; readonly text: string; readonly words: string; readonly detail: string }[]
  readonly stillNeeded: readonly { readonly words: string; readonly detail: string }[]
  readonly links: readonly { readonly relation: string; readonly link: Link | null; readonly text: string; readonly words: string | null }[]
  readonly children: readonly Link[]
  readonly parent: Link | null
  readonly themes: readonly Link[]
  readonly timeline: readonly TimelineEntry[]
  /** The parts of the page that have something in them. */
  readonly onPage: readonly { readonly text: string; readonly href: string; readonly count: number }[]
  readonly recordedUpTo: string
}

export function recommendationView(
  node: RecommendationNode,
  history: readonly HistoryEntry[],
  past: Past,
  problems: readonly FieldProblem[] = [],
): RecommendationView {
  const { position, report } = node
  const assessments = voicesOf(node)
  return {
    id: node.id,
    reference: node.reference ?? node.localReference,
    isOurReference: node.reference === null,
    title: node.title,
    paragraphs: node.text === null ? [] : node.text.split(/\n\s*\n|\n/).filter((part) => part.trim() !== ''),
    illustrative: node.illustrative,
    report: {
      text: report.title,
      href: `/reports/${encodeURIComponent(report.id)}`,
      authority: report.authorityName,
      published: publishedWords(report),
    },
    printedAt: placeWords(node.place),
    past: problems.length > 0 ? null : pastWords(past),
    pastForm: { ...past, problems: Object.fromEntries(problems.map(({ field, message }) => [field, message])) },
    problems,
    schedule: scheduleTag(position.schedule.state),
    scheduleDetail: scheduleDetail(position.schedule),
    axes: axesOf(node),
    dates: datesOf(node),
    notices: noticesOf(node),
    owners: node.owners.map(({ name, role, formerName, asPrinted }) => ({
      name,
      role: wordsFor(ownerRoleWords, role),
      note: formerName !== null ? `formerly ${formerName}` : asPrinted !== null && asPrinted !== name ? `printed as “${asPrinted}”` : null,
    })),
    actions: node.actions.map(actionOf),
    evidence: node.evidence.map(evidenceOf),
    assessments,
    stillNeeded: node.stillNeeded.map(({ words, decision }) => ({ words, detail: decisionWords(decision) })),
    links: node.links.map(linkOf),
    children: node.children.map(linkTo),
    parent: node.parent === null ? null : linkTo(node.parent),
    themes: node.themes.map((theme) => ({ text: theme, href: `/?${new URLSearchParams({ theme })}` })),
    timeline: timelineOf(history),
    onPage: [
      { text: 'Its parts', href: '#parts', count: node.children.length },
      { text: 'What was said of it', href: '#assessments', count: assessments.length + node.stillNeeded.length },
      { text: 'Actions', href: '#actions', count: node.actions.length },
      { text: 'Evidence', href: '#evidence', count: node.evidence.length },
      { text: 'Linked to', href: '#links', count: node.links.length },
      { text: 'What happened', href: '#history', count: history.length },
    ].filter(({ count }) => count > 0),
    recordedUpTo: longInstant(node.recordedAt),
  }
}

const linkTo = ({ id, reference, localReference, title }: Related): Link => ({
  text: `${reference ?? localReference}: ${title}`,
  href: `/recommendations/${encodeURIComponent(id)}`,
})

const publishedWords = ({ publishedOn, publishedAsPrinted, seenIn }: RecommendationNode['report']): string =>
  publishedAsPrinted !== null
    ? `published ${publishedAsPrinted}`
    : publishedOn !== null
      ? `published ${longDate(publishedOn)}`
      : seenIn === null
        ? 'date of publication not known'
        : `seen in: ${seenIn}`

/** `page 4`, however the page was written down. */
const numbered = (what: string, value: string | null): string | null =>
  value === null ? null : /^[a-z]/i.test(value) ? value : `${what} ${value}`

function placeWords(place: RecommendationNode['place']): string | null {
  if (place === null) return null
  const parts = [place.document, place.heading, numbered('page', place.page), numbered('paragraph', place.paragraph)]
  return parts.filter((part) => part !== null).join(', ')
}

function axesOf({ position, responseRequired, conclusionReason }: RecommendationNode): readonly Fact[] {
  const { assessment, schedule } = position
  const category = (code: string | null, known: { readonly label: string } | null): string =>
    code === null ? 'None yet' : `${code} ${known?.label ?? ''}`.trim()
  const awaited =
    position.response === 'AWAITED' && responseRequired !== null
      ? `due ${longDate(responseRequired.dueOn)}: ${withLongDates(responseRequired.computed)}`
      : null
  return [
    { name: 'Response', value: wordsFor(responseWords, position.response), detail: awaited },
    {
      name: 'Delivery',
      value: wordsFor(deliveryWords, position.delivery),
      detail: position.delivery === 'NOT_STARTED' ? null : 'as reported by those responsible',
    },
    { name: 'Assessment proposed', value: category(assessment.proposed, assessment.proposedCategory), detail: null },
    { name: 'Assessment agreed', value: category(assessment.agreed, assessment.category), detail: differing(assessment) },
    { name: 'Schedule', value: scheduleTag(schedule.state).text, detail: scheduleDetail(schedule) },
    {
      name: 'Tracking',
      value: position.tracking === 'OPEN' ? 'Open' : 'Concluded',
      detail: conclusionReason === null ? null : wordsFor(conclusionWords, conclusionReason),
    },
  ]
}

const differing = ({ proposed, agreed }: RecommendationNode['position']['assessment']): string | null =>
  proposed !== null && agreed !== null && proposed !== agreed ? 'differs from what was proposed' : null

function datesOf({ timescale, originalCompletionDate, revisedCompletionDate, derivation, position }: RecommendationNode): readonly Fact[] {
  const { slippageDays } = position.schedule
  const slip =
    slippageDays === null || slippageDays === 0
      ? null
      : `${days(Math.abs(slippageDays))} ${slippageDays > 0 ? 'later' : 'earlier'} than the original date`
  return [
    {
      name: 'Timescale',
      value: timescale.asPrinted === null ? 'None printed' : `“${timescale.asPrinted}”`,
      detail: timescale.asPrinted === null ? null : timescaleDetail(timescale),
    },
    {
      name: 'Original completion date',
      value: originalCompletionDate === null ? 'None' : longDate(originalCompletionDate),
      detail: derivation === null ? null : withLongDates(derivation.words),
    },
    ...(revisedCompletionDate === null ? [] : [{ name: 'Revised completion date', value: longDate(revisedCompletionDate), detail: slip }]),
  ]
}

const timescaleDetail = ({ grade, months }: RecommendationNode['timescale']): string =>
  grade === 'WITHIN_MONTHS' && months !== null
    ? `read as: within ${months} ${months === 1 ? 'month' : 'months'}`
    : `read as: ${wordsFor(timescaleWords, grade).toLowerCase()}`

function noticesOf({ textToHand, withheld, supersededBy, mergedInto }: RecommendationNode): RecommendationView['notices'] {
  return [
    ...(textToHand ? [] : [{ text: 'Listed only: a table names this recommendation, but its text is not to hand.', link: null }]),
    ...(withheld === null ? [] : [{ text: `Withheld: ${withheld}`, link: null }]),
    ...(supersededBy === null ? [] : [{ text: 'Superseded by', link: linkTo(supersededBy) }]),
    ...(mergedInto === null ? [] : [{ text: 'The same recommendation is carried on as', link: linkTo(mergedInto) }]),
  ]
}

const statusTags: Readonly<Record<string, Tag>> = {
  PLANNED: { text: 'Planned', tone: 'grey' },
  STARTED: { text: 'Started', tone: 'blue' },
  COMPLETED: { text: 'Done', tone: 'green' },
  ABANDONED: { text: 'Abandoned', tone: 'purple' },
}

function actionOf({
  description,
  status,
  lead,
  dueOn,
  completedOn,
  abandonedBecause,
}: RecommendationNode['actions'][number]): RecommendationView['actions'][number] {
  const detail = [
    lead,
    completedOn !== null ? `done ${longDate(completedOn)}` : dueOn !== null ? `due ${longDate(dueOn)}` : null,
    abandonedBecause,
  ].filter((part) => part !== null)
  return {
    description: description ?? 'Action',
    status: statusTags[status] ?? { text: wordsFor({}, status), tone: 'grey' },
    detail: detail.length === 0 ? null : detail.join(' · '),
  }
}

const showsWords: Readonly<Record<string, string>> = {
  OUTPUT: 'something done',
  OUTCOME: 'a result',
  ASSURANCE: 'a check',
  USER_VOICE: 'what users say',
}

const evidenceOf = (item: RecommendationNode['evidence'][number]): RecommendationView['evidence'][number] => ({
  name: item.name,
  words: item.words,
  detail: [`shows ${wordsFor(showsWords, item.shows)}`, item.location, longDate(item.effectiveOn)].join(' · '),
  digest: item.digest,
  tests: item.tests.map(({ testedBy, found }) => `Tested by ${testedBy}: ${found}`),
})

const meaningWords: Readonly<Record<string, string>> = {
  ACHIEVED_ON_TIME: 'achieved on time',
  ACHIEVED_LATE: 'achieved late',
  PROGRESS_MADE: 'not achieved, progress made',
  OBSTACLE: 'not achieved, an obstacle',
  INSUFFICIENT_PROGRESS: 'not achieved, insufficient progress',
  IN_PROGRESS: 'in progress',
}

const categoryWords = ({ category, meaning }: { category: string; meaning: string }): string =>
  `Category ${category}: ${meaningWords[meaning] ?? wordsFor({}, meaning)}`

const directionWords: Readonly<Record<string, string>> = { IMPROVED: 'improved', UNCHANGED: 'unchanged', WORSE: 'worse' }

const decisionWords = ({
  committeeName,
  meetingOn,
  minuteReference,
}: {
  committeeName: string
  meetingOn: string
  minuteReference: string
}): string => `${committeeName}, ${longDate(meetingOn)}, minute ${minuteReference}`

/** Three voices that never overwrite each other: the proposal, the committee, and others who looked. Newest first. */
function voicesOf({ proposals, assessments, independentFindings }: RecommendationNode): RecommendationView['assessments'] {
  const dates = ({ completedOn, anticipatedCompletionDate, obstacle }: RecommendationNode['proposals'][number]): string =>
    [
      completedOn === null ? '' : `completed ${longDate(completedOn)}`,
      anticipatedCompletionDate === null ? '' : `expected ${longDate(anticipatedCompletionDate)}`,
      obstacle === null ? '' : `obstacle: ${obstacle}`,
    ]
      .filter((part) => part !== '')
      .join(' · ')
  const voices = [
    ...proposals.map((said) => ({
      on: said.effectiveOn,
      voice: 'Proposed',
      text: categoryWords(said),
      words: said.words,
      detail: [longDate(said.effectiveOn), dates(said)].filter((part) => part !== '').join(' · '),
    })),
    ...assessments.map((said) => ({
      on: said.effectiveOn,
      voice: said.kind === 'OWN' ? 'Committee’s own' : 'Agreed',
      text: categoryWords(said),
      words: said.words,
      detail: [decisionWords(said.decision), dates(said)].filter((part) => part !== '').join(' · '),
    })),
    ...independentFindings.map((said) => ({
      on: said.effectiveOn,
      voice: 'Independent',
      text: `Found ${wordsFor(directionWords, said.direction)}`,
      words: said.words,
      detail: `${said.body}, ${said.visit}, ${longDate(said.effectiveOn)}`,
    })),
  ]
  return voices
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .map(({ voice, text, words, detail }) => ({ voice, text, words, detail }))
}

const relationWords: Readonly<Record<string, string>> = {
  REPEATS: 'Repeats',
  CONTINUES: 'Continues',
  CONTRIBUTES_TO: 'Contributes to',
  CONTRADICTS: 'Contradicts',
}

function linkOf({
  relation,
  recommendation,
  finding,
  words,
  targetKind,
}: RecommendationNode['links'][number]): RecommendationView['links'][number] {
  const link =
    recommendation !== null
      ? linkTo(recommendation)
      : finding !== null
        ? { text: `Finding: ${finding.subject}`, href: `/reports/${encodeURIComponent(finding.reportId)}#findings` }
        : null
  const text =
    recommendation !== null
      ? recommendation.report.title
      : finding !== null
        ? finding.words
        : `a ${wordsFor({}, targetKind).toLowerCase()} that is not on this register`
  return { relation: wordsFor(relationWords, relation), link, text, words }
}

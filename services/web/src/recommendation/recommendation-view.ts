import { template } from '../render/template.ts'
import { paths } from '../paths/paths.ts'
import type { PastAsked } from '../past/past-view.ts'
import { longDate, longInstant, ownerRoles, termOf } from '@outstanding/wording'
import { anchorOf } from '../words/entries.ts'
import { hasPassedUntracked, scheduleShown } from '../words/positions.ts'
import type { Tag } from '../words/positions.ts'
import { actionOf, evidenceOf } from './delivery.ts'
import type { ActionShown, EvidenceShown } from './delivery.ts'
import { axesOf, datesIn, datesOf } from './position-facts.ts'
import type { Fact } from './fact.ts'
import type { PageOfHistory } from './page-of-history.ts'
import type { OnRecord, RecommendationNode } from './recommendation-node.ts'
import { linkedFromOf, linksOf, linkTo, noticesOf } from './related.ts'
import type { Link, LinkedTo, Notice } from './related.ts'
import type { Sources } from '../provenance/sources.ts'
import { sourcesIn } from '../provenance/sources.ts'
import { timelineOf } from './timeline.ts'
import type { TimelineEntry } from './timeline.ts'
import { decisionWords } from './decision-words.ts'
import { voicesOf } from './voices.ts'
import type { Voice } from './voices.ts'
import { placeWords, publishedWords } from './where-printed.ts'

export type RecommendationView = {
  readonly id: string
  readonly reference: string
  readonly isOurReference: boolean
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Amended wordings, oldest first: the last one is followed. */
  readonly amended: readonly { readonly wording: string; readonly detail: string }[]
  readonly illustrative: boolean
  readonly report: Link & { readonly authority: string; readonly published: string }
  /** The origin of the text: the publisher, or the author of the summary. */
  readonly textSource: string | null
  /** A summary in our words, and not the published wording. */
  readonly isSummary: boolean
  readonly printedAt: string | null
  readonly schedule: Tag
  readonly scheduleDetail: string | null
  readonly axes: readonly Fact[]
  readonly dates: readonly Fact[]
  readonly notices: readonly Notice[]
  readonly owners: readonly {
    readonly name: string
    readonly role: string
    readonly note: string | null
    readonly sources: Sources | null
  }[]
  /** Sources of the text, or of the title if the text is not available. */
  readonly textSources: Sources | null
  readonly themesSources: Sources | null
  /** The entries that stand on the page. */
  readonly entries: Readonly<Record<string, string>>
  readonly actions: readonly ActionShown[]
  readonly evidence: readonly EvidenceShown[]
  readonly assessments: readonly Voice[]
  readonly stillNeeded: readonly { readonly words: string; readonly detail: string; readonly entry: string }[]
  readonly links: readonly LinkedTo[]
  readonly children: readonly Link[]
  readonly parent: Link | null
  readonly themes: readonly Link[]
  readonly timeline: readonly TimelineEntry[]
  /** Null where the page shows every entry. */
  readonly moreHistory: {
    readonly total: number | null
    readonly earlierHref: string | null
    readonly latestHref: string | null
  } | null
  /** The parts of the page that have something in them. */
  readonly onPage: readonly { readonly text: string; readonly href: string; readonly count: number }[]
  readonly recordedUpTo: string
}

/** What is on record, entry by entry, as it reads in the times that are shown. */
export const recordOf = ({ updates, evidence, proposals, assessments, independentFindings }: RecommendationNode): readonly OnRecord[] => [
  ...updates,
  ...evidence,
  ...proposals,
  ...assessments,
  ...independentFindings.map(({ entry, area, effectiveOn }) => ({ entry, words: area, effectiveOn })),
]

export function recommendationView(
  node: RecommendationNode,
  history: PageOfHistory,
  { way, times }: Pick<PastAsked, 'way' | 'times'>,
): RecommendationView {
  const { position, report } = node
  const assessments = voicesOf(node, way)
  const schedule = scheduleShown({ ...position.schedule, ...datesIn(node) }, position.tracking)
  const sourcesOf = sourcesIn(node.provenance, new Set(history.entries.map(({ id }) => id)))
  return {
    id: node.id,
    reference: node.reference ?? node.localReference,
    isOurReference: node.reference === null,
    title: node.title,
    paragraphs: node.text === null ? [] : node.text.split(/\n\s*\n|\n/).filter((part) => part.trim() !== ''),
    amended: node.amendments.map(({ wording, reason, effectiveOn }) => ({ wording, detail: `${longDate(effectiveOn)}: ${reason}` })),
    illustrative: node.illustrative,
    report: {
      text: report.title,
      href: way(paths.report(report.id)),
      authority: report.authorityName,
      published: publishedWords(report),
    },
    textSource: node.firstEntries.edges.find(({ node: { type } }) => issuing.has(type))?.node.source?.system ?? null,
    isSummary: node.textKind === 'SUMMARY',
    printedAt: placeWords(node.place),
    schedule: schedule.tag,
    scheduleDetail: hasPassedUntracked(position.schedule.state, position.tracking)
      ? `${schedule.detail ?? ''}: nothing recorded here says whether it was done`
      : schedule.detail,
    axes: axesOf(node, sourcesOf),
    dates: datesOf(node, sourcesOf),
    notices: noticesOf(node, way),
    owners: node.owners.map(({ id, name, role, ...more }) => ({
      sources: sourcesOf(name, 'OWNER', `${role} ${id}`),
      name,
      role: termOf(ownerRoles, role),
      note: ownerNote(name, more),
    })),
    textSources: node.text === null ? sourcesOf('the title', 'TITLE') : sourcesOf('the text', 'TEXT'),
    themesSources: sourcesOf('the theme', 'THEME'),
    entries: Object.fromEntries(history.entries.map(({ id }) => [id, `#${anchorOf(id)}`])),
    actions: node.actions.map((action) => actionOf(action, sourcesOf)),
    evidence: evidenceOf(node.evidence),
    assessments,
    stillNeeded: node.stillNeeded.map(({ entry, words, decision }) => ({ entry, words, detail: decisionWords(decision) })),
    links: [...linksOf(node.links, way), ...linkedFromOf(node, way)],
    children: node.children.map((child) => linkTo(child, way)),
    parent: node.parent === null ? null : linkTo(node.parent, way),
    themes: node.themes.map((theme) => ({ text: theme, href: way(paths.outstanding, { theme }) })),
    timeline: timelineOf(history.entries, {
      record: recordOf(node),
      asAt: times.asAt,
      decidedLate: node.decidedLate,
      decidedBeforeLate: node.decidedBeforeLate,
    }),
    moreHistory: moreOf(node.id, history, way),
    onPage: [
      { text: 'Parts', href: '#parts', count: node.children.length },
      { text: 'Assessments and progress', href: '#assessments', count: assessments.length + node.stillNeeded.length },
      { text: 'Actions', href: '#actions', count: node.actions.length },
      { text: 'Evidence', href: '#evidence', count: node.evidence.length },
      { text: 'Linked items', href: '#links', count: node.links.length + node.linkedFrom.length },
      { text: 'History', href: '#history', count: history.total ?? history.entries.length },
    ].filter(({ count }) => count > 0),
    recordedUpTo: longInstant(node.recordedAt),
  }
}

const issuing: ReadonlySet<string> = new Set(['RecommendationIssued', 'RecommendationListed'])

function moreOf(
  id: string,
  { entries, total, earlier, hasLater }: PageOfHistory,
  way: PastAsked['way'],
): RecommendationView['moreHistory'] {
  if (earlier === null && !hasLater) return null
  const path = paths.recommendation(id)
  return {
    total: total === entries.length ? null : total,
    earlierHref: earlier === null ? null : `${way(path, { after: earlier })}#history`,
    latestHref: hasLater ? `${way(path)}#history` : null,
  }
}

type OfOwner = Pick<RecommendationNode['owners'][number], 'formerName' | 'asPrinted' | 'transferredFrom' | 'abolishedOn'>

/** An office that has ended comes first: somebody else has to be assigned. */
const ownerNote = (name: string, { formerName, asPrinted, transferredFrom, abolishedOn }: OfOwner): string | null => {
  if (abolishedOn !== null) return `abolished on ${longDate(abolishedOn)}: assign another owner`
  if (transferredFrom !== null) return `from ${transferredFrom.name}, ${longDate(transferredFrom.on)}`
  if (formerName !== null) return `formerly ${formerName}`
  return asPrinted !== null && asPrinted !== name ? `printed as “${asPrinted}”` : null
}

export const recommendationTemplate = template<RecommendationView>('recommendation/recommendation.njk')

import { directions, figureWords, labelOf, longDate, quoted, visitDates, visitSources } from '@outstanding/wording'
import { paths } from '../paths/paths.ts'
import type { Way } from '../past/past-links.ts'
import type { VisitDirection, VisitHeadFragment, VisitPageQuery } from '../queries/queries.ts'
import { template } from '../render/template.ts'
import { headOf, recordedWords } from '../words/entries.ts'
import { parkedWords } from '../words/parked.ts'
import type { Tag } from '../words/positions.ts'

type VisitNode = NonNullable<VisitPageQuery['visit']>
type Link = { readonly text: string; readonly href: string }

export type FindingShown = {
  readonly ref: string
  readonly area: string
  readonly words: string
  readonly figures: readonly string[]
  readonly outstandingSince: string | null
  readonly place: string | null
  readonly linkedTo: readonly Link[]
}
export type VisitView = {
  readonly title: string
  readonly authority: string
  readonly illustrative: boolean
  readonly parked: string | null
  readonly facts: readonly { readonly name: string; readonly value: string; readonly href: string | null }[]
  readonly scope: string | null
  readonly total: number
  /** One group for each direction that a finding has. */
  readonly groups: readonly { readonly direction: Tag; readonly anchor: string; readonly findings: readonly FindingShown[] }[]
  readonly history: readonly { readonly head: string; readonly words: string; readonly recorded: string }[]
  /** How many entries there are, where not all are shown. */
  readonly ofEntries: number | null
}

/** The most critical first: what is worse is what a reader must see. */
export const directionOrder: readonly VisitDirection[] = ['WORSE', 'UNCHANGED', 'NEEDS_IMPROVEMENT', 'IMPROVED', 'POSITIVE']
const tones: Readonly<Record<VisitDirection, Tag['tone']>> = {
  WORSE: 'red',
  UNCHANGED: 'grey',
  NEEDS_IMPROVEMENT: 'orange',
  IMPROVED: 'teal',
  POSITIVE: 'green',
}
export const directionTag = (direction: VisitDirection): Tag => ({ text: labelOf(directions, direction), tone: tones[direction] })

export function visitView(visit: VisitNode, way: Way): VisitView {
  const byDirection = Map.groupBy(visit.findings, ({ direction }) => direction)
  return {
    title: visit.title,
    authority: visit.authorityName,
    illustrative: visit.illustrative,
    parked: visit.parked && parkedWords(visit.parked),
    facts: factsOf(visit, way),
    scope: visit.scope,
    total: visit.findings.length,
    groups: directionOrder.flatMap((direction) => {
      const findings = byDirection.get(direction) ?? []
      const shown = findings.map((finding) => findingOf(finding, way))
      return shown.length === 0 ? [] : [{ direction: directionTag(direction), anchor: anchorOf(direction), findings: shown }]
    }),
    history: visit.history.edges.map(({ node }) => ({ head: headOf(node), words: node.words, recorded: recordedWords(node) })),
    ofEntries: visit.history.totalCount > visit.history.edges.length ? visit.history.totalCount : null,
  }
}

const anchorOf = (direction: VisitDirection): string => direction.toLowerCase().replaceAll('_', '-')

function findingOf(finding: VisitNode['findings'][number], way: Way): FindingShown {
  const { ref, area, words, textKind, figures, outstandingSince, place, linkedTo } = finding
  return {
    ref,
    area,
    words: quoted(words, textKind),
    figures: figures.map(figureWords),
    outstandingSince: outstandingSince?.asPrinted ?? null,
    place,
    linkedTo: linkedTo.map(({ id, reference, localReference, title }) => ({
      text: `${reference ?? localReference}: ${title}`,
      href: way(paths.recommendation(id)),
    })),
  }
}

function factsOf(visit: VisitNode, way: Way): VisitView['facts'] {
  const { report } = visit
  return [
    { name: 'Visit by', value: visit.body, href: null },
    ...(visit.ordinal === null ? [] : [{ name: 'Number of the visit', value: String(visit.ordinal), href: null }]),
    { name: 'Dates', value: visitDates(visit), href: null },
    { name: 'Known from', value: knownFromWords(visit), href: null },
    ...(report === null ? [] : [{ name: 'Document', value: report.title, href: way(paths.report(report.id)) }]),
    ...(report?.seenIn == null ? [] : [{ name: 'Seen in', value: report.seenIn, href: null }]),
  ]
}

/** "The inspectors’ letter of 19 January 2018". */
export const knownFromWords = ({ knownFrom, letter }: Pick<VisitHeadFragment, 'knownFrom' | 'letter'>): string =>
  letter === null ? labelOf(visitSources, knownFrom) : `${labelOf(visitSources, knownFrom)} of ${longDate(letter.on)}`

export const visitTemplate = template<VisitView>('visit/visit.njk')

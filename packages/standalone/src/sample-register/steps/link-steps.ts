import type { FindingRelation, LinkRelation } from '@outstanding/domain'
import type { MentionedReport, SampleFinding, SampleRecommendation, SampleReport } from '../sample-report.ts'
import { step, type FieldsOf, type SampleSource, type SampleStep } from './step.ts'
import { streamOfMention, streamOfRecommendation, streamOfReport } from './stream-of.ts'

type Item = { readonly local: string; readonly stream: string; readonly report: string; readonly authority: string; readonly on: string }
type Found = SampleFinding & {
  readonly report: string
  readonly authority: string
  readonly authorityName: string
  readonly foundOn: string
}

export type Chains = Readonly<Record<string, readonly string[]>>

const source: SampleSource = {
  system: 'Sample register: our link between two documents',
  document: null,
  place: null,
  recordedOn: null,
}

const itemsOf = (report: SampleReport): readonly Item[] =>
  report.recommendations.map((item: SampleRecommendation) => ({
    local: item.local,
    stream: streamOfRecommendation(report, item),
    report: streamOfReport(report),
    authority: report.authority,
    on: report.adopted?.on ?? report.on,
  }))

const foundIn = (
  report: string,
  { authority, authorityName, on, findings }: Pick<SampleReport | MentionedReport, 'authority' | 'authorityName' | 'on' | 'findings'>,
): readonly Found[] => findings.map((finding) => ({ ...finding, report, authority, authorityName, foundOn: finding.on ?? on }))

const year = (day: string): string => day.slice(0, 4)

type Related<Relation> = { readonly relation: Relation; readonly words: string }

const isGood = ({ direction }: Found): boolean => direction === 'STRENGTH' || direction === 'IMPROVED'

/** Of what stands beside a recommendation, and neither follows from it nor leads to it by any document. Null of what came before or after. */
const besideOf = (item: Item, finding: Found): Related<'SAME_MATTER'> | null => {
  const found = year(finding.foundOn)
  const relation = 'SAME_MATTER'
  if (finding.report === item.report) return { relation, words: 'The same report says this about the same matter.' }
  if (finding.authority !== item.authority) return { relation, words: `The same matter elsewhere (${finding.authorityName}, ${found}).` }
  // Of a finding that is dated by its year alone, it is not known whether it was before or after.
  if (found === year(item.on)) return { relation, words: `Found about the same matter in the same year, ${found}.` }
  return finding.direction === 'NEUTRAL' ? { relation, words: `A fact about the same matter in ${found}.` } : null
}

/** How a recommendation stands to what was found before it. */
const toEarlier = (item: Item, finding: Found): Related<LinkRelation> => {
  const found = year(finding.foundOn)
  return isGood(finding)
    ? { relation: 'CONTRADICTS', words: `Found to be good or better in ${found}; recommended all the same in ${year(item.on)}.` }
    : { relation: 'CONTINUES', words: `Already found in ${found}.` }
}

/** How a finding stands to what was recommended before it. */
const ofLater = (item: Item, finding: Found): Related<FindingRelation> => {
  const years = `recommended in ${year(item.on)}, found in ${year(finding.foundOn)}`
  return isGood(finding)
    ? { relation: 'IMPROVES_ON', words: `Good or better by then: ${years}.` }
    : { relation: 'CONTINUES', words: `Still found: ${years}.` }
}

/** The last recommendation of the matter made on or before the finding, else the first made after it. */
const nearest = (items: readonly Item[], finding: Found): Item | undefined => items.findLast(({ on }) => on <= finding.foundOn) ?? items[0]

type Link = Omit<FieldsOf<'LinkRecommendation'>, 'linkId'>

const linked = (item: Item, linkId: string, effectiveOn: string, link: Link): SampleStep =>
  step({
    key: `${item.local}/link/${linkId}`,
    stream: item.stream,
    command: 'LinkRecommendation',
    effectiveOn,
    source,
    fields: { linkId, ...link },
  })

/** The link stands on the later of the two. */
const linkBetween = (item: Item, linkId: string, finding: Found): SampleStep => {
  const beside = besideOf(item, finding)
  if (finding.foundOn > item.on)
    return step({
      key: `${item.local}/link/${linkId}`,
      stream: finding.report,
      command: 'LinkReportFinding',
      effectiveOn: finding.foundOn,
      source,
      fields: { linkId, findingId: finding.id, recommendation: item.stream, ...(beside ?? ofLater(item, finding)) },
    })
  const target = { kind: 'FINDING', report: finding.report, id: finding.id } as const
  return linked(item, linkId, item.on, { ...(beside ?? toEarlier(item, finding)), target })
}

const repeats = (chain: string, items: readonly Item[]): readonly SampleStep[] =>
  items.slice(1).map((item, index) => {
    const earlier = items[index] as Item
    const words = `Recommended again in ${year(item.on)}, after ${year(earlier.on)}.`
    return linked(item, `${chain}.repeats`, item.on, { relation: 'REPEATS', target: { kind: 'RECOMMENDATION', id: earlier.stream }, words })
  })

/** The recurrences of the real documents, as far as a recommendation stands in them: to earlier recommendations, and to findings. */
export const linkSteps = (
  chains: Chains,
  reports: readonly SampleReport[],
  mentions: readonly MentionedReport[],
): readonly SampleStep[] => {
  const known = reports.flatMap(itemsOf)
  const found = [
    ...reports.flatMap((report) => foundIn(streamOfReport(report), report)),
    ...mentions.flatMap((report) => foundIn(streamOfMention(report), report)),
  ]
  return Object.entries(chains).flatMap(([chain, locals]) => {
    const items = locals.flatMap((local) => known.filter((item) => item.local === local))
    const toFindings = found
      .filter((finding) => finding.chain === chain)
      .flatMap((finding) => {
        const item = nearest(items, finding)
        if (item === undefined) return []
        return [linkBetween(item, `${chain}.${finding.id}`, finding)]
      })
    return [...repeats(chain, items), ...toFindings]
  })
}

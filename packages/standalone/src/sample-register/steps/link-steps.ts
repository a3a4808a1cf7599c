import type { LinkRelation } from '@outstanding/domain'
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

/** How a recommendation stands to what was found of the same matter. That one led to the other, no document says. */
const relationTo = (item: Item, finding: Found): { readonly relation: LinkRelation; readonly words: string } => {
  if (finding.report === item.report) return { relation: 'CONTRIBUTES_TO', words: 'The same report found this of the same matter.' }
  if (finding.authority !== item.authority)
    return { relation: 'CONTINUES', words: `The same matter elsewhere (${finding.authorityName}, ${year(finding.foundOn)}).` }
  if (finding.foundOn > item.on) return { relation: 'CONTINUES', words: `The same matter, as it was found in ${year(finding.foundOn)}.` }
  return finding.direction === 'STRENGTH'
    ? { relation: 'CONTRADICTS', words: `A strength in ${year(finding.foundOn)}, recommended on in ${year(item.on)}.` }
    : { relation: 'CONTINUES', words: `Found already in ${year(finding.foundOn)}.` }
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
        const target = { kind: 'FINDING', report: finding.report, id: finding.id } as const
        const on = finding.foundOn > item.on ? finding.foundOn : item.on
        return [linked(item, `${chain}.${finding.id}`, on, { ...relationTo(item, finding), target })]
      })
    return [...repeats(chain, items), ...toFindings]
  })
}

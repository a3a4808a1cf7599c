import { sinceOf, type LinkTarget } from '@outstanding/domain'
import { describe, expect, it } from 'vitest'
import { dryRun, recommendationIn, reportIn } from './dry-run.ts'
import { realReports } from './real/real-steps.ts'
import { sampleSteps } from './sample-steps.ts'
import { streamOfRecommendation } from './steps/stream-of.ts'

const log = dryRun(sampleSteps, '2026-11-22')
const streamsOf = (kind: string): readonly string[] => [...log.keys()].filter((stream) => stream.startsWith(`${kind}-`))
const sinceIn = (stream: string): string => sinceOf(recommendationIn(log, stream)) ?? ''

type Target = { readonly on: string; readonly isGood: boolean }
const findingIn = (report: string, id: string): Target => {
  const finding = reportIn(log, report).findings.find(({ findingId }) => findingId === id)
  return { on: finding?.on ?? '', isGood: finding?.direction === 'STRENGTH' || finding?.direction === 'IMPROVED' }
}
const targetOf = (target: LinkTarget): Target =>
  target.kind === 'FINDING' ? findingIn(target.report, target.id) : { on: sinceIn(target.id), isGood: false }

const links = streamsOf('recommendation').flatMap((stream) =>
  recommendationIn(log, stream).record.links.map((link) => ({ ...link, ...targetOf(link.target), stream, since: sinceIn(stream) })),
)
const findingLinks = streamsOf('report').flatMap((report) =>
  reportIn(log, report).findingLinks.map((link) => ({
    ...link,
    ...findingIn(report, link.findingId),
    since: sinceIn(link.recommendation),
  })),
)

describe('the links of the sample register', () => {
  it('join recommendations with each other and with findings', () => {
    expect(links.filter(({ relation, stream }) => relation === 'REPEATS' && !stream.includes('example'))).toHaveLength(3)
    expect(links.filter(({ target }) => target.kind === 'FINDING').length).toBeGreaterThan(30)
    expect(findingLinks.length).toBeGreaterThan(20)
    expect(new Set(findingLinks.map(({ relation }) => relation))).toEqual(new Set(['CONTINUES', 'IMPROVES_ON', 'SAME_MATTER']))
  })
  it('lead back in time where they say that one continues or repeats another', () => {
    const back = links.filter(({ relation }) => relation === 'CONTINUES' || relation === 'REPEATS')
    expect(back.length).toBeGreaterThan(5)
    expect(back.filter(({ on, since }) => on === '' || on > since)).toEqual([])
    expect(findingLinks.filter(({ on, since }) => since === '' || on < since)).toEqual([])
  })
  it('continue no strength and no improvement', () => {
    expect(links.filter(({ relation, isGood }) => (relation === 'CONTINUES' || relation === 'REPEATS') && isGood)).toEqual([])
    expect(
      findingLinks.filter(({ relation, isGood }) => (relation === 'CONTINUES' && isGood) || (relation === 'IMPROVES_ON' && !isGood)),
    ).toEqual([])
  })
  it.each([
    ['JAR2007-03', 'CONTINUES', '2009-12-31'],
    ['JAR2007-04', 'IMPROVES_ON', '2010-07-16'],
    ['JAR2007-05', 'CONTINUES', '2018-02-14'],
    ['SLAC2010-12', 'IMPROVES_ON', '2018-02-14'],
  ])('show from the other side of %s: %s on %s', (local, relation, on) => {
    const [report] = realReports.filter(({ recommendations }) => recommendations.some((item) => item.local === local))
    const item = report?.recommendations.find((one) => one.local === local)
    const stream = report && item ? streamOfRecommendation(report, item) : ''
    expect(findingLinks.filter((link) => link.recommendation === stream)).toContainEqual(expect.objectContaining({ relation, on }))
  })
})

import { describe, expect, it } from 'vitest'
import type { LinkTarget } from './events.ts'
import { example } from './example-commands.ts'
import { ids } from './examples.ts'
import { given, refusal } from './given.ts'

const issued = given(example('IssueRecommendation'))
const link = (target: LinkTarget, data = {}) => example('LinkRecommendation', { data: { linkId: 'link-2', target, ...data } })

describe('a link', () => {
  const linked = issued.and(example('LinkRecommendation'))
  const other = { kind: 'RECOMMENDATION', id: ids.other } as const
  it('names something on record, and not the item itself', () => {
    expect(refusal(issued.when(link(other, { targetKnown: false })))).toEqual(['knownTarget', 'target.id'])
    expect(refusal(issued.when(link({ kind: 'RECOMMENDATION', id: ids.stream })))).toEqual(['notItsOwn', 'target.id'])
  })
  it('is made once for a relation and a target', () => {
    expect(refusal(linked.when(link(other)))).toEqual(['alreadyLinked', 'target.id'])
    expect(refusal(linked.when(link(other, { relation: 'CONTINUES' })))).toBe('accepted')
    expect(refusal(linked.when(link({ ...other, kind: 'INDICATOR' })))).toBe('accepted')
    expect(refusal(linked.when(link({ ...other, id: 'recommendation-third' })))).toBe('accepted')
    expect(refusal(linked.when(example('LinkRecommendation')))).toEqual(['uniqueId', 'linkId'])
  })
  it('tells the findings of two reports apart', () => {
    const finding = (report: string) => ({ kind: 'FINDING', report, id: 'finding-7' }) as const
    const found = issued.and(link(finding('report-a'), { linkId: 'link-1' }))
    expect(refusal(found.when(link(finding('report-a'))))).toEqual(['alreadyLinked', 'target.id'])
    expect(refusal(found.when(link(finding('report-b'))))).toBe('accepted')
    expect(found.state.record.links).toMatchObject([{ relation: 'REPEATS', target: finding('report-a') }])
  })
})

describe.each([
  ['SupersedeRecommendation', 'by', 'alreadySuperseded'],
  ['MergeDuplicate', 'into', 'alreadyMerged'],
] as const)('%s', (type, field, twice) => {
  it('names another on record, once', () => {
    expect(refusal(issued.when(example(type, { data: { targetKnown: false } })))).toEqual(['knownTarget', field])
    expect(refusal(issued.when(example(type, { data: { [field]: ids.stream } })))).toEqual(['notItsOwn', field])
    expect(refusal(issued.and(example(type)).when(example(type)))).toEqual([twice, field])
  })
})

describe('a duplicate that was merged', () => {
  const merged = issued.and(example('MergeDuplicate'))
  it.each(['ProposeAssessment', 'RequestCompletionDateRevision', 'MakeCommitteeAssessment', 'Escalate', 'AcceptRisk'] as const)(
    'takes no %s: it is carried on in the other',
    (type) => expect(refusal(merged.when(example(type)))).toEqual(['mergedElsewhere', expect.any(String)]),
  )
  it('still takes facts, and is concluded by the committee', () => {
    expect(refusal(merged.when(example('UpdateProgress')))).toBe('accepted')
    const data = { reason: 'SUPERSEDED', supersededBy: ids.other } as const
    expect(refusal(merged.when(example('ConcludeTracking', { data })))).toBe('accepted')
    expect(merged.on('2018-12-31').tracking).toBe('OPEN')
  })
})

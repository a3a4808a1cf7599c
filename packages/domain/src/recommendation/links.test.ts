import { describe, expect, it } from 'vitest'
import type { FindingRecorded } from '../report/events.ts'
import type { LinkRelation, LinkTarget } from './event-parts.ts'
import { example, voiding } from '../../testing/recommendation/example-commands.ts'
import { ids } from '../../testing/recommendation/examples.ts'
import { givenTracked, refusal } from '../../testing/recommendation/given.ts'
import { successorsOf, supersededBy } from './on-record.ts'

type FindingDirection = FindingRecorded['data']['direction']

const issued = givenTracked(example('IssueRecommendation'))
const link = (target: LinkTarget, data = {}) => example('LinkRecommendation', { data: { linkId: 'link-2', target, ...data } })

describe('a link', () => {
  const linked = issued.and(example('LinkRecommendation'))
  const other = { kind: 'RECOMMENDATION', id: ids.other } as const
  it('names something on record, and not the item itself', () => {
    expect(refusal(issued.when(link(other, { targetExists: false })))).toEqual(['targetExists', 'target.id'])
    expect(refusal(issued.when(link({ kind: 'RECOMMENDATION', id: ids.stream })))).toEqual(['refersToItself', 'target.id'])
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

describe('a link and time', () => {
  const since = example('IssueRecommendation').effectiveOn
  const finding = { kind: 'FINDING', report: 'report-a', id: 'finding-7' } as const
  const linking = (relation: LinkRelation, targetOn: string | null, targetDirection: FindingDirection | null = null) =>
    refusal(issued.when(link(finding, { relation, targetOn, targetDirection })))
  it.each(['REPEATS', 'CONTINUES'] as const)('%s what is earlier, of the same day, or of no known day', (relation) => {
    expect(['2001-01-01', since, null].map((on) => linking(relation, on))).toEqual(['accepted', 'accepted', 'accepted'])
    expect(linking(relation, '2999-01-01')).toEqual(['linkAgainstTime', 'relation'])
  })
  it.each(['REPEATS', 'CONTINUES'] as const)('%s no strength and no improvement', (relation) => {
    expect(linking(relation, null, 'STRENGTH')).toEqual(['continuesWeakness', 'relation'])
    expect(linking(relation, null, 'IMPROVED')).toEqual(['continuesWeakness', 'relation'])
    expect(linking(relation, null, 'WEAKNESS')).toBe('accepted')
  })
  it('may be about the same matter as anything', () => {
    expect(linking('SAME_MATTER', '2999-01-01', 'STRENGTH')).toBe('accepted')
    expect(linking('CONTRADICTS', null, 'IMPROVED')).toBe('accepted')
  })
})

describe.each([
  ['SupersedeRecommendation', 'by', 'alreadySuperseded'],
  ['MergeDuplicate', 'into', 'alreadyMerged'],
] as const)('%s', (type, field, twice) => {
  it('names another on record, once', () => {
    expect(refusal(issued.when(example(type, { data: { targetExists: false } })))).toEqual(['targetExists', field])
    expect(refusal(issued.when(example(type, { data: { [field]: ids.stream } })))).toEqual(['refersToItself', field])
    expect(refusal(issued.and(example(type)).when(example(type)))).toEqual([twice, field])
  })
  it('never leads back to itself, however long the way', () => {
    for (const targetSuccessors of [[ids.stream], [ids.third, ids.stream]])
      expect(refusal(issued.when(example(type, { data: { targetSuccessors } })))).toEqual(['successorCircle', field])
  })
})

describe('what is itself carried on elsewhere', () => {
  const data = { targetSuccessors: [ids.third] }
  it('takes no duplicate', () => expect(refusal(issued.when(example('MergeDuplicate', { data })))).toEqual(['targetHasSuccessor', 'into']))
  it('may have superseded another before', () =>
    expect(refusal(issued.when(example('SupersedeRecommendation', { data })))).toBe('accepted'))
})

describe('where a recommendation is carried on', () => {
  const conclude = example('ConcludeTracking', { data: { reason: 'SUPERSEDED', supersededBy: ids.other } })
  it('is nowhere else, until it is merged, superseded or concluded so', () => {
    expect(successorsOf(issued.state.record)).toEqual([])
    expect(successorsOf(issued.and(example('MergeDuplicate')).state.record)).toEqual([ids.other])
    expect(successorsOf(issued.and(example('SupersedeRecommendation')).state.record)).toEqual([ids.other])
    expect(successorsOf(issued.and(conclude).state.record)).toEqual([ids.other])
  })
  it('is nowhere else once it was reopened, and nothing replaces it then', () => {
    const { record } = issued.and(conclude, example('ReopenTracking')).state
    expect(successorsOf(record)).toEqual([])
    expect(supersededBy(record)).toBeNull()
  })
  it('is not replaced by what it was merged into', () => {
    expect(supersededBy(issued.and(conclude).state.record)).toBe(ids.other)
    expect(supersededBy(issued.and(example('SupersedeRecommendation')).state.record)).toBe(ids.other)
    expect(supersededBy(issued.and(example('MergeDuplicate')).state.record)).toBeNull()
  })
})

describe('a duplicate that was merged', () => {
  const merged = issued.and(example('MergeDuplicate'))
  it.each([
    'ProposeAssessment',
    'RequestCompletionDateRevision',
    'MakeCommitteeAssessment',
    'Escalate',
    'AcceptRisk',
    'UpdateProgress',
    'PlanAction',
    'StartAction',
    'AttachEvidence',
    'LinkVisitFinding',
    'GiveResponse',
    'AssignTheme',
  ] as const)('takes no %s: it is carried on in the other', (type) =>
    expect(refusal(merged.when(example(type)))).toEqual(['mergedIntoAnother', expect.any(String)]),
  )
  it('is followed again once the merger is void', () =>
    expect(refusal(merged.and(voiding('event-2')).when(example('UpdateProgress')))).toBe('accepted'))
  it('is still concluded by the committee', () => {
    const data = { reason: 'SUPERSEDED', supersededBy: ids.other } as const
    expect(refusal(merged.when(example('ConcludeTracking', { data })))).toBe('accepted')
    expect(merged.on('2018-12-31').tracking).toBe('OPEN')
  })
})

import { describe, expect, it } from 'vitest'
import { example, voiding } from '../../testing/recommendation/example-commands.ts'
import { given, refusal } from '../../testing/recommendation/given.ts'

const issued = given(example('IssueRecommendation'))
const exempt = issued.and(example('MarkExempt'))
const withheld = issued.and(example('WithholdRecommendation'))

describe('what was withheld', () => {
  it('is published again without a correction, and the withholding stays in its history', () => {
    const shown = withheld.and(example('PublishRecommendation'))
    expect(withheld.state.record.withheld).not.toBeNull()
    expect(shown.state.record.withheld).toBeNull()
    expect(shown.events.map(({ type }) => type)).toEqual(['RecommendationIssued', 'RecommendationWithheld', 'RecommendationPublished'])
    expect(refusal(shown.when(example('WithholdRecommendation', { on: '2018-03-01' })))).toBe('accepted')
  })
  it('cannot be published where nothing is withheld, or before it was', () => {
    expect(refusal(issued.when(example('PublishRecommendation')))).toEqual(['notWithheld', 'reason'])
    const later = issued.and(example('WithholdRecommendation', { on: '2018-03-01' }))
    expect(refusal(later.when(example('PublishRecommendation', { on: '2018-02-01' })))).toEqual(['withheldThen', 'effectiveOn'])
  })
  it('stays withheld if the publication is void, and cannot lose the withholding that was ended', () => {
    const shown = withheld.and(example('PublishRecommendation'))
    expect(shown.and(voiding('event-2')).state.record.withheld).not.toBeNull()
    expect(refusal(shown.when(voiding('event-1')))).toEqual(['notWithheld', 'change'])
  })
})

describe('an exemption', () => {
  it('has a ground, a public-interest reason and a day for its review', () => {
    expect(exempt.state.record.exemption).toMatchObject({ parts: ['TEXT'], ground: 'SCHEDULE_12A_3', reviewOn: '2018-09-30' })
  })
  it('under Schedule 12A needs the public-interest reason; a confidential one takes none', () => {
    expect(refusal(issued.when(example('MarkExempt', { data: { publicInterest: null } })))).toEqual([
      'publicInterestNeeded',
      'publicInterest',
    ])
    const confidential = { ground: 'CONFIDENTIAL' } as const
    expect(refusal(issued.when(example('MarkExempt', { data: confidential })))).toEqual(['noPublicInterestTest', 'publicInterest'])
    expect(refusal(issued.when(example('MarkExempt', { data: { ...confidential, publicInterest: null } })))).toBe('accepted')
  })
  it('is reviewed on a day to come, and its parts are named once', () => {
    expect(refusal(issued.when(example('MarkExempt', { data: { reviewOn: '2018-02-14' } })))).toEqual(['reviewAhead', 'reviewOn'])
    expect(refusal(exempt.when(example('ReviewExemption', { data: { reviewOn: '2018-06-01' } })))).toEqual(['reviewAhead', 'reviewOn'])
    expect(refusal(issued.when(example('MarkExempt', { data: { parts: ['TEXT', 'TEXT'] } })))).toEqual(['partsOnce', 'parts'])
  })
  it('is marked once, reviewed while it stands, and ended', () => {
    expect(refusal(exempt.when(example('MarkExempt')))).toEqual(['alreadyExempt', 'parts'])
    for (const type of ['ReviewExemption', 'EndExemption'] as const) {
      expect(refusal(issued.when(example(type)))).toEqual(['notExempt', type === 'EndExemption' ? 'reason' : 'found'])
      expect(refusal(exempt.when(example(type, { on: '2018-02-01' })))).toEqual(['exemptThen', 'effectiveOn'])
    }
    const reviewed = exempt.and(example('ReviewExemption'))
    expect(reviewed.state.record.exemption).toMatchObject({ reviewOn: '2019-09-30', reviews: [{ found: 'The contract still runs' }] })
    const ended = reviewed.and(example('EndExemption'))
    expect(ended.state.record.exemption).toBeNull()
    expect(refusal(ended.when(example('MarkExempt', { on: '2018-12-10', data: { reviewOn: '2019-12-01' } })))).toBe('accepted')
  })
  it('cannot be made void under its review', () => {
    expect(refusal(exempt.and(example('ReviewExemption')).when(voiding('event-1')))).toEqual(['notExempt', 'change'])
    expect(exempt.and(voiding('event-1')).state.record.exemption).toBeNull()
  })
})

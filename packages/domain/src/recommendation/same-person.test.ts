import { describe, expect, it } from 'vitest'
import { example } from '../../testing/recommendation/example-commands.ts'
import { actors, policy } from '../../testing/recommendation/examples.ts'
import { givenTracked, refusal, type Given } from '../../testing/recommendation/given.ts'
import { recordedBySamePerson } from './same-person.ts'

const dated = givenTracked(example('IssueRecommendation'), example('AttachEvidence'))
const another = { actor: { ...actors.committee, id: 'person-2b3c' } } as const
const typesOf = ({ events, state }: Given): readonly string[] => {
  const same = recordedBySamePerson(state.record)
  return events.filter(({ eventId }) => same.has(eventId)).map(({ type }) => type)
}

describe('what one person recorded on both sides', () => {
  const proposed = dated.and(example('ProposeAssessment'))
  it('is an assessment of their own proposal, agreed or not, and a conclusion that rests on it', () => {
    expect(typesOf(proposed)).toEqual([])
    expect(typesOf(proposed.and(example('AgreeAssessment')))).toEqual(['AssessmentAgreed'])
    expect(typesOf(proposed.and(example('AgreeAssessment'), example('ConcludeTracking')))).toEqual([
      'AssessmentAgreed',
      'TrackingConcluded',
    ])
    expect(typesOf(proposed.and(example('MakeCommitteeAssessment')))).toEqual(['CommitteeAssessmentMade'])
  })
  it('is not what a second person recorded', () => {
    expect(typesOf(proposed.and(example('AgreeAssessment', another)))).toEqual([])
    expect(typesOf(proposed.and(example('AgreeAssessment', another), example('ConcludeTracking')))).toEqual(['TrackingConcluded'])
    expect(typesOf(proposed.and(example('AgreeAssessment'), example('ConcludeTracking', another)))).toEqual(['AssessmentAgreed'])
  })
  it('is the answer to their own request', () => {
    const asked = givenTracked(example('IssueRecommendation'), example('RequestCompletionDateRevision'))
    expect(typesOf(asked.and(example('ApproveCompletionDateRevision')))).toEqual(['CompletionDateRevisionApproved'])
    expect(typesOf(asked.and(example('RefuseCompletionDateRevision', another)))).toEqual([])
  })
})

describe('where the policy asks for a second person', () => {
  const data = { policy: { ...policy, secondPerson: true } }
  const proposed = dated.and(example('ProposeAssessment'))
  it('the person who recorded the proposal cannot record the assessment, even without naming the proposal', () => {
    expect(refusal(proposed.when(example('AgreeAssessment', { data })))).toEqual(['secondPerson', 'proposalId'])
    expect(refusal(proposed.when(example('MakeCommitteeAssessment', { data })))).toEqual(['secondPerson', 'insteadOf'])
    const unnamed = { data: { ...data, insteadOf: null } }
    expect(refusal(proposed.when(example('MakeCommitteeAssessment', unnamed)))).toEqual(['secondPerson', 'insteadOf'])
    expect(refusal(dated.when(example('MakeCommitteeAssessment', unnamed)))).toBe('accepted')
    expect(refusal(proposed.when(example('AgreeAssessment', { ...another, data })))).toBe('accepted')
    expect(refusal(proposed.when(example('MakeCommitteeAssessment', { ...another, data })))).toBe('accepted')
  })
  it('nor can the person who recorded the request record the answer', () => {
    const asked = givenTracked(example('IssueRecommendation'), example('RequestCompletionDateRevision'))
    for (const type of ['ApproveCompletionDateRevision', 'RefuseCompletionDateRevision'] as const) {
      expect(refusal(asked.when(example(type, { data })))).toEqual(['secondPerson', 'requestId'])
      expect(refusal(asked.when(example(type, { ...another, data })))).toBe('accepted')
    }
  })
})

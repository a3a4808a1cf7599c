import { describe, expect, it } from 'vitest'
import { actionDueOn, actionLead } from './on-record.ts'
import type { RecommendationCommand } from './commands.ts'
import { example } from '../../testing/recommendation/example-commands.ts'
import { given, refusal } from '../../testing/recommendation/given.ts'

const issued = given(example('IssueRecommendation'))
const planned = issued.and(example('PlanAction'))
const steps = ['StartAction', 'ProgressAction', 'CompleteAction', 'AbandonAction'] as const
const second = { actionId: 'action-2' }

describe('an action', () => {
  it.each(steps)('that is not planned takes no %s', (type) => {
    expect(refusal(issued.when(example(type)))).toEqual(['actionExists', 'actionId'])
    expect(refusal(planned.when(example(type, { data: second })))).toEqual(['actionExists', 'actionId'])
    expect(refusal(planned.when(example(type)))).toBe('accepted')
  })
  it.each(steps)('that is done or abandoned takes no %s', (type) => {
    for (const end of ['CompleteAction', 'AbandonAction'] as const)
      expect(refusal(planned.and(example(end)).when(example(type)))).toEqual(['actionOpen', 'actionId'])
  })
  it('is started once, and may be started after progress was reported', () => {
    expect(refusal(planned.and(example('StartAction')).when(example('StartAction')))).toEqual(['actionNotStarted', 'actionId'])
    expect(refusal(planned.and(example('ProgressAction')).when(example('StartAction')))).toBe('accepted')
  })
  it('is planned under an id of its own', () => {
    expect(refusal(planned.when(example('PlanAction')))).toEqual(['uniqueId', 'actionId'])
    expect(refusal(planned.when(example('UpdateProgress', { data: { updateId: 'action-1' } })))).toEqual(['uniqueId', 'updateId'])
  })
  it('gets a new date or lead, which stands beside what was planned', () => {
    expect(refusal(issued.when(example('ChangeAction')))).toEqual(['actionExists', 'actionId'])
    const moved = planned.and(example('ChangeAction'))
    const [action] = moved.state.record.actions
    expect(action && [action.planned?.dueOn, actionDueOn(action), actionLead(action)]).toEqual([
      '2017-08-31',
      '2017-09-30',
      'Head of Service',
    ])
    expect(refusal(moved.when(example('ChangeAction')))).toEqual(['changeOfAction', 'dueOn'])
    expect(refusal(planned.when(example('ChangeAction', { data: { dueOn: null } })))).toEqual(['changeOfAction', 'dueOn'])
    expect(refusal(planned.and(example('CompleteAction')).when(example('ChangeAction')))).toEqual(['actionOpen', 'actionId'])
  })
  it('keeps each step', () => {
    const done = planned.and(
      example('StartAction'),
      example('ProgressAction'),
      example('ProgressAction', { on: '2017-07-15' }),
      example('CompleteAction'),
    )
    expect(done.state.record.actions).toMatchObject([
      {
        actionId: 'action-1',
        planned: { description: 'Buy the recording system' },
        started: { effectiveOn: '2017-06-01' },
        progress: [{ effectiveOn: '2017-07-01' }, { effectiveOn: '2017-07-15' }],
        completed: { effectiveOn: '2017-08-20' },
        abandoned: null,
      },
    ])
  })
})

describe('delivery', () => {
  const delivery = (...more: readonly RecommendationCommand[]) => planned.and(...more).on('2018-12-31').delivery
  const update = (claim: 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETE' | null, updateId: string, on = '2017-09-13') =>
    example('UpdateProgress', { on, data: { claim, updateId } })

  it('follows the actions', () => {
    expect(issued.on('2018-12-31').delivery).toBe('NOT_REPORTED')
    expect(delivery()).toBe('NOT_REPORTED')
    expect(delivery(example('StartAction'))).toBe('IN_PROGRESS')
    expect(delivery(example('ProgressAction'))).toBe('IN_PROGRESS')
    expect(delivery(example('AbandonAction'))).toBe('NOT_STARTED')
    expect(delivery(example('CompleteAction'))).toBe('CLAIMED_COMPLETE')
  })
  it('is claimed complete when all actions but abandoned ones are done', () => {
    const two = [example('PlanAction', { data: second }), example('CompleteAction')]
    expect(delivery(...two)).toBe('IN_PROGRESS')
    expect(delivery(...two, example('AbandonAction', { data: second }))).toBe('CLAIMED_COMPLETE')
    expect(delivery(...two, example('CompleteAction', { data: second }))).toBe('CLAIMED_COMPLETE')
  })
  it('follows the newest claim', () => {
    expect(delivery(update(null, 'u1'))).toBe('REPORTED_NOT_STATED')
    expect(delivery(update('NOT_STARTED', 'u1'), update(null, 'u2', '2017-10-01'))).toBe('NOT_STARTED')
    expect(delivery(update('NOT_STARTED', 'u1'))).toBe('NOT_STARTED')
    expect(delivery(update('IN_PROGRESS', 'u1'))).toBe('IN_PROGRESS')
    expect(delivery(update('COMPLETE', 'u1'))).toBe('CLAIMED_COMPLETE')
    expect(delivery(update('COMPLETE', 'u1'), update(null, 'u2', '2017-10-01'))).toBe('CLAIMED_COMPLETE')
    expect(delivery(update('COMPLETE', 'u1'), update('IN_PROGRESS', 'u2', '2017-10-01'))).toBe('IN_PROGRESS')
    expect(delivery(update('COMPLETE', 'u1'), update('IN_PROGRESS', 'u2', '2017-08-01'))).toBe('CLAIMED_COMPLETE')
  })
  it('is claimed complete by who proposes an achieved category, until a later update or a withdrawal says otherwise', () => {
    const on = '2017-10-25'
    const proposed = example('ProposeAssessment', { on })
    const evidence = example('AttachEvidence', { on: '2017-09-13' })
    expect(delivery(evidence, proposed)).toBe('CLAIMED_COMPLETE')
    expect(delivery(evidence, proposed, update('IN_PROGRESS', 'u1', '2017-10-26'))).toBe('IN_PROGRESS')
    expect(delivery(evidence, update('IN_PROGRESS', 'u1', on), proposed)).toBe('CLAIMED_COMPLETE')
    expect(delivery(evidence, proposed, example('WithdrawProposal', { on: '2017-10-26' }))).toBe('NOT_REPORTED')
  })
})

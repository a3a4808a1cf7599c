import { describe, expect, it } from 'vitest'
import { example } from '../../testing/recommendation/example-commands.ts'
import { ids } from '../../testing/recommendation/examples.ts'
import { given, refusal } from '../../testing/recommendation/given.ts'

const issued = given(example('IssueRecommendation'))
const owned = issued.and(example('AssignOwner'))

describe('a theme', () => {
  it('is the newest one', () => {
    const themed = issued.and(example('AssignTheme'), example('AssignTheme', { on: '2017-05-01', data: { theme: 'Health' } }))
    expect(themed.state.record.theme).toBe('Health')
    expect(refusal(themed.when(example('AssignTheme', { data: { theme: 'Health' } })))).toEqual(['alreadyAssigned', 'theme'])
  })
})

describe('an owner', () => {
  it('is assigned once in a role, and may have another', () => {
    expect(refusal(owned.when(example('AssignOwner')))).toEqual(['alreadyAssigned', 'owner'])
    const twice = owned.and(example('AssignOwner', { data: { role: 'LEAD_OFFICER' } }))
    expect(twice.state.record.owners.map(({ role }) => role)).toEqual(['RESPONSIBLE_MEMBER', 'LEAD_OFFICER'])
    const another = twice.and(example('AssignOwner', { data: { owner: ids.other, name: 'Partner' } }))
    expect(another.state.record.owners.map(({ name }) => name)).toEqual([
      'Cabinet Member for Children',
      'Cabinet Member for Children',
      'Partner',
    ])
  })
  it('is released from all its roles, if it has any', () => {
    const two = owned.and(
      example('AssignOwner', { data: { role: 'LEAD_OFFICER' } }),
      example('AssignOwner', { data: { owner: ids.other, name: 'Partner' } }),
    )
    expect(two.and(example('ReleaseOwner')).state.record.owners.map(({ owner }) => owner)).toEqual([ids.other])
    expect(refusal(issued.when(example('ReleaseOwner')))).toEqual(['notAssigned', 'owner'])
    expect(refusal(owned.when(example('ReleaseOwner', { data: { owner: ids.other } })))).toEqual(['notAssigned', 'owner'])
  })
})

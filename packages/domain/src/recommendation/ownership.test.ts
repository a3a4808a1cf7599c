import { describe, expect, it } from 'vitest'
import { example } from '../../testing/recommendation/example-commands.ts'
import { ids } from '../../testing/recommendation/examples.ts'
import { given, refusal } from '../../testing/recommendation/given.ts'
import type { RecommendationRecord } from './state.ts'

const issued = given(example('IssueRecommendation'))
const owned = issued.and(example('AssignOwner'))

describe('a theme', () => {
  it('is the newest one', () => {
    const themed = issued.and(example('AssignTheme'), example('AssignTheme', { on: '2017-05-01', data: { theme: 'Health' } }))
    expect(themed.state.record.theme).toBe('Health')
    expect(refusal(themed.when(example('AssignTheme', { data: { theme: 'Health' } })))).toEqual(['alreadyAssigned', 'theme'])
  })
})

const communities = { name: 'Cabinet Member for Communities', abolishedOn: null }
const partner = example('AssignOwner', {
  data: { owner: ids.other, name: 'Partner', role: 'PARTNER', office: { name: 'Partner', abolishedOn: null } },
})
const asLead = example('AssignOwner', { data: { role: 'LEAD_OFFICER' } })
const trust = 'office-example-borough.trust'
const assignTrust = (more: object = {}) =>
  example('AssignOwner', {
    data: { owner: trust, name: 'Trust', role: 'DELIVERING_BODY', office: { name: 'Trust', abolishedOn: null }, ...more },
  })
const ownersIn = (now: { readonly state: { readonly record: RecommendationRecord } }) =>
  now.state.record.owners.map(({ name, role }) => `${name}, ${role}`)

describe('an owner', () => {
  it('is assigned once in a role, and may have another', () => {
    expect(refusal(owned.when(example('AssignOwner')))).toEqual(['alreadyAssigned', 'owner'])
    expect(ownersIn(owned.and(asLead, partner))).toEqual([
      'Cabinet Member for Children, RESPONSIBLE_MEMBER',
      'Cabinet Member for Children, LEAD_OFFICER',
      'Partner, PARTNER',
    ])
  })
  it('has the name that its office has on that day, and stands on that day', () => {
    expect(refusal(issued.when(example('AssignOwner', { data: { name: 'Cabinet Member' } })))).toEqual(['ownerNameOnDay', 'name'])
    const ended = { name: 'Cabinet Member for Children', abolishedOn: '2016-05-01' }
    expect(refusal(issued.when(example('AssignOwner', { data: { office: ended } })))).toEqual(['ownerNotAbolished', 'owner'])
  })
  it('is released from all its roles, if it has any', () => {
    expect(ownersIn(owned.and(asLead, partner).and(example('ReleaseOwner')))).toEqual(['Partner, PARTNER'])
    expect(refusal(issued.when(example('ReleaseOwner')))).toEqual(['notAssigned', 'owner'])
    expect(refusal(owned.when(example('ReleaseOwner', { data: { owner: ids.other } })))).toEqual(['notAssigned', 'owner'])
  })
  it('is not released where nobody else is accountable; who only delivers is not', () => {
    expect(refusal(owned.when(example('ReleaseOwner')))).toEqual(['accountableLast', 'owner'])
    expect(refusal(owned.and(assignTrust()).when(example('ReleaseOwner')))).toEqual(['accountableLast', 'owner'])
    expect(refusal(owned.and(assignTrust()).when(example('ReleaseOwner', { data: { owner: trust } })))).toBe('accepted')
    expect(refusal(issued.when(assignTrust()))).toEqual(['accountableFirst', 'role'])
    expect(refusal(issued.when(assignTrust({ role: 'RESPONSIBLE_BODY' })))).toBe('accepted')
  })
  it('cannot be left as the last one by a correction either', () => {
    const released = owned.and(partner, example('ReleaseOwner'))
    const assigned = released.events.findLast(({ type }) => type === 'OwnerAssigned')
    const void_ = example('CorrectEntry', { data: { entry: assigned?.eventId ?? '', reason: 'a mistake', change: { kind: 'VOID' } } })
    expect(refusal(released.when(void_))).toEqual(['accountableLast', 'change'])
  })
})

describe('a transfer', () => {
  const transfer = example('TransferOwner', { data: { toName: communities.name } })
  it('takes every role of the old owner to the new one, and leaves the other owners', () => {
    expect(ownersIn(owned.and(asLead, partner).and(transfer))).toEqual([
      'Partner, PARTNER',
      'Cabinet Member for Communities, RESPONSIBLE_MEMBER',
      'Cabinet Member for Communities, LEAD_OFFICER',
    ])
    expect(owned.and(transfer).state.record.owners[0]?.transferred).toEqual({
      transferId: 'transfer-1',
      from: ids.member,
      fromName: 'Cabinet Member for Children',
      service: 'Youth service',
    })
  })
  it('goes on from where the item is, as often as it is transferred', () => {
    const back = example('TransferOwner', {
      data: { transferId: 'transfer-2', from: ids.other, fromName: communities.name, to: trust, toName: 'Trust' },
    })
    expect(ownersIn(owned.and(transfer).and(back))).toEqual(['Trust, RESPONSIBLE_MEMBER'])
    expect(refusal(owned.and(transfer).when(transfer))).toEqual(['notAssigned', 'from'])
    expect(refusal(issued.when(transfer))).toEqual(['notAssigned', 'from'])
    expect(refusal(owned.when(example('TransferOwner', { on: '2017-04-04' })))).toBe('accepted')
    expect(refusal(owned.and(partner).when(example('TransferOwner', { on: '2017-04-03' })))).toEqual(['ownedOnDay', 'effectiveOn'])
  })
  it('puts who delivers the service beside the accountable owner, in place of who did', () => {
    const delivered = (owner: string, name: string) => example('TransferOwner', { data: { delivering: { owner, name } } })
    expect(ownersIn(owned.and(delivered(trust, 'Trust')))).toEqual([
      'Cabinet Member for Communities, RESPONSIBLE_MEMBER',
      'Trust, DELIVERING_BODY',
    ])
    expect(ownersIn(owned.and(assignTrust()).and(delivered('office-example-borough.charity', 'Charity')))).toEqual([
      'Cabinet Member for Communities, RESPONSIBLE_MEMBER',
      'Charity, DELIVERING_BODY',
    ])
    expect(ownersIn(owned.and(assignTrust()).and(delivered(trust, 'Trust')))).toEqual([
      'Trust, DELIVERING_BODY',
      'Cabinet Member for Communities, RESPONSIBLE_MEMBER',
    ])
    expect(ownersIn(owned.and(delivered(ids.other, 'Cabinet Member for Communities')))).toEqual([
      'Cabinet Member for Communities, RESPONSIBLE_MEMBER',
    ])
  })
})

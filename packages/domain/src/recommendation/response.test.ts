import { describe, expect, it } from 'vitest'
import { example } from '../../testing/recommendation/example-commands.ts'
import { policy, publication } from '../../testing/recommendation/examples.ts'
import { factOf, given, refusal } from '../../testing/recommendation/given.ts'
import type { ResponseKind } from './event-parts.ts'
import type { ReportKind } from '../report/publication.ts'

const of = (kind: ReportKind) => given(example('IssueRecommendation', { data: { publication: { ...publication, kind } } }))
const scrutiny = of('SCRUTINY')
const respond = (response: ResponseKind, data = {}) =>
  example('GiveResponse', { data: { response, wording: 'New words', reasons: 'Why', ...data } })

describe('the duty to respond', () => {
  it('runs two months beginning with the later of receipt and notice', () => {
    const fact = factOf(
      scrutiny.when(example('RequireResponse', { on: '2018-02-14', data: { receivedOn: '2018-02-14', noticeOn: '2018-02-10' } })),
    )
    expect(fact?.data).toMatchObject({
      dueOn: '2018-04-13',
      clock: { clock: 'executiveResponse', startedOn: '2018-02-14', dueOn: '2018-04-13', calendar: 'CALENDAR' },
    })
    expect(Object.keys(fact?.data ?? {}).sort()).toEqual(['clock', 'dueOn', 'noticeOn', 'receivedOn'])
  })
  it('ends on the date that the letter prints, and follows the policy', () => {
    const printed = scrutiny.when(example('RequireResponse', { data: { printedDueOn: '2017-06-30' } }))
    expect(factOf(printed)?.data).toMatchObject({ dueOn: '2017-06-30', clock: { instrument: 'as printed in the letter' } })
    const slower = { ...policy, clocks: { ...policy.clocks, executiveResponseMonths: 3 } }
    expect(factOf(scrutiny.when(example('RequireResponse', { data: { policy: slower } })))?.data).toMatchObject({ dueOn: '2017-07-09' })
  })
  it('starts for a scrutiny report only, and once', () => {
    expect(refusal(of('INSPECTION').when(example('RequireResponse')))).toEqual(['noticeStartsClock', 'noticeOn'])
    expect(refusal(scrutiny.and(example('RequireResponse')).when(example('RequireResponse')))).toEqual(['requiredOnce', 'noticeOn'])
  })
  it('cannot start before report and notice are there', () => {
    expect(refusal(scrutiny.when(example('RequireResponse', { data: { receivedOn: '2017-04-11' } })))).toEqual([
      'receiptBeforeEntry',
      'receivedOn',
    ])
    expect(refusal(scrutiny.when(example('RequireResponse', { data: { noticeOn: '2017-04-11' } })))).toEqual([
      'receiptBeforeEntry',
      'noticeOn',
    ])
    expect(refusal(scrutiny.when(example('RequireResponse', { data: { receivedOn: '2017-04-10' } })))).toBe('accepted')
  })
})

describe('a response', () => {
  const executive = ['ACCEPTED', 'ACCEPTED_WITH_AMENDED_WORDING', 'ACCEPTED_IN_PART', 'NOT_ACCEPTED'] as const
  const adoption = ['ADOPTED', 'ADAPTED', 'DECLINED'] as const
  const all = [...executive, 'ACTION_STATEMENT', ...adoption] as const
  it.each([
    ['SCRUTINY', executive],
    ['INSPECTION', ['ACTION_STATEMENT']],
    ['NATIONAL', adoption],
    ['AUDIT', [...executive, 'ACTION_STATEMENT']],
    ['INQUIRY', [...executive, 'ACTION_STATEMENT']],
    ['CORONER', [...executive, 'ACTION_STATEMENT']],
    ['OTHER', all],
  ] as const)('to a report of kind %s is one of its own', (kind, offered) => {
    const item = of(kind)
    const results = all.map((response) => refusal(item.when(respond(response))))
    expect(results).toEqual(
      all.map((response) => ((offered as readonly string[]).includes(response) ? 'accepted' : ['responseOfKind', 'response'])),
    )
  })
  it.each([
    ['SCRUTINY', 'ACCEPTED_WITH_AMENDED_WORDING', 'wording', 'wordingNeeded'],
    ['NATIONAL', 'ADAPTED', 'wording', 'wordingNeeded'],
    ['SCRUTINY', 'ACCEPTED_IN_PART', 'reasons', 'reasonsNeeded'],
    ['SCRUTINY', 'NOT_ACCEPTED', 'reasons', 'reasonsNeeded'],
    ['NATIONAL', 'DECLINED', 'reasons', 'reasonsNeeded'],
  ] as const)('of a %s report, %s needs its %s', (kind, response, field, rule) =>
    expect(refusal(of(kind).when(respond(response, { [field]: null })))).toEqual([rule, field]),
  )
  it('says on the response axis where the item stands', () => {
    expect(scrutiny.on('2018-01-01').response).toBe('NOT_REQUIRED')
    const awaited = scrutiny.and(example('RequireResponse'))
    expect(awaited.on('2017-04-09').response).toBe('NOT_REQUIRED')
    expect(awaited.on('2017-04-10').response).toBe('AWAITED')
    const answered = awaited.and(respond('NOT_ACCEPTED'), example('GiveResponse', { on: '2017-07-01' }))
    expect(answered.on('2017-06-30').response).toBe('NOT_ACCEPTED')
    expect(answered.on('2017-07-01').response).toBe('ACCEPTED')
  })
})

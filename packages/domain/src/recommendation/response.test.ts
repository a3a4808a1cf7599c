import { describe, expect, it } from 'vitest'
import { example, replacing } from '../../testing/recommendation/example-commands.ts'
import { actors, days, ids, policy, publication } from '../../testing/recommendation/examples.ts'
import type { Gravity } from './event-parts.ts'
import { factOf, givenTracked, refusal } from '../../testing/recommendation/given.ts'
import type { Actor } from '../envelope.ts'
import type { ResponseKind } from './response-kinds.ts'
import type { RecommendationState } from './state.ts'
import type { ReportKind } from '../report/publication.ts'
import { daysLate, draftAwaited, noticeMetBy, respondentsOf } from './respondents.ts'

const of = (kind: ReportKind) => givenTracked(example('IssueRecommendation', { data: { publication: { ...publication, kind } } }))
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
    expect(Object.keys(fact?.data ?? {}).sort()).toEqual(['body', 'bodyName', 'clock', 'draft', 'dueOn', 'noticeOn', 'of', 'receivedOn'])
  })
  it('ends on the date that the letter prints, and follows the policy', () => {
    const printed = scrutiny.when(example('RequireResponse', { data: { printedDueOn: '2017-06-30' } }))
    expect(factOf(printed)?.data).toMatchObject({ dueOn: '2017-06-30', clock: { instrument: 'as printed in the letter' } })
    const slower = { ...policy, clocks: { ...policy.clocks, executiveResponseMonths: 3 } }
    expect(factOf(scrutiny.when(example('RequireResponse', { data: { policy: slower } })))?.data).toMatchObject({ dueOn: '2017-07-09' })
  })
  it('starts where the kind of the report has a duty, and once a notice', () => {
    expect(refusal(of('NATIONAL').when(example('RequireResponse')))).toEqual(['noticeStartsClock', 'of'])
    expect(refusal(of('NATIONAL').when(example('RequireResponse', { data: { of: 'EXECUTIVE' } })))).toEqual(['noticeStartsClock', 'of'])
    expect(refusal(of('INSPECTION').when(example('RequireResponse', { data: { of: 'EXECUTIVE' } })))).toEqual(['dutyOfReport', 'of'])
    expect(refusal(scrutiny.and(example('RequireResponse')).when(example('RequireResponse')))).toEqual(['requiredOnce', 'noticeOn'])
  })
  it.each([
    ['SCRUTINY', null, 'EXECUTIVE', '2017-06-09'],
    ['SCRUTINY', 'HEALTH_BODY', 'HEALTH_BODY', '2017-05-08'],
    ['SCRUTINY', 'CRIME_AND_DISORDER', 'CRIME_AND_DISORDER', '2017-05-08'],
    ['CORONER', null, 'CORONER', '2017-06-05'],
    ['INSPECTION', null, 'INSPECTION_ACTION_PLAN', '2017-07-20'],
    ['INSPECTION', 'AREA_SEND', 'AREA_SEND', '2017-06-01'],
  ] as const)('of a %s report, as %s, has the clock of %s and is due on %s', (kind, given_, duty, dueOn) => {
    expect(factOf(of(kind).when(example('RequireResponse', { data: { of: given_ } })))?.data).toMatchObject({ of: duty, dueOn })
  })
  it('is not computed beyond the bank holidays that are known, unless the letter prints a date', () => {
    const far = { receivedOn: '2031-12-01', noticeOn: '2031-12-01' }
    const later = { on: '2031-12-01', today: '2031-12-31', data: far }
    expect(refusal(of('INSPECTION').when(example('RequireResponse', later)))).toEqual(['clockComputable', 'printedDueOn'])
    const printed = { ...later, data: { ...far, printedDueOn: '2032-03-15' } }
    expect(refusal(of('INSPECTION').when(example('RequireResponse', printed)))).toBe('accepted')
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

describe('a joint recommendation', () => {
  const trust = { body: ids.trust, bodyName: 'Health Trust', bodyOffice: { name: 'Health Trust', abolishedOn: null } } as const
  const otherTrust = { body: ids.anotherTrust, bodyName: 'Mental Health Trust', bodyOffice: null } as const
  const as = (id: string) => ({ ...actors.officer, onBehalfOf: { kind: 'office', id } }) as const
  const asked = scrutiny.and(example('RequireResponse'), example('RequireResponse', { data: { ...trust, of: 'HEALTH_BODY' } }))
  const council = (response: ResponseKind, on = '2017-06-01') => example('GiveResponse', { on, data: { response, reasons: 'Why' } })
  const health = (response: ResponseKind, on = '2017-06-01') =>
    example('GiveResponse', { on, actor: as(ids.trust), data: { ...trust, response, reasons: 'Why' } })
  const conclude = example('ConcludeTracking', { data: { reason: 'NOT_ACCEPTED' } })
  const told = ({ state }: { readonly state: RecommendationState }) =>
    respondentsOf(state.record).map(({ name, response, notice, respondedOn }) => [
      name,
      response,
      notice?.dueOn ?? null,
      daysLate(notice?.dueOn ?? null, respondedOn ?? '2017-06-30'),
    ])

  it('is awaited until every body that was asked has answered, and mixed where they differ', () => {
    expect(asked.on(days.today).response).toBe('AWAITED')
    expect(asked.and(council('ACCEPTED')).on(days.today).response).toBe('AWAITED')
    expect(asked.and(council('ACCEPTED'), health('ACCEPTED')).on(days.today).response).toBe('ACCEPTED')
    const mixed = asked.and(council('ACCEPTED'), health('NOT_ACCEPTED', '2017-06-10'))
    expect(mixed.on('2017-06-09').response).toBe('AWAITED')
    expect(mixed.on('2017-06-10').response).toBe('MIXED')
  })
  it('has for each body its own clock, and says whether its answer was late', () => {
    expect(told(asked)).toEqual([
      ['Executive', 'AWAITED', '2017-06-09', 21],
      ['Health Trust', 'AWAITED', '2017-05-08', 53],
    ])
    expect(told(asked.and(council('ACCEPTED'), health('NOT_ACCEPTED')))).toEqual([
      ['Executive', 'ACCEPTED', '2017-06-09', 0],
      ['Health Trust', 'NOT_ACCEPTED', '2017-05-08', 24],
    ])
  })
  it('tells two trusts apart', () => {
    const second = example('GiveResponse', { actor: as(ids.anotherTrust), data: { ...otherTrust, response: 'ACCEPTED' } })
    const both = asked.and(council('NOT_ACCEPTED'), health('NOT_ACCEPTED'), second)
    expect(told(both).at(-1)).toEqual(['Mental Health Trust', 'ACCEPTED', null, null])
    expect(refusal(both.when(conclude))).toEqual(['refusalRecorded', 'reason'])
  })
  it('is concluded as not accepted by the refusal of every body, and of no fewer', () => {
    expect(refusal(scrutiny.when(conclude))).toEqual(['refusalRecorded', 'reason'])
    expect(refusal(asked.and(health('NOT_ACCEPTED')).when(conclude))).toEqual(['refusalRecorded', 'reason'])
    const halfway = asked.and(council('ACCEPTED'), health('NOT_ACCEPTED')).when(conclude)
    expect(halfway).toMatchObject({ rejection: { message: expect.stringMatching(/: Executive has not\.$/) } })
    expect(refusal(asked.and(council('NOT_ACCEPTED'), health('NOT_ACCEPTED')).when(conclude))).toBe('accepted')
  })
  it('goes by the newest answer of each body', () => {
    const turned = asked.and(council('NOT_ACCEPTED'), health('NOT_ACCEPTED'), council('ACCEPTED', '2017-07-01'))
    expect(turned.on(days.today).response).toBe('MIXED')
    expect(refusal(turned.when(conclude))).toEqual(['refusalRecorded', 'reason'])
    // A change of mind long after is no late answer: the notice was answered in time.
    expect(told(turned)[0]).toEqual(['Executive', 'ACCEPTED', '2017-06-09', 0])
    expect(turned.state.record.responses.map((response) => noticeMetBy(response, turned.state.record)?.dueOn ?? null)).toEqual([
      '2017-06-09',
      '2017-05-08',
      null,
    ])
  })
  it('is not given more time by a reminder, and is awaited again after a new notice', () => {
    const again = example('RequireResponse', { on: '2017-05-20', data: { noticeOn: '2017-05-20' } })
    const reminded = scrutiny.and(example('RequireResponse'), again)
    expect(told(reminded)).toEqual([['Executive', 'AWAITED', '2017-06-09', 21]])
    expect(told(reminded.and(council('ACCEPTED', '2017-06-20')))).toEqual([['Executive', 'ACCEPTED', '2017-06-09', 11]])
    const anew = scrutiny.and(example('RequireResponse'), council('NOT_ACCEPTED', '2017-05-01'), again)
    expect(told(anew)).toEqual([['Executive', 'AWAITED', '2017-07-19', 0]])
    expect(anew.on(days.today).response).toBe('AWAITED')
    expect(refusal(anew.when(conclude))).toEqual(['refusalRecorded', 'reason'])
  })
})

describe('the person who records an answer', () => {
  const answer = (actor: Actor, data = {}) => refusal(scrutiny.when(example('GiveResponse', { actor, data })))
  it('acts for the body that answers', () => {
    expect(answer(actors.executive)).toBe('accepted')
    expect(answer(actors.member)).toEqual(['respondsForItself', 'onBehalfOf'])
    expect(answer(actors.officer)).toEqual(['respondsForItself', 'onBehalfOf'])
    expect(answer(actors.committee)).toEqual(['respondsForItself', 'onBehalfOf'])
    expect(answer(actors.member, { body: ids.member, bodyName: 'Cabinet Member' })).toBe('accepted')
  })
  it('can be a member of the executive for the executive, and for no other body', () => {
    const ofExecutive = { principalOfficeKind: 'EXECUTIVE_MEMBER' } as const
    expect(answer(actors.member, ofExecutive)).toBe('accepted')
    expect(answer(actors.member, { ...ofExecutive, body: ids.trust })).toEqual(['respondsForItself', 'onBehalfOf'])
    expect(answer(actors.member, { principalOfficeKind: 'MEMBER' })).toEqual(['respondsForItself', 'onBehalfOf'])
  })
  it('names an office that exists, under its name of the day', () => {
    const named = (bodyName: string, abolishedOn: string | null) =>
      answer(actors.executive, { bodyName, bodyOffice: { name: 'Executive', abolishedOn } })
    expect(named('Executive', null)).toBe('accepted')
    expect(named('Cabinet', null)).toEqual(['ownerNameOnDay', 'bodyName'])
    expect(named('Executive', '2017-01-01')).toEqual(['ownerNotAbolished', 'body'])
  })
})

describe('the early draft of an action plan', () => {
  const asked = (gravity: Gravity | null, data = {}) =>
    givenTracked(
      example('IssueRecommendation', { data: { gravity, publication: { ...publication, kind: 'INSPECTION' } } }),
      example('RequireResponse', { data: { receivedOn: '2017-04-07', ...data } }),
    )
  const [urgent, other] = [asked('PRIORITY_ACTION'), asked('STATUTORY_REQUIREMENT')]
  const owed = ({ state }: typeof urgent) => respondentsOf(state.record).map((one) => draftAwaited(one)?.dueOn ?? null)
  const send = (on = '2017-05-04', data = {}) => example('SendDraftPlan', { on, data })

  it('is due 20 working days after receipt where priority action is asked for, and nowhere else', () => {
    expect(urgent.state.record.responsesRequired[0]).toMatchObject({ of: 'INSPECTION_ACTION_PLAN', dueOn: '2017-07-20' })
    expect(owed(urgent)).toEqual(['2017-05-10'])
    expect(owed(other)).toEqual([null])
    expect(owed(asked(null))).toEqual([null])
  })
  it('is due on the day that the letter prints, whatever the gravity', () => {
    expect(owed(asked('PRIORITY_ACTION', { printedDraftDueOn: '2017-05-12' }))).toEqual(['2017-05-12'])
    expect(owed(asked(null, { printedDraftDueOn: '2017-05-12' }))).toEqual(['2017-05-12'])
    const elsewhere = scrutiny.when(example('RequireResponse', { data: { printedDraftDueOn: '2017-05-12' } }))
    expect(refusal(elsewhere)).toEqual(['draftOfActionPlan', 'printedDraftDueOn'])
  })
  it('is awaited until it or the plan was sent; it is no answer', () => {
    const sent = urgent.and(send())
    expect(owed(sent)).toEqual([null])
    expect(respondentsOf(sent.state.record)).toMatchObject([{ response: 'AWAITED', draftSentOn: '2017-05-04' }])
    expect(sent.on(days.today).response).toBe('AWAITED')
    const answered = urgent.and(example('GiveResponse', { data: { response: 'ACTION_STATEMENT' } }))
    expect(owed(answered)).toEqual([null])
  })
  it('is sent once, by the body that owes it', () => {
    expect(refusal(urgent.and(send()).when(send('2017-05-05')))).toEqual(['draftOnce', 'body'])
    expect(refusal(other.when(send()))).toEqual(['draftDue', 'body'])
    expect(refusal(urgent.when(send('2017-05-04', { body: ids.trust })))).toEqual(['draftDue', 'body'])
    expect(refusal(urgent.when(example('SendDraftPlan', { actor: actors.member })))).toEqual(['respondsForItself', 'onBehalfOf'])
    expect(refusal(urgent.when(send('2017-04-01')))).toEqual(['notBeforeIssue', 'effectiveOn'])
  })
  it('comes after the notice and before the plan', () => {
    expect(refusal(urgent.when(send('2017-04-09')))).toEqual(['draftAfterNotice', 'effectiveOn'])
    const plan = urgent.and(example('GiveResponse', { on: '2017-05-20', data: { response: 'ACTION_STATEMENT' } }))
    expect(refusal(plan.when(send('2017-05-20')))).toBe('accepted')
    expect(refusal(plan.when(send('2017-05-21')))).toEqual(['draftBeforePlan', 'effectiveOn'])
    const inMay = { ...send('2017-05-31'), precisions: { effectiveOn: 'MONTH' } } as const
    expect(refusal(plan.when(inMay))).toBe('accepted')
  })
  it('is counted again from a corrected day of receipt', () => {
    const moved = urgent.and(replacing('event-2', { receivedOn: '2017-04-10' }))
    expect(owed(moved)).toEqual(['2017-05-11'])
    const asPrinted = asked('PRIORITY_ACTION', { printedDraftDueOn: '2017-05-12' }).and(replacing('event-2', { receivedOn: '2017-04-10' }))
    expect(owed(asPrinted)).toEqual(['2017-05-12'])
  })
})

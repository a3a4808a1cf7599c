import type { Rejection } from '@outstanding/domain'
import { defaultPolicy } from '@outstanding/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../test/support/database.ts'
import { createDatabase } from '../../../../test/support/database.ts'
import { decision, given, issued, owned, project, report, streams } from '../../testing/given-register.ts'
import { listOutstandingByOwner, listOutstandingByReport } from '../outstanding/queries.ts'
import type { ReadModels } from '@outstanding/projection'
import { openReadModels, totalOf } from '@outstanding/projection'
import { linkedFrom } from './linked-from.ts'
import type { RecommendationFilter } from './filter.ts'
import type { RecommendationOrder } from './order.ts'
import { recommendationOrders } from './order.ts'
import type { ListRequest } from './queries.ts'
import { childrenOf, listRecommendations, recommendationByReference, recommendationsById } from './queries.ts'
import { allReadModels } from '../all-read-models.ts'

const { inspection, inquiry, hidden, director, trust, policy, recommendation } = streams
const [r1, r2, r10, part, undated, listed, secret, unpublished, merged] = 'r1 r2 r10 part undated listed secret unpublished merged'
  .split(' ')
  .map(recommendation) as [string, string, string, string, string, string, string, string, string]

const transfer = {
  transferId: 'transfer-1',
  service: 'all',
  accountableBody: 'council',
  fromName: 'Director',
  to: trust,
  toName: "Children's Trust",
} as const
const { accountableBody: _body, ...ofService } = transfer
const moved = { ...ofService, from: director }

const facts = [
  given(inspection, '2017-01-10', report('Inspection', '2017-01-10')),
  given(inspection, '2017-01-10', { type: 'ReportPublished', data: {} }),
  given(inquiry, '2017-04-04', report('Inquiry', null)),
  given(inquiry, '2017-04-04', { type: 'ReportPublished', data: {} }),
  given(inquiry, '2018-11-01', { type: 'ReportWithdrawn', data: { reason: 'issued anew' } }),
  given(hidden, '2017-04-04', report('Not yet public', '2017-02-01')),
  given(director, '2017-01-01', {
    type: 'OfficeCreated',
    data: { name: 'Director', authority: 'example-borough', kind: 'OFFICER', portfolio: null },
  }),
  given(trust, '2017-01-01', {
    type: 'OfficeCreated',
    data: { name: "Children's Trust", authority: 'example-borough', kind: 'BODY', portfolio: null },
  }),
  given(r10, '2017-01-10', issued(inspection, 'R10', '2018-02-28', { title: 'Foster carers are visited', text: 'Créche visits.' })),
  given(r2, '2017-01-10', issued(inspection, 'R2', '2017-10-31', { title: 'Records are kept' })),
  given(r1, '2017-01-10', issued(inspection, 'R01', '2017-04-30', { title: 'Children are heard' })),
  given(part, '2017-01-10', issued(inspection, 'R2a', '2017-10-31', { parent: r2, ordinal: 1 })),
  given(undated, '2017-04-04', issued(inquiry, 'R1', null)),
  given(listed, '2018-02-14', {
    type: 'RecommendationListed',
    data: {
      report: inquiry,
      reference: 'R7',
      localReference: 'EX-7',
      ordinal: 7,
      title: 'Listed only',
      listedIn: { document: 'a pack', page: '3', paragraph: null, heading: null },
      publication: {
        report: inquiry,
        kind: 'INQUIRY',
        publishedOn: null,
        publishedPrecision: 'UNKNOWN',
        adoptedOn: null,
        illustrative: false,
      },
      addressee: null,
    },
  }),
  given(secret, '2017-01-10', issued(inspection, 'R11', '2017-04-30')),
  given(secret, '2017-01-10', { type: 'RecommendationWithheld', data: { reason: 'names a child' } }),
  given(unpublished, '2017-02-01', issued(hidden, 'R1', '2017-04-30')),
  given(merged, '2017-02-01', issued(inspection, 'R12', '2017-04-30')),
  given(merged, '2017-03-01', { type: 'DuplicateMerged', data: { into: r1, reason: 'the same' } }),
  given(r1, '2017-02-01', owned(director, 'Director')),
  given(r2, '2017-02-01', owned(director, 'Director')),
  given(r2, '2017-02-01', { type: 'ThemeAssigned', data: { theme: 'records' } }),
  given(r2, '2017-02-01', {
    type: 'ProgressUpdated',
    data: { updateId: 'u', words: 'begun', claim: 'IN_PROGRESS', completedOn: null, reportedTo: null },
  }),
  given(r1, '2017-02-01', { type: 'TrackingTakenOn', data: { decision } }),
  given(r2, '2017-02-01', { type: 'TrackingTakenOn', data: { decision } }),
  ...[r10, part, undated, listed, secret].map((stream) =>
    given(stream, '2017-02-01', { type: 'TrackingTakenOn', data: { decision: { ...decision, committee: 'committee-2' } } }),
  ),
  given(r2, '2018-03-01', { type: 'CompletionDateRevisionApproved', data: { requestId: 'q', date: '2018-06-30', decision } }),
  given(r2, '2018-06-01', {
    type: 'TrackingConcluded',
    data: { reason: 'NO_LONGER_APPLICABLE', explanation: 'gone', supersededBy: null, partsLeftOpen: [], lookAgainOn: null, decision },
  }),
  given(director, '2018-05-01', { type: 'ServiceTransferred', data: { ...transfer, deliveringBody: null, delivering: null, items: [r1] } }),
  given(r1, '2018-05-01', { type: 'OwnerTransferred', data: { ...moved, role: 'LEAD_OFFICER' } }),
  given(policy, '2018-01-01', {
    type: 'PolicyAdopted',
    data: { ...defaultPolicy, version: 1, clocks: { ...defaultPolicy.clocks, dueSoonDays: 14 } },
  }),
]

let database: TestDatabase
let models: ReadModels
beforeAll(async () => {
  database = await createDatabase()
  await project(database.url, facts)
  models = openReadModels({ databaseUrl: database.url, models: allReadModels })
})
afterAll(async () => {
  await models.close()
  await database.drop()
})

const list = (request: Partial<ListRequest>) =>
  models.read(async (snapshot) => {
    const result = await listRecommendations(snapshot, { audience: 'ALL', first: 100, ...request })
    if (!result.ok) throw new Error(result.rejection.message)
    return { ...result.page, totalCount: await totalOf(result.page) }
  })
const found = async (filter: RecommendationFilter, more: Partial<ListRequest> = {}) =>
  (await list({ filter, ...more })).edges.map(({ node }) => node.reference ?? '').toSorted((a, b) => (a < b ? -1 : 1))

describe('the list', () => {
  it.each<[RecommendationFilter, string[]]>([
    [{ report: inquiry }, ['R1', 'R7']],
    [{ authority: 'elsewhere' }, []],
    [{ theme: 'records' }, ['R2']],
    [{ timescaleGrade: ['LONGER_TERM', 'NOT_GIVEN'] }, ['R1', 'R7']],
    [{ level: 'CHILD' }, ['R2a']],
    [{ level: 'TOP', report: inspection }, ['R01', 'R10', 'R11', 'R2']],
    [{ textToHand: false }, ['R7']],
    [{ delivery: ['IN_PROGRESS'] }, ['R2']],
    [{ tracking: 'CONCLUDED' }, ['R2']],
    [{ tracking: 'NOT_TRACKED' }, ['R1']],
    [{ trackedBy: 'committee-1' }, ['R01', 'R2']],
    [{ trackedBy: 'committee-1', tracking: 'OPEN' }, ['R01']],
    [{ trackedBy: 'committee-1', tracking: 'CONCLUDED' }, ['R2']],
    [{ trackedBy: 'committee-1', tracking: 'NOT_TRACKED', report: inspection }, ['R10', 'R11', 'R2a']],
    [{ trackedBy: 'another' }, []],
    [{ schedule: ['UNDATED'] }, ['R1', 'R7']],
    [{ schedule: ['ENDED'] }, ['R2']],
    [{ schedule: [] }, []],
    [{ dueBefore: '2017-04-30' }, []],
    [{ dueBefore: '2017-05-01', report: inspection }, ['R01', 'R11']],
    [{ text: 'FOSTER carer' }, ['R10']],
    [{ text: 'creche' }, ['R10']],
    [{ text: 'child' }, ['R01']],
    [{ text: 'visiting' }, ['R10']],
    [{ text: '100%' }, []],
    [{ text: 'ex-r2a' }, ['R2a']],
    [{ illustrative: true }, []],
    [{ merged: true }, ['R12']],
    [{ merged: false, text: 'R12' }, ['R01']],
    [{ text: 'r12' }, ['R01']],
    [{ text: 'r12', merged: true }, ['R12']],
    [{ text: 'r01' }, ['R01']],
    [{ reportWithdrawn: true }, ['R1', 'R7']],
    [{ reportWithdrawn: false, level: 'TOP', report: inspection, tracking: 'OPEN' }, ['R01', 'R10', 'R11']],
    [{ withoutOwner: true, level: 'TOP', report: inspection }, ['R10', 'R11']],
    [{ withoutOwner: false }, ['R01', 'R2']],
    [{ assessmentAgreed: ['none'], report: inquiry }, ['R1', 'R7']],
    [{ assessmentAgreed: ['1'] }, []],
    [{ updatedBefore: '2017-02-02' }, ['R2']],
    [{ updatedBefore: '2017-02-01' }, []],
    [{ reopened: true }, []],
    [{ owner: trust }, ['R01']],
    [{ owner: director }, ['R2']],
  ])('holds of %j only %j', async (filter, references) => expect(await found(filter)).toEqual(references))

  it('shows the public what is published and not withheld', async () => {
    expect(await found({}, { audience: 'PUBLIC' })).toEqual(['R01', 'R1', 'R10', 'R2', 'R2a', 'R7'])
    expect(await found({})).toHaveLength(8)
  })

  it('stands as it stood on the day', async () => {
    expect(await found({}, { asAt: '2017-01-31' })).toEqual(['R01', 'R10', 'R11', 'R2', 'R2a'])
    const on = async (asAt: string) => (await models.read((snapshot) => recommendationsById(snapshot, [r2], { audience: 'ALL', asAt })))[0]
    expect((await on('2018-02-14'))?.position).toMatchObject({
      tracking: 'OPEN',
      schedule: { state: 'OVERDUE', daysOverdue: 106, dueOn: '2017-10-31' },
    })
    expect((await on('2018-03-01'))?.position.schedule).toMatchObject({ state: 'NOT_DUE', daysUntilDue: 121, slippageDays: 242 })
    expect(await on('2018-03-01')).toMatchObject({ originalCompletionDate: '2017-10-31', revisedCompletionDate: '2018-06-30' })
    expect((await on('2018-06-01'))?.position).toMatchObject({ tracking: 'CONCLUDED', schedule: { state: 'ENDED' } })
  })

  it('lists a duplicate until it was merged, and marks what its publisher has withdrawn from that day on', async () => {
    expect(await found({ report: inspection }, { asAt: '2017-02-28' })).toContain('R12')
    expect(await found({ report: inspection }, { asAt: '2017-03-01' })).not.toContain('R12')
    const why = async (asAt: string) =>
      (await models.read((snapshot) => recommendationsById(snapshot, [undated], { audience: 'ALL', asAt })))[0]?.reportWithdrawn
    expect([await why('2018-10-31'), await why('2018-11-01')]).toEqual([null, 'issued anew'])
  })

  it('reads "due soon" by the policy of the day', async () => {
    const on = async (asAt: string) =>
      (await list({ asAt, filter: { report: inspection, schedule: ['DUE_SOON'] } })).edges.map(({ node }) => node.id)
    expect(await on('2017-03-20')).toContain(r1)
    expect(await on('2018-02-13')).not.toContain(r10)
    expect(await on('2018-02-14')).toContain(r10)
  })

  it.each(recommendationOrders.flatMap((by) => (['ASC', 'DESC'] as const).map((direction) => ({ by, direction }))))(
    'gives the same order page by page: $by $direction',
    async (orderBy: RecommendationOrder) => {
      const whole = (await list({ orderBy })).edges.map(({ node }) => node.id)
      const paged: string[] = []
      for (let after: string | null = null, more = true; more;) {
        const page = await list({ orderBy, first: 2, after })
        expect(page.totalCount).toBe(8)
        paged.push(...page.edges.map(({ node }) => node.id))
        after = page.endCursor
        more = page.hasNextPage
      }
      expect(paged).toEqual(whole)
      expect(new Set(paged).size).toBe(8)
    },
  )

  it('orders as in the reports, numbers as numbers, undated last', async () => {
    const by = async (orderBy: RecommendationOrder, filter = {}) => (await list({ orderBy, filter })).edges.map(({ node }) => node.id)
    expect((await by({ by: 'REPORT', direction: 'ASC' })).slice(0, 4)).toEqual([r1, r2, part, r10])
    expect((await by({ by: 'REFERENCE', direction: 'ASC' }, { report: inspection })).slice(0, 4)).toEqual([r1, r2, part, r10])
    for (const direction of ['ASC', 'DESC'] as const)
      expect((await by({ by: 'DUE', direction })).slice(-2).toSorted()).toEqual([undated, listed].toSorted())
  })

  it.each<[Partial<ListRequest>, Partial<Rejection>]>([
    [{ first: 0 }, { rule: 'pageSize', field: 'first' }],
    [{ first: 101 }, { rule: 'pageSize', field: 'first' }],
    [{ first: 2.5 }, { rule: 'pageSize', field: 'first' }],
    [{ after: 'nonsense' }, { rule: 'cursor', field: 'after' }],
    [{ after: Buffer.from('["reports",["a"],"b"]').toString('base64url') }, { rule: 'cursor', field: 'after' }],
  ])('refuses %j', async (request, rejection) => {
    const result = await models.read((snapshot) => listRecommendations(snapshot, { audience: 'ALL', ...request }))
    expect(result).toMatchObject({ ok: false, rejection })
  })
})

describe('one item', () => {
  const byReference = (of: string, reference: string) =>
    models.read((snapshot) => recommendationByReference(snapshot, of, reference, { audience: 'PUBLIC' }))

  it.each([
    [inspection, 'R1', r1],
    [inspection, 'r01', r1],
    [inspection, 'EX-R10', r10],
    [inquiry, 'R1', undated],
    [inspection, 'R12', r1],
    [inspection, 'R11', undefined],
    [inspection, 'R99', undefined],
    [hidden, 'R1', undefined],
  ])('of %s is found by %s', async (of, reference, id) => expect((await byReference(of, reference))?.id).toBe(id))

  it('has its children', async () =>
    expect(
      (await models.read((snapshot) => childrenOf(snapshot, [r1, r2], { audience: 'ALL' }))).map((nodes) => nodes.map(({ id }) => id)),
    ).toEqual([[], [part]]))

  it('has the owner that its own history names: nothing else of the old office moves', async () => {
    const [open, concluded] = await models.read((snapshot) => recommendationsById(snapshot, [r1, r2], { audience: 'ALL' }))
    expect(open?.owners).toEqual([
      {
        owner: trust,
        name: "Children's Trust",
        formerName: null,
        role: 'LEAD_OFFICER',
        asPrinted: null,
        transferredFrom: { owner: director, name: 'Director', on: '2018-05-01' },
        abolishedOn: null,
      },
    ])
    expect(concluded?.owners).toMatchObject([{ owner: director, name: 'Director', formerName: null }])
  })
})

describe('what is outstanding', () => {
  it('is counted by owner', async () => {
    const counts = await models.read((snapshot) => listOutstandingByOwner(snapshot, { audience: 'ALL' }))
    expect(counts).toMatchObject([{ owner: trust, name: "Children's Trust", outstanding: 1, schedule: { OVERDUE: 1, ENDED: 0 } }])
    const before = await models.read((snapshot) => listOutstandingByOwner(snapshot, { audience: 'ALL', asAt: '2018-02-14' }))
    expect(before).toMatchObject([{ owner: director, outstanding: 2 }])
  })

  it('is counted by report', async () => {
    const counts = await models.read((snapshot) => listOutstandingByReport(snapshot, { audience: 'PUBLIC', asAt: '2018-02-14' }))
    expect(counts).toMatchObject([
      { report: inspection, title: 'Inspection', outstanding: 4, concluded: 0, notTracked: 0, schedule: { OVERDUE: 3, DUE_SOON: 1 } },
      { report: inquiry, title: 'Inquiry', outstanding: 2, concluded: 0, schedule: { UNDATED: 2 } },
    ])
  })
})

describe('from the other side', () => {
  it('an item is found by what refers to it, from the day on which it did', async () => {
    const referring = (asAt: string) => models.read((snapshot) => linkedFrom(snapshot, [r1, r2], { asAt }))
    expect(await referring('2017-02-28')).toEqual([[], []])
    expect(await referring('2017-03-01')).toEqual([[{ recommendation: merged, relation: 'MERGED_INTO', words: 'the same' }], []])
  })
})

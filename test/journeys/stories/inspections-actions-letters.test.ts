import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decidedBy, startTestshire } from '../kit/testshire.ts'
import type { Testshire } from '../kit/testshire.ts'

/* Stories 11, 34 and 40: an inspector finds it undone, an action plan, and one letter that responds to a whole inquiry. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

/** Each is a story of many commands. */
const patience = { timeout: 120_000 }

const issued = '2023-10-02'
const due = '2024-03-31'
const anItem = () => testshire.item(issued, 'by 31 March 2024')
const schedule = 'tracking schedule { state dueOn daysOverdue slippageDays }'
type Position = { readonly position: { readonly tracking: string; readonly schedule: object } }
const positionOf = async (id: string, asAt: string) => (await testshire.read<Position>(id, `position { ${schedule} }`, { asAt })).position

const rota = {
  evidenceId: 'rota',
  digest: `sha256:${'5e'.repeat(32)}`,
  mediaType: 'text/csv',
  name: 'Rota',
  location: 'Committee papers',
  shows: 'OUTPUT',
  words: 'All centres are open.',
}

test(
  '11: inspectors find undone what was concluded: it is reopened with a new date, the old conclusion stays, and slippage counts on',
  patience,
  async () => {
    const id = await anItem()
    await testshire.done(id, 'attachEvidence', '2024-03-01', rota)
    const achieved = { category: '1', completedOn: '2024-03-01', evidence: ['rota'], words: 'Done.' }
    await testshire.done(id, 'makeCommitteeAssessment', '2024-03-12', { ...achieved, ...decidedBy('children-osc', '2024-03-12') })
    const concluded = { reason: 'ACHIEVED', explanation: 'Every centre is open.', ...decidedBy('children-osc', '2024-03-12') }
    await testshire.done(id, 'concludeTracking', '2024-03-12', concluded)

    const letter = await testshire.report('2025-05-20', { kind: 'INSPECTION', framework: `Monitoring visit ${randomUUID()}` })
    await testshire.officer.done('publishReport', { report: letter, effectiveOn: '2025-05-20' })
    const visited = {
      report: letter,
      body: 'Inspectorate',
      from: '2025-05-06',
      to: '2025-05-07',
      knownFrom: 'LETTER',
      letterOn: '2025-05-20',
    }
    const { id: visit } = await testshire.officer.done('recordVisit', { ...visited, ordinal: 1, effectiveOn: '2025-05-20' })
    const found = { visit, ref: 'F1', area: 'Youth centres', words: 'Four centres are closed at weekends.', direction: 'WORSE' }
    await testshire.officer.done('recordVisitFinding', { ...found, effectiveOn: '2025-05-20' })
    await testshire.officer.done('linkFinding', { visit, ref: 'F1', items: [id], effectiveOn: '2025-05-20' })

    // The finding alone decides nothing: the committee does.
    expect(await positionOf(id, '2025-05-20')).toMatchObject({ tracking: 'CONCLUDED', schedule: { state: 'MET_ON_TIME' } })
    const reopening = { reason: 'Inspectors found centres closed.', newDate: '2025-12-31', ...decidedBy('children-osc', '2025-06-11') }
    await testshire.done(id, 'reopenTracking', '2025-06-11', reopening)

    expect(await positionOf(id, '2024-12-31')).toMatchObject({ tracking: 'CONCLUDED', schedule: { state: 'MET_ON_TIME', dueOn: due } })
    expect(await positionOf(id, '2025-06-11')).toEqual({
      tracking: 'OPEN',
      schedule: { state: 'NOT_DUE', dueOn: '2025-12-31', daysOverdue: null, slippageDays: 640 },
    })
    expect(await positionOf(id, '2026-01-10')).toEqual({
      tracking: 'OPEN',
      schedule: { state: 'OVERDUE', dueOn: '2025-12-31', daysOverdue: 10, slippageDays: 650 },
    })
    const told = `originalCompletionDate independentFindings { direction area } conclusions { reason explanation } reopenings { newDate reason }
    position { assessment { agreed } }`
    expect(await testshire.read(id, told)).toEqual({
      originalCompletionDate: due,
      independentFindings: [{ direction: 'WORSE', area: 'Youth centres' }],
      conclusions: [{ reason: 'ACHIEVED', explanation: 'Every centre is open.' }],
      reopenings: [{ newDate: '2025-12-31', reason: 'Inspectors found centres closed.' }],
      position: { assessment: { agreed: null } },
    })
  },
)

type Due = { readonly actions: { readonly edges: readonly { readonly node: { readonly action: { readonly actionId: string } } }[] } }
const dueActions = async (filter: object, asAt?: string): Promise<readonly string[]> => {
  const asked = `query ($filter: ActionsFilter, $asAt: Date) { actions(filter: $filter, asAt: $asAt) { edges { node { action { actionId } } } } }`
  const { actions } = await testshire.officer.read<Due>(asked, { filter: { authority: 'testshire', ...filter }, asAt })
  return actions.edges.map(({ node }) => node.action.actionId)
}

test(
  '34: three actions with leads and dates, one late: listed by month and lead; one moves to a new date, one to another lead',
  patience,
  async () => {
    const id = await anItem()
    const plan = (actionId: string, dueOn: string, lead: string) =>
      testshire.done(id, 'planAction', '2023-11-01', { actionId, description: `Action ${actionId}`, dueOn, lead })
    await plan('recruit', '2024-01-15', 'Head of Youth Service')
    await plan('repair', '2024-01-31', 'Head of Buildings')
    await plan('open', '2024-03-15', 'Head of Youth Service')
    const january = { dueFrom: '2024-01-01', dueBefore: '2024-02-01', open: true }
    expect(await dueActions(january, '2024-01-10')).toEqual(['recruit', 'repair'])
    expect(await dueActions({ ...january, lead: 'Head of Youth Service' }, '2024-01-10')).toEqual(['recruit'])

    await testshire.done(id, 'startAction', '2023-12-01', { actionId: 'recruit' })
    await testshire.done(id, 'completeAction', '2024-01-12', { actionId: 'recruit', words: 'Six people started.' })
    // Late: nothing was completed by its day, and it stays in the list of what is open.
    expect(await dueActions({ dueBefore: '2024-02-20', open: true }, '2024-02-20')).toEqual(['repair'])
    await testshire.done(id, 'changeAction', '2024-02-20', { actionId: 'repair', dueOn: '2024-04-30', reason: 'The roof came first.' })
    await testshire.done(id, 'changeAction', '2024-02-21', {
      actionId: 'open',
      lead: 'Head of Communities',
      reason: 'The service has moved.',
    })
    expect(await dueActions({ dueBefore: '2024-02-21', open: true }, '2024-02-21')).toEqual([])
    expect(await dueActions({ dueFrom: '2024-04-01', dueBefore: '2024-05-01', open: true }, '2024-02-21')).toEqual(['repair'])
    expect(await dueActions({ lead: 'Head of Communities', open: true }, '2024-02-21')).toEqual(['open'])
    expect(await dueActions({ lead: 'Head of Youth Service', open: true }, '2024-02-21')).toEqual([])
    const actions = 'actions { actionId status dueOn lead completedOn changes { dueOn lead reason effectiveOn } }'
    expect(await testshire.read(id, actions)).toEqual({
      actions: [
        {
          actionId: 'recruit',
          status: 'COMPLETED',
          dueOn: '2024-01-15',
          lead: 'Head of Youth Service',
          completedOn: '2024-01-12',
          changes: [],
        },
        {
          actionId: 'repair',
          status: 'PLANNED',
          dueOn: '2024-04-30',
          lead: 'Head of Buildings',
          completedOn: null,
          changes: [{ dueOn: '2024-04-30', lead: null, reason: 'The roof came first.', effectiveOn: '2024-02-20' }],
        },
        {
          actionId: 'open',
          status: 'PLANNED',
          dueOn: '2024-03-15',
          lead: 'Head of Communities',
          completedOn: null,
          changes: [{ dueOn: null, lead: 'Head of Communities', reason: 'The service has moved.', effectiveOn: '2024-02-21' }],
        },
      ],
    })
    // The action has moved; what the committee expects has not.
    expect(await positionOf(id, '2024-04-10')).toMatchObject({ schedule: { state: 'OVERDUE', dueOn: due, daysOverdue: 10 } })
  },
)

test(
  '40: one letter responds to the twelve recommendations of an inquiry: one command, a response for each, all or none',
  patience,
  async () => {
    const report = await testshire.report(issued)
    const items: string[] = []
    for (let ordinal = 1; ordinal <= 12; ordinal += 1)
      items.push(await testshire.issue(report, issued, { reference: `R${ordinal}`, ordinal }))
    const notice = { body: 'cabinet', bodyName: 'Cabinet', receivedOn: '2023-10-09', noticeOn: '2023-10-09' }
    for (const item of items) await testshire.done(item, 'requireResponse', '2023-10-09', notice)
    const responses = items.map((item, index) =>
      index < 10
        ? { item, response: 'ACCEPTED' }
        : { item, response: index === 10 ? 'ACCEPTED_IN_PART' : 'NOT_ACCEPTED', reasons: 'There is no budget for all of it.' },
    )
    const letter = {
      report,
      body: 'cabinet',
      bodyName: 'Cabinet',
      onBehalfOf: { kind: 'BODY', id: 'cabinet' },
      effectiveOn: '2023-12-12',
      document: 'Letter of 12 December 2023',
    }
    const withoutReasons = responses.map(({ item, response }) => ({ item, response }))
    expect(await testshire.officer.execute('respondToReport', { ...letter, responses: withoutReasons })).toMatchObject({
      kind: 'CommandRejected',
      field: 'responses',
      message: expect.stringMatching(/R11: .+R12: /),
    })
    const responseOf = 'position { response } responses { response reasons effectiveOn letter daysLate }'
    expect(await testshire.read(items[0] ?? '', responseOf)).toMatchObject({ position: { response: 'AWAITED' }, responses: [] })

    const commandId = randomUUID()
    await testshire.officer.done('respondToReport', { ...letter, commandId, responses })
    const read = await Promise.all(
      items.map((item) => testshire.read<{ position: { response: string }; responses: readonly object[] }>(item, responseOf)),
    )
    expect(read.map(({ position }) => position.response)).toEqual([
      ...Array.from({ length: 10 }, () => 'ACCEPTED'),
      'ACCEPTED_IN_PART',
      'NOT_ACCEPTED',
    ])
    // Two months beginning with 9 October end on 8 December.
    expect(read.flatMap(({ responses: given }) => given)).toEqual(
      responses.map((given) => ({
        response: given.response,
        reasons: 'reasons' in given ? given.reasons : null,
        effectiveOn: '2023-12-12',
        letter: commandId,
        daysLate: 4,
      })),
    )
    const awaited = `{ responsesAwaited(filter: { body: "cabinet" }) { totalCount } }`
    expect(await testshire.officer.read(awaited)).toEqual({ responsesAwaited: { totalCount: 0 } })
  },
)

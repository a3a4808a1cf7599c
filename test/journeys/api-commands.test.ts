import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'

let running: RunningApi
let officer: Client
let anybody: Client
let report: string

beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer'))
  anybody = createClient(send)
  report = (await officer.done('registerReport', aReport())).id
})
afterAll(() => running.stop())

const revisionOf = async (id: string): Promise<number> =>
  (await officer.read<{ recommendation: { revision: number } }>('query ($id: ID) { recommendation(id: $id) { revision } }', { id }))
    .recommendation.revision

describe('a command', () => {
  test('is in the log and in the read models when it is answered', async () => {
    const issued = await officer.done('issueRecommendation', aRecommendation(report))
    expect(issued).toMatchObject({ revision: 0, projected: true })
    expect(await revisionOf(issued.id)).toBe(0)
  })

  test('given twice under one id changes nothing and gives the first answer', async () => {
    const input = { commandId: randomUUID(), ...aRecommendation(report, { reference: 'R02', ordinal: 2 }) }
    const first = await officer.done('issueRecommendation', input)
    await officer.done('assignTheme', { recommendation: first.id, effectiveOn: '2026-01-06', theme: 'Care leavers' })
    expect(await officer.done('issueRecommendation', input)).toEqual(first)
    expect(await revisionOf(first.id)).toBe(1)
  })

  test('with another wish under a used id is rejected by rule', async () => {
    const commandId = randomUUID()
    await officer.done('issueRecommendation', { commandId, ...aRecommendation(report, { reference: 'R03', ordinal: 3 }) })
    const other = await officer.execute('issueRecommendation', {
      commandId,
      ...aRecommendation(report, { reference: 'R03', ordinal: 3, title: 'Another' }),
    })
    expect(other).toMatchObject({ kind: 'CommandRejected', rule: 'commandIdReused', field: 'commandId' })
  })

  test('based on an old revision is refused with what changed meanwhile', async () => {
    const { id, revision } = await officer.done('issueRecommendation', aRecommendation(report, { reference: 'R04', ordinal: 4 }))
    await officer.done('assignTheme', { recommendation: id, effectiveOn: '2026-01-06', theme: 'Care leavers', expectedRevision: revision })
    const stale = await officer.execute('planAction', {
      recommendation: id,
      effectiveOn: '2026-01-07',
      description: 'Call everyone',
      expectedRevision: revision,
    })
    expect(stale).toMatchObject({
      kind: 'CommandConflict',
      expected: 0,
      actual: 1,
      changes: [{ type: 'ThemeAssigned', revision: 1 }],
    })
  })

  test('sent five times at once is done once, and gives the same answer five times', async () => {
    const input = { commandId: randomUUID(), ...aRecommendation(report, { reference: 'R05', ordinal: 5 }) }
    const answers = await Promise.all(Array.from({ length: 5 }, () => officer.execute('issueRecommendation', input)))
    expect(answers.map(({ kind, revision }) => [kind, revision])).toEqual(Array.from({ length: 5 }, () => ['CommandAccepted', 0]))
    expect(new Set(answers.map(({ logPosition }) => logPosition)).size).toBe(1)
  })

  test('one of five on the same revision is done; the others get a conflict', async () => {
    const { id, revision } = await officer.done('issueRecommendation', aRecommendation(report, { reference: 'R06', ordinal: 6 }))
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        officer.execute('assignTheme', {
          recommendation: id,
          effectiveOn: '2026-01-06',
          theme: `Theme ${index}`,
          expectedRevision: revision,
        }),
      ),
    )
    expect(answers.filter(({ kind }) => kind === 'CommandAccepted')).toHaveLength(1)
    expect(answers.filter(({ kind, actual }) => kind === 'CommandConflict' && actual === 1)).toHaveLength(4)
  })

  test('of five on no revision in particular all are done, one after the other', async () => {
    const { id } = await officer.done('issueRecommendation', aRecommendation(report, { reference: 'R07', ordinal: 7 }))
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        officer.execute('planAction', { recommendation: id, effectiveOn: '2026-01-06', actionId: `a${index}`, description: 'Something' }),
      ),
    )
    expect(answers.map(({ revision }) => revision ?? 0).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
  })

  test('of fifty on no revision in particular each is done or told by whom it was overtaken, and none is an error', async () => {
    const { id } = await officer.done('issueRecommendation', aRecommendation(report, { reference: 'R50', ordinal: 50 }))
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        officer.execute('planAction', { recommendation: id, effectiveOn: '2026-01-06', actionId: `a${index}`, description: 'Something' }),
      ),
    )
    const done = answers.filter(({ kind }) => kind === 'CommandAccepted')
    const overtaken = answers.filter(({ kind, changes }) => kind === 'CommandConflict' && (changes?.length ?? 0) > 0)
    expect(done.length + overtaken.length).toBe(50)
    expect(done.map(({ revision }) => revision ?? 0).sort((a, b) => a - b)).toEqual(done.map((_, index) => index + 1))
  })

  test('that a rule forbids names the rule and the field', async () => {
    const late = await officer.execute('registerReport', aReport({ effectiveOn: '2999-01-01' }))
    expect(late).toMatchObject({
      kind: 'CommandRejected',
      rule: 'notAfterToday',
      field: 'effectiveOn',
      message: expect.stringMatching(/^This day is after today: today is \d+ [A-Z][a-z]+ \d{4}\.$/),
    })
  })

  test.each([
    [
      { kind: 'PERSON', id: 'John Smith' },
      { kind: 'CommandRejected', rule: 'opaquePersonId', field: 'onBehalfOf.id' },
    ],
    [
      { kind: 'BODY', id: 'John Smith' },
      { kind: 'CommandRejected', rule: 'isSlug', field: 'onBehalfOf.id' },
    ],
    [
      { kind: 'OFFICE', id: 'cabinet-member' },
      { kind: 'CommandTargetNotFound', field: 'onBehalfOf.id' },
    ],
    [
      { kind: 'OFFICE', id: 'office-example-borough.0d6e5a3e-7d52-5a57-9f0e-6a3f5d1f5b6a' },
      { kind: 'CommandTargetNotFound', field: 'onBehalfOf.id' },
    ],
  ])('on behalf of %j is nobody’s', async (onBehalfOf, expected) => {
    expect(await officer.execute('registerReport', { ...aReport(), onBehalfOf })).toMatchObject(expected)
  })

  test('a member of the executive is no committee, not even when called a body', async () => {
    const post = { authority: 'example-borough', kind: 'EXECUTIVE_MEMBER', name: 'Cabinet Member for Roads', effectiveOn: '2026-01-05' }
    const { id: office } = await officer.done('createOffice', post)
    const { id } = await officer.done('issueRecommendation', aRecommendation(report, { reference: 'R77', ordinal: 77 }))
    const decision = { committee: office, committeeName: 'Cabinet Member', meetingOn: '2026-01-20', minuteReference: '1' }
    const asked = { recommendation: id, effectiveOn: '2026-01-20', words: 'More', decision, onBehalfOf: { kind: 'BODY', id: office } }
    expect(await officer.execute('recordStillNeeded', asked)).toMatchObject({
      kind: 'CommandRejected',
      rule: 'executiveCannotDecide',
      field: 'onBehalfOf',
    })
  })

  test('for what is not there says so', async () => {
    const absent = 'recommendation-example-borough.0d6e5a3e-7d52-5a57-9f0e-6a3f5d1f5b6a'
    expect(await officer.execute('assignTheme', { recommendation: absent, effectiveOn: '2026-01-06', theme: 'x' })).toMatchObject({
      kind: 'CommandTargetNotFound',
      id: absent,
      field: 'recommendation',
    })
  })

  test('needs a token', async () => {
    const { data, errors } = await anybody.ask('mutation ($input: RegisterReportInput!) { registerReport(input: $input) { __typename } }', {
      input: { commandId: randomUUID(), ...aReport() },
    })
    expect(data).toBeFalsy()
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

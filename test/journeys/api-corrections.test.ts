import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'

let running: RunningApi
let officer: Client
let administrator: Client
beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer'))
  administrator = createClient(send, await running.tokenOf('administrator'))
})
afterAll(() => running.stop())

const authority = 'example-borough'
const office = { authority, kind: 'OFFICER', name: 'Director', effectiveOn: '2026-01-05' }
const policy = {
  authority,
  categories: [
    { code: 'G', label: 'Green', meaning: 'ACHIEVED_ON_TIME' },
    { code: 'GL', label: 'Green, late', meaning: 'ACHIEVED_LATE' },
    { code: 'A', label: 'Amber', meaning: 'IN_PROGRESS' },
    { code: 'R', label: 'Red', meaning: 'INSUFFICIENT_PROGRESS' },
  ],
  mapping: [],
  clocks: { dueSoonDays: 10, immediateMonths: 1, executiveResponseMonths: 2, inspectionActionPlanWorkingDays: 70 },
  hasExecutive: false,
  policySource: 'Constitution',
  effectiveOn: '2026-01-05',
}
/** The newest entry of a stream, from the log. */
const newestEntry = async (stream: string): Promise<string> => (await running.store.readStream(stream)).at(-1)?.eventId ?? ''
const correct = async (client: Client, stream: string, fields: object) =>
  client.execute('correctEntry', {
    effectiveOn: '2026-01-07',
    stream,
    entry: await newestEntry(stream),
    reason: 'Mistyped',
    change: { kind: 'REPLACE', fields },
  })

describe('a correction that a reader of the history could not bear is refused, with what to do', () => {
  test.each([
    [{ formerName: 42 }, 'notEmpty'],
    [{ formerName: null }, 'notEmpty'],
    [{ name: ['Director'] }, 'notEmpty'],
  ])('of a renamed office: %j', async (fields, rule) => {
    const { id } = await officer.done('createOffice', office)
    await officer.done('renameOffice', { office: id, name: 'Director of children', effectiveOn: '2026-01-06' })
    expect(await correct(officer, id, fields)).toMatchObject({ kind: 'CommandRejected', rule })
  })
  test.each([
    [{ kind: 'NONSENSE' }, 'oneOf'],
    [{ authority: 'another-borough' }, 'fixedField'],
  ])('of a created office: %j', async (fields, rule) => {
    const { id } = await officer.done('createOffice', office)
    expect(await correct(officer, id, fields)).toMatchObject({ kind: 'CommandRejected', rule })
  })
  test.each([
    [{ kind: 'BOGUS' }, 'oneOf'],
    [{ authority: 'another-borough' }, 'fixedField'],
    [{ title: '' }, 'notEmpty'],
  ])('of a report: %j', async (fields, rule) => {
    const { id } = await officer.done('registerReport', { ...aReport(), title: `A report ${JSON.stringify(fields).length}` })
    expect(await correct(officer, id, fields)).toMatchObject({ kind: 'CommandRejected', rule })
  })
  test('of a recommendation: an ordinal that no table can hold', async () => {
    const { id: report } = await officer.done('registerReport', { ...aReport(), title: 'With a recommendation' })
    const { id } = await officer.done('issueRecommendation', aRecommendation(report))
    expect(await correct(officer, id, { ordinal: 1e15 })).toMatchObject({ kind: 'CommandRejected', rule: 'wholeNumber' })
  })
  test('of a policy: by an officer, who may not adopt one, and its version by anybody', async () => {
    await administrator.done('adoptPolicy', policy)
    const stream = `policy-${authority}`
    expect(await correct(officer, stream, { source: 'Standing orders' })).toMatchObject({ kind: 'CommandForbidden' })
    expect(await correct(administrator, stream, { version: 'abc' })).toMatchObject({ kind: 'CommandRejected', rule: 'derivedField' })
    expect(await correct(administrator, stream, { source: 'Standing orders' })).toMatchObject({ kind: 'CommandAccepted' })
    expect(await correct(officer, stream, { reason: 'Typed twice' })).toMatchObject({ kind: 'CommandForbidden' })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport, committee, decision } from './kit/examples.ts'
import { establishCommittee, tracked } from './kit/whole-life.ts'

let running: RunningApi
let officer: Client
let report: string

beforeAll(async () => {
  running = await startApi()
  officer = createClient(inProcess(running.api.fetch), await running.tokenOf('administrator'))
  await establishCommittee(officer)
  report = (await officer.done('registerReport', aReport())).id
})
afterAll(() => running.stop())

const day = '2026-02-02'
let ordinal = 0
const recommendation = async (): Promise<string> => {
  ordinal += 1
  return (await officer.done('issueRecommendation', aRecommendation(report, { reference: `R${ordinal}`, ordinal }))).id
}
const rejected = (rule: string, field: string) => ({ kind: 'CommandRejected', rule, field })

describe('what is carried on elsewhere', () => {
  const merge = (from: string, into: string) => ({ recommendation: from, effectiveOn: day, into, reason: 'The same' })
  const supersede = (from: string, by: string) => ({ recommendation: from, effectiveOn: day, by, reason: 'Said better there' })

  test('never comes back to where it began, by merger, by succession or by both', async () => {
    const [a, b, c] = [await recommendation(), await recommendation(), await recommendation()]
    expect(await officer.execute('mergeDuplicate', merge(a, a))).toMatchObject(rejected('refersToItself', 'into'))
    await officer.done('mergeDuplicate', merge(b, a))
    expect(await officer.execute('mergeDuplicate', merge(a, b))).toMatchObject(rejected('successorCircle', 'into'))
    await officer.done('supersedeRecommendation', supersede(a, c))
    expect(await officer.execute('supersedeRecommendation', supersede(c, b))).toMatchObject(rejected('successorCircle', 'by'))
    const concluded = { recommendation: c, reason: 'SUPERSEDED', explanation: 'See there', supersededBy: a }
    await tracked(officer, c)
    const asCommittee = { effectiveOn: day, onBehalfOf: committee, decision: decision(day) }
    expect(await officer.execute('concludeTracking', { ...concluded, ...asCommittee })).toMatchObject(
      rejected('successorCircle', 'supersededBy'),
    )
  })

  test('takes no duplicate: the answer names the one that carries on', async () => {
    const [a, b, c] = [await recommendation(), await recommendation(), await recommendation()]
    const named = 'query ($id: ID!) { recommendation(id: $id) { localReference title } }'
    const { recommendation: first } = await officer.read<{ recommendation: { localReference: string; title: string } }>(named, { id: a })
    await officer.done('mergeDuplicate', merge(b, a))
    const answer = await officer.execute('mergeDuplicate', merge(c, b))
    expect(answer).toMatchObject(rejected('targetHasSuccessor', 'into'))
    expect(answer).toMatchObject({ message: expect.stringContaining(`${first.localReference} (${first.title})`) })
    await officer.done('mergeDuplicate', merge(c, a))
  })
})

test.each([
  [' ', 'notEmpty'],
  ['\u2003\n', 'notEmpty'],
  ['x'.repeat(2_000), 'tooLong'],
])('a person’s name is checked before it is sealed: %j', async (name, rule) => {
  expect(await officer.execute('registerPerson', { effectiveOn: day, name })).toMatchObject(rejected(rule, 'name'))
  const { id: person } = await officer.done('registerPerson', { effectiveOn: day, name: 'Bo Example' })
  expect(await officer.execute('renamePerson', { person, effectiveOn: day, name })).toMatchObject(rejected(rule, 'name'))
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { decidedBy, startTestshire } from './kit/testshire.ts'
import type { Testshire } from './kit/testshire.ts'

/* A document prints "April 2018": no day is made up. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

const toTheMonth = (...fields: readonly string[]) => ({ datesKnownTo: fields.map((field) => ({ field, precision: 'MONTH' })) })

test('what is known only to the month is recorded, shown and corrected so', async () => {
  const id = await testshire.item('2018-02-06', 'by October 2018')
  await testshire.done(id, 'planAction', '2018-03-01', { actionId: 'a', description: 'Hire', dueOn: '2018-04-30', ...toTheMonth('dueOn') })
  const update = { updateId: 'u', words: 'Two were hired', claim: 'IN_PROGRESS' }
  await testshire.done(id, 'updateProgress', '2018-04-30', { ...update, ...toTheMonth('effectiveOn') })
  const fields = `originalCompletionDate originalCompletionDatePrecision position { schedule { dueOn dueOnPrecision } }
    actions { dueOn dueOnPrecision } updates { entry effectiveOn effectiveOnPrecision datesKnownTo { field precision } }
    history(first: 9) { edges { node { id type words effectiveOnPrecision } } } provenance(attributes: [DUE_ON, ACTION]) { value }`
  type Entry = { readonly node: { readonly id: string; readonly type: string; readonly words: string } }
  const read = () => testshire.read<{ history: { edges: readonly Entry[] } }>(id, fields)
  const shown = await read()
  expect(shown).toMatchObject({
    originalCompletionDate: '2018-10-31',
    originalCompletionDatePrecision: 'MONTH',
    position: { schedule: { dueOn: '2018-10-31', dueOnPrecision: 'MONTH' } },
    actions: [{ dueOn: '2018-04-30', dueOnPrecision: 'MONTH' }],
    updates: [{ effectiveOn: '2018-04-30', effectiveOnPrecision: 'MONTH', datesKnownTo: [{ field: 'effectiveOn', precision: 'MONTH' }] }],
  })
  expect(JSON.stringify(shown)).toContain('Action planned, due April 2018: Hire')
  expect(JSON.stringify(shown)).toContain('"value":"October 2018"')

  const planned = shown.history.edges.find(({ node }) => node.type === 'ActionPlanned')?.node.id
  const correct = (change: object, over: object = {}) =>
    testshire.officer.execute('correctEntry', { stream: id, entry: planned, effectiveOn: '2018-06-01', reason: 'Minutes', change, ...over })
  const replaced = (dueOn: string) => ({ kind: 'REPLACE', fields: { dueOn } })
  expect(await correct(replaced('2018-05-30'), toTheMonth('dueOn'))).toMatchObject({ kind: 'CommandRejected', rule: 'lastDayOfPeriod' })
  expect(await correct(replaced('2018-05-31'), toTheMonth('dueOn'))).toMatchObject({ kind: 'CommandAccepted' })
  expect(await read()).toMatchObject({ actions: [{ dueOn: '2018-05-31', dueOnPrecision: 'MONTH' }] })
  expect(await correct(replaced('2018-05-04'))).toMatchObject({ kind: 'CommandAccepted' })
  expect(await read()).toMatchObject({ actions: [{ dueOn: '2018-05-04', dueOnPrecision: 'DAY' }] })
})

test('a completion in a month that holds the date is not late, and the proposal that is agreed keeps its precision', async () => {
  const id = await testshire.item('2018-02-06', 'by 15 April 2018')
  const evidence = { evidenceId: 'e', form: 'VISIT', name: 'Visit', location: 'Centre', shows: 'OUTCOME', words: 'It is open' }
  await testshire.done(id, 'attachEvidence', '2018-05-01', evidence)
  await testshire.done(id, 'assignOwner', '2018-02-06', { owner: testshire.offices.children, role: 'RESPONSIBLE_MEMBER' })
  const proposal = { proposalId: 'p', category: '1', completedOn: '2018-04-30', evidence: ['e'], words: 'Done' }
  const asMember = { onBehalfOf: { kind: 'OFFICE', id: testshire.offices.children } }
  expect(await testshire.execute(id, 'proposeAssessment', '2018-05-02', { ...proposal, ...asMember })).toMatchObject({
    rule: 'completedOnTime',
  })
  await testshire.done(id, 'proposeAssessment', '2018-05-02', { ...proposal, ...asMember, ...toTheMonth('completedOn') })
  await testshire.done(id, 'agreeAssessment', '2018-05-09', { proposalId: 'p', ...decidedBy('children-osc', '2018-05-09') })
  const fields = `position { schedule { state slippageDays completedOn completedOnPrecision } } assessments { datesKnownTo { field precision } }`
  expect(await testshire.read(id, fields)).toEqual({
    position: { schedule: { state: 'MET_ON_TIME', slippageDays: 0, completedOn: '2018-04-30', completedOnPrecision: 'MONTH' } },
    assessments: [{ datesKnownTo: [{ field: 'completedOn', precision: 'MONTH' }] }],
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { oneQuery } from './kit/contract.ts'
import type { One } from './kit/contract.ts'
import { aRecommendation, aReport } from './kit/examples.ts'
import { historyOf, liveOneLife } from './kit/whole-life.ts'
import type { Life } from './kit/whole-life.ts'

let running: RunningApi
let officer: Client
let anybody: Client
let life: Life

beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer', 'Ann Example'))
  anybody = createClient(send)
  life = await liveOneLife(officer)
})
afterAll(() => running.stop())

const one = async (client: Client, times: object = {}) =>
  (await client.read<One>(oneQuery, { id: life.recommendation, ...times })).recommendation

describe('one recommendation', () => {
  test('is what its history says, today', async () => {
    expect(await one(officer)).toMatchObject({
      reference: 'R01',
      localReference: 'R01',
      addressee: 'Example Borough Council',
      timescale: { asPrinted: 'Within three months', grade: 'WITHIN_MONTHS', months: 3, date: null, datePrecision: null },
      originalCompletionDate: '2026-04-06',
      revisedCompletionDate: '2026-12-31',
      owners: [
        { name: 'Cabinet member for children', role: 'RESPONSIBLE_MEMBER' },
        { name: 'Director of children’s services', role: 'LEAD_OFFICER' },
      ],
      position: {
        response: 'ACCEPTED',
        delivery: 'CLAIMED_COMPLETE',
        assessment: { proposed: null, agreed: null, category: null },
        tracking: 'OPEN',
      },
      children: [],
    })
  })

  test('is found by its reference, however that is written', async () => {
    const found = await officer.read<One>(oneQuery, { report: life.report, reference: 'r1' })
    expect(found.recommendation?.id).toBe(life.recommendation)
    expect(await officer.read<One>(oneQuery, { report: life.report, reference: 'R99' })).toEqual({ recommendation: null })
  })

  test('needs an id or a reference, not both', async () => {
    const { errors } = await officer.ask(oneQuery, { id: life.recommendation, reference: 'R01' })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'idOrReference' })
  })

  test('stands as at a day as its entries up to that day make it', async () => {
    expect(await one(officer, { asAt: '2026-04-22' })).toMatchObject({
      originalCompletionDate: '2026-04-06',
      revisedCompletionDate: '2026-05-31',
      position: {
        delivery: 'IN_PROGRESS',
        assessment: { proposed: '3', agreed: '5', category: { meaning: 'INSUFFICIENT_PROGRESS' } },
        schedule: { state: 'DUE_SOON', daysUntilDue: 39, daysOverdue: null },
        tracking: 'OPEN',
      },
    })
    expect((await one(officer, { asAt: '2026-03-17' }))?.['revisedCompletionDate']).toBeNull()
    expect((await one(officer, { asAt: '2026-06-17' }))?.position).toMatchObject({
      assessment: { proposed: '2', agreed: '2', category: { code: '2', meaning: 'ACHIEVED_LATE' } },
      tracking: 'CONCLUDED',
      schedule: { state: 'MET_LATE' },
    })
    expect(await one(officer, { asAt: '2026-01-05' })).toBeNull()
  })

  test.each(['nothing', 'import-1', 'recommendation-x', '$all', '', 'recommendation-birmingham.2b653c6d-2b42-5b2e-95a9-a5e9a1de9b77'])(
    'there is none of the id %j',
    async (id) => {
      expect(
        await officer.read(
          'query ($id: ID!) { node(id: $id) { id } recommendation(id: $id) { id } report(id: $id) { id } office(id: $id) { id } }',
          { id },
        ),
      ).toEqual({
        node: null,
        recommendation: null,
        report: null,
        office: null,
      })
    },
  )

  test('as known at a position has the history of then', async () => {
    const known = await one(officer, { asKnownAt: life.concludedAt })
    expect(known?.history.edges.map(({ node }) => node.type)).toEqual(life.types.slice(0, life.types.indexOf('TrackingConcluded') + 1))
  })

  test('as known at a position is what had been recorded by then', async () => {
    expect((await one(officer, { asKnownAt: life.concludedAt }))?.position.tracking).toBe('CONCLUDED')
    const before = String(BigInt(life.concludedAt) - 1n)
    expect((await one(officer, { asKnownAt: before }))?.position.tracking).toBe('OPEN')
    expect(await one(officer, { asKnownAt: '0' })).toBeNull()
    expect((await one(officer, { asKnownAt: '99999999999999999999' }))?.id).toBe(life.recommendation)
  })

  test('was not known yesterday, and is known at the end of today', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date())
    const yesterday = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(Date.now() - 86_400_000))
    expect(await one(officer, { asKnownAt: yesterday })).toBeNull()
    expect((await one(officer, { asKnownAt: today }))?.id).toBe(life.recommendation)
    expect((await one(officer, { asKnownAt: `${today}T23:59:59Z` }))?.id).toBe(life.recommendation)
  })

  test.each(['2026-02-30', '2026-2-3', 'today', ''])('asAt %j is no day, in the query or beside it', async (asAt) => {
    const beside = await officer.ask(oneQuery, { id: life.recommendation, asAt })
    const within = await officer.ask(`{ recommendation(id: "${life.recommendation}", asAt: "${asAt}") { id } }`)
    for (const { errors } of [beside, within]) {
      expect(errors?.[0]?.message).toContain('YYYY-MM-DD')
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'isDate' })
    }
  })

  test.each(['2026-02-30', '2018-02-14T09:30:00', 'yesterday', '-1', ''])('asKnownAt %j is refused as a field error', async (asKnownAt) => {
    const { errors } = await officer.ask(oneQuery, { id: life.recommendation, asKnownAt })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'asKnownAt' })
  })
})

describe('history', () => {
  test('holds every entry in order, with both times, whatever the page', async () => {
    const nodes = await historyOf(officer, life.recommendation)
    expect(nodes.map(({ type }) => type)).toEqual(life.types)
    expect(nodes.every(({ recordedAt }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(recordedAt))).toBe(true)
    expect(nodes.every(({ effectiveOn }) => /^\d{4}-\d\d-\d\d$/.test(effectiveOn))).toBe(true)
    expect(await historyOf(officer, life.recommendation, 100)).toEqual(nodes)
  })

  test('keeps what was corrected beside its correction', async () => {
    const nodes = await historyOf(officer, life.recommendation, 100)
    expect(nodes.find(({ id }) => id === life.corrected)).toMatchObject({ effectiveOn: '2026-05-18', correctedBy: [nodes.at(-1)?.id] })
  })

  test('names who typed it when signed in, and only the role when not', async () => {
    expect((await historyOf(officer, life.recommendation))[0]?.actor).toMatchObject({ name: 'Ann Example', role: 'OFFICER' })
    expect((await historyOf(anybody, life.recommendation))[0]?.actor).toEqual({ id: null, name: null, role: 'OFFICER' })
  })

  test('is there for reports and offices too', async () => {
    expect((await historyOf(officer, life.report)).map(({ type }) => type)).toEqual([
      'ReportRegistered',
      'ReportAdopted',
      'ReportPublished',
    ])
    expect((await historyOf(officer, life.member)).map(({ type }) => type)).toEqual(['OfficeCreated'])
  })
})

describe('what is not published', () => {
  test('is not there for the public: not by id, not by reference, not in lists, not in counts', async () => {
    const { id: report } = await officer.done('registerReport', aReport({ title: 'A draft' }))
    const { id } = await officer.done('issueRecommendation', aRecommendation(report))
    const asked = `query ($id: ID!, $report: ID!) {
      node(id: $id) { id } recommendation(report: $report, reference: "R01") { id } report(id: $report) { id }
      recommendations { edges { node { report { title } } } } outstandingByReport { title }
    }`
    expect(await anybody.read(asked, { id, report })).toMatchObject({
      node: null,
      recommendation: null,
      report: null,
    })
    const ofReport = 'query ($report: ID!) { recommendations(filter: { report: $report }) { totalCount } }'
    const refusalOf = async (asking: string) => (await anybody.ask(ofReport, { report: asking })).errors?.[0]?.message.replace(asking, 'it')
    expect(await refusalOf(report)).toMatch(/^You can see no report with the id "it"/)
    expect(await refusalOf(report)).toBe(await refusalOf('report-example-borough.none'))
    expect(await officer.read(ofReport, { report })).toEqual({ recommendations: { totalCount: 1 } })
    expect(JSON.stringify(await anybody.read(asked, { id, report }))).not.toContain('A draft')
    expect(await officer.read(asked, { id, report })).toMatchObject({ node: { id }, recommendation: { id }, report: { id: report } })

    const { logPosition } = await officer.done('publishReport', { report, effectiveOn: '2026-01-07' })
    expect(await anybody.read(asked, { id, report })).toMatchObject({ node: { id }, recommendation: { id } })
    const before = String(BigInt(logPosition) - 1n)
    expect(await anybody.read(oneQuery, { id, asKnownAt: before })).toEqual({ recommendation: null })
    expect((await officer.read<One>(oneQuery, { id, asKnownAt: before })).recommendation?.id).toBe(id)
  })

  test('people are nobody’s business when signed out', async () => {
    const { viewer } = await officer.read<{ viewer: { id: string; name: string } }>('{ viewer { id name } }')
    expect(viewer.name).toBe('Ann Example')
    expect(await anybody.read('query ($id: ID!) { node(id: $id) { id } viewer { id } }', { id: viewer.id })).toEqual({
      node: null,
      viewer: null,
    })
  })
})

test('an answer can say what it was built from', async () => {
  const { logBounds } = await anybody.read<{ logBounds: { logPosition: string; events: number; readModelVersion: number } }>(
    '{ logBounds { logPosition events readModelVersion today } }',
  )
  expect(BigInt(logBounds.logPosition)).toBeGreaterThan(0n)
  expect(logBounds.events).toBeGreaterThan(life.types.length)
})

test('every answer says so of itself, an error too', async () => {
  const { extensions } = await anybody.ask('{ reports(first: 1) { totalCount } }')
  const { logBounds } = await anybody.read<{ logBounds: { logPosition: string; readModelVersion: number } }>(
    '{ logBounds { logPosition readModelVersion } }',
  )
  const builtFrom = { ...logBounds, halted: null, parkedStreams: 0 }
  expect(extensions).toEqual({ builtFrom })
  expect((await anybody.ask('{ reports(first: 1000) { totalCount } }')).extensions).toEqual({ builtFrom })
  expect((await anybody.ask('{ reports(first: 1) { nonsense } }')).extensions).toBeUndefined()
})

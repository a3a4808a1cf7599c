import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../test/support/database.ts'
import { createDatabase } from '../../../test/support/database.ts'
import { entryId, given, issued, project, report, streams } from '../testing/given-register.ts'
import { findingsOf, judgementsOf, listReports, reportsById } from './reports/queries.ts'
import type { PageResult, ReadModels, TimelineEntry, TimelineRequest } from '@outstanding/projection'
import {
  NotProjectedError,
  listTimelines,
  newestEntry,
  oldestEntry,
  openReadModels,
  positionAt,
  readEntries,
  readModelVersion,
  totalOf,
} from '@outstanding/projection'
import { allReadModels } from './all-read-models.ts'

const { inspection, hidden, recommendation } = streams
const item = recommendation('r1')
const facts = [
  given(inspection, '2017-01-10', report('Inspection', '2017-01-10')),
  given(item, '2017-01-10', issued(inspection, 'R1', '2017-04-30')),
  given(item, '2017-02-01', { type: 'ThemeAssigned', data: { theme: 'helth' } }),
  given(item, '2017-02-02', {
    type: 'EntryCorrected',
    data: { entry: entryId(2), reason: 'misspelt', change: { kind: 'REPLACE', fields: { theme: 'health' } } },
  }),
  given(item, '2017-02-03', { type: 'RecommendationWithheld', data: { reason: 'an error' } }),
  given(item, '2017-02-04', {
    type: 'EntryCorrected',
    data: { entry: entryId(4), reason: 'another item was meant', change: { kind: 'VOID' } },
  }),
  given(inspection, '2017-01-10', {
    type: 'JudgementRecorded',
    data: {
      judgementId: 'j',
      subject: 'Safety',
      column: null,
      section: null,
      grade: '3',
      scale: null,
      meaning: 'GOOD',
      meaningDerived: true,
      printedIn: 'TABLE',
      place: null,
    },
  }),
  given(inspection, '2017-01-10', {
    type: 'FindingRecorded',
    data: { findingId: 'f', subject: 'Visits', words: 'late', textKind: 'SUMMARY', direction: 'WEAKNESS', place: null },
  }),
  given(inspection, '2017-01-10', { type: 'ReportPublished', data: {} }),
  given(hidden, '2017-01-11', report('Hidden', null)),
]

let database: TestDatabase
let models: ReadModels
beforeAll(async () => {
  database = await createDatabase()
  models = openReadModels({ databaseUrl: database.url, models: allReadModels })
})
afterAll(async () => {
  await models.close()
  await database.drop()
})

describe('before the first projection', () => {
  it('there is nothing to read, and it says so', async () => {
    expect(await models.status()).toBeNull()
    await expect(models.openSnapshot()).rejects.toThrow(NotProjectedError)
    expect(await models.waitForPosition('1', 20)).toBe(false)
  })
})

describe('a timeline', () => {
  beforeAll(() => project(database.url, facts))

  it('has both times, and the marks of corrections', async () => {
    const page = await models.read(async (snapshot) => {
      const [result] = await listTimelines(snapshot, [item], { first: 4 })
      if (!result?.ok) return null
      expect(await totalOf(result.page)).toBe(5)
      return result.page
    })
    expect(page).toMatchObject({ hasNextPage: true })
    const [first, theme, correction, withheld] = page?.edges.map(({ node }) => node) ?? []
    expect(first).toMatchObject({
      type: 'RecommendationIssued',
      revision: 0,
      index: 1,
      position: '200',
      effectiveOn: '2017-01-10',
      recordedAt: '2026-01-01T00:00:01.000Z',
      actor: { id: 'person-1', role: 'officer', onBehalfOf: null },
      correctedBy: [],
      void: false,
    })
    expect(theme).toMatchObject({ data: { theme: 'helth' }, correctedBy: [entryId(3)], void: false })
    expect(correction).toMatchObject({ type: 'EntryCorrected', data: { reason: 'misspelt' } })
    expect(withheld).toMatchObject({ correctedBy: [entryId(5)], void: true })
    const [next] = await models.read((snapshot) => listTimelines(snapshot, [item], { first: 4, after: page?.endCursor }))
    expect(next?.ok && next.page.edges.map(({ node }) => node.revision)).toEqual([4])
  })

  it('is read from its end too, page by page, and a cursor of one order is none of the other', async () => {
    const read = async (request: TimelineRequest) => {
      const [page] = await models.read((snapshot) => listTimelines(snapshot, [item], request))
      return page as PageResult<TimelineEntry>
    }
    const latest = await read({ first: 2, newestFirst: true })
    expect(latest).toMatchObject({ page: { hasNextPage: true } })
    const after = latest.ok ? latest.page.endCursor : null
    const earlier = await read({ first: 3, newestFirst: true, after })
    const revisions = [latest, earlier].flatMap((page) => (page.ok ? page.page.edges.map(({ node }) => node.revision) : []))
    expect(revisions).toEqual([4, 3, 2, 1, 0])
    expect(earlier).toMatchObject({ page: { hasNextPage: false } })
    expect(await read({ first: 2, after })).toMatchObject({ ok: false })
  })

  it('of many streams comes in one go, each as it would alone, and a cursor is of one of them', async () => {
    await models.read(async (snapshot) => {
      const others = ['recommendation-none', item, inspection]
      const together = await listTimelines(snapshot, others, { first: 2, newestFirst: true })
      for (const [index, page] of together.entries()) {
        const [alone] = await listTimelines(snapshot, [others[index] ?? ''], { first: 2, newestFirst: true })
        if (!page.ok || !alone?.ok) throw new Error('refused')
        expect({ ...page.page, totalCount: await totalOf(page.page) }).toEqual({ ...alone.page, totalCount: await totalOf(alone.page) })
      }
      const [, second] = together
      const after = second?.ok ? second.page.endCursor : null
      const next = await listTimelines(snapshot, others, { first: 2, newestFirst: true, after })
      expect(next.map(({ ok }) => ok)).toEqual([false, true, false])
    })
  })

  it('gives the events back as they were, up to a position', async () => {
    const entries = await models.read((snapshot) => readEntries(snapshot, item, '300'))
    expect(entries.map(({ type, position }) => [type, position])).toEqual([
      ['RecommendationIssued', '200'],
      ['ThemeAssigned', '300'],
    ])
    expect(await models.read((snapshot) => readEntries(snapshot, 'recommendation-none'))).toEqual([])
  })

  it.each([
    ['2025-12-31T23:59:59.999Z', null],
    ['2026-01-01T00:00:00.000Z', '100'],
    ['2026-01-01T00:00:02.500Z', '300'],
    ['2030-01-01T00:00:00.000Z', '1000'],
  ])('knew at %s up to %s', async (instant, position) =>
    expect(await models.read((snapshot) => positionAt(snapshot, instant))).toBe(position),
  )

  it('says when its first and its last entry were recorded, up to a position', async () => {
    const at = (upTo: string | null) => models.read((snapshot) => newestEntry(snapshot, upTo))
    expect(await models.read(oldestEntry)).toEqual({ position: '100', index: 0, recordedAt: '2026-01-01T00:00:00.000Z' })
    expect(await at('250')).toEqual({ position: '200', index: 1, recordedAt: '2026-01-01T00:00:01.000Z' })
    expect(await at(null)).toMatchObject({ position: '1000', index: 9 })
    expect(await at('99')).toBeNull()
  })

  it('says where it stands', async () => {
    expect(await models.status()).toMatchObject({ position: '1000', events: 10, foreignEvents: 0, halted: null })
    expect(await models.waitForPosition('1000', 1_000)).toBe(true)
    expect(await models.waitForPosition('1001', 50)).toBe(false)
    await models.read(async (snapshot) =>
      expect(snapshot).toMatchObject({ position: '1000', events: 10, version: readModelVersion(allReadModels) }),
    )
  })
})

describe('reports', () => {
  it('come with judgements and findings, to those who may see them', async () => {
    await models.read(async (snapshot) => {
      const all = await listReports(snapshot, { audience: 'ALL' })
      expect(all.ok && all.page.edges.map(({ node }) => [node.title, node.publication])).toEqual([
        ['Inspection', 'PUBLISHED'],
        ['Hidden', 'UNPUBLISHED'],
      ])
      expect(await reportsById(snapshot, [hidden, inspection], { audience: 'PUBLIC' })).toMatchObject([
        null,
        { id: inspection, revision: 3 },
      ])
      expect(await judgementsOf(snapshot, [hidden, inspection], {})).toMatchObject([[], [{ grade: '3', report: inspection }]])
      expect(await findingsOf(snapshot, [inspection], {})).toMatchObject([[{ subject: 'Visits' }]])
    })
  })
})

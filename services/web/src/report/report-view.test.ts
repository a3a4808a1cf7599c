import { describe, expect, test } from 'vitest'
import { findingsOf, tablesOf } from './judgements-and-findings.ts'
import type { JudgementOfReportFragment } from '../queries/queries.ts'
import { publishedWords } from './report-view.ts'

const judgement = (over: Partial<JudgementOfReportFragment>): JudgementOfReportFragment => ({
  judgementId: 'j',
  subject: 'Being healthy',
  column: null,
  section: null,
  grade: '2',
  scale: '4 outstanding, 3 good, 2 adequate, 1 inadequate',
  meaning: 'ADEQUATE',
  meaningDerived: true,
  printedIn: 'TABLE',
  place: null,
  ...over,
})

const tablesTold = (judgements: readonly JudgementOfReportFragment[]) =>
  tablesOf(judgements, (of, field, key) => ({ of: `${of} ${field} ${key}`, entries: [], others: null }))

describe('judgements', () => {
  test('stand with their own scale: scales that run the other way are not mixed', () => {
    const other = '1 outstanding, 2 good, 3 adequate, 4 inadequate'
    const tables = tablesTold([
      judgement({}),
      judgement({ grade: '3', scale: other }),
      judgement({ subject: 'Staying safe', grade: '3', meaning: 'GOOD' }),
    ])
    expect(tables.map(({ scale, rows }) => [scale, rows.map(({ grade, meaning }) => [grade, meaning?.text])])).toEqual([
      [
        '4 outstanding, 3 good, 2 adequate, 1 inadequate',
        [
          ['2', 'Adequate'],
          ['3', 'Good'],
        ],
      ],
      [other, [['3', 'Adequate']]],
    ])
  })

  test('say that an equivalent grade is our interpretation: once where all are, else in the row', () => {
    expect(tablesTold([judgement({}), judgement({})])[0]).toMatchObject({
      isDerived: true,
      rows: [{ isDerived: false }, { isDerived: false }],
    })
    expect(tablesTold([judgement({}), judgement({ meaningDerived: false })])[0]).toMatchObject({
      isDerived: false,
      rows: [{ isDerived: true }, { isDerived: false }],
    })
  })

  test('each leads to the entry that recorded it', () => {
    expect(tablesTold([judgement({ column: 'Overall' })])[0]?.rows[0]?.sources).toEqual({
      of: 'Being healthy, Overall JUDGEMENT j',
      entries: [],
      others: null,
    })
  })

  test('a grade without a meaning gets none', () => {
    expect(tablesTold([judgement({ meaning: null })])[0]?.rows[0]).toMatchObject({ grade: '2', meaning: null, isDerived: false })
  })
})

test('findings are shown by subject, in the order of the report', () => {
  const found = (subject: string, words: string) => ({
    findingId: words,
    subject,
    words,
    textKind: 'SUMMARY' as const,
    direction: 'WEAKNESS' as const,
    place: null,
  })
  expect(
    findingsOf([found('b', '1'), found('a', '2'), found('b', '3')], (of) => ({ of, entries: [], others: null })).map((group) => [
      group.subject,
      group.found.map(({ words }) => words),
    ]),
  ).toEqual([
    ['b', ['1', '3']],
    ['a', ['2']],
  ])
})

describe('when a report was published', () => {
  const about = { publishedOn: '2016-10-12', publishedAsPrinted: null, publishedPrecision: 'DAY' as const }
  test.each([
    [about, '12 October 2016'],
    [{ ...about, publishedPrecision: 'NOT_AFTER' as const }, 'Not after 12 October 2016'],
    [{ ...about, publishedPrecision: 'MONTH' as const }, 'October 2016'],
    [{ ...about, publishedAsPrinted: 'Autumn 2016' }, 'Autumn 2016'],
    [{ ...about, publishedOn: null, publishedPrecision: 'UNKNOWN' as const }, 'Not known'],
  ])('%j', (given, words) => expect(publishedWords(given)).toBe(words))
})

import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import { gradeIn, scaleIn } from './grade-words.ts'

async function grades(text: string, name = 'report.md') {
  const outcome = await readDocument(name, Buffer.from(text))
  return outcome.ok ? outcome.reading.grades.map((g) => [g.subject, g.value, g.column ?? null, g.scale]) : []
}

test('a table of columns gives a grade for each filled cell, with the scale that the document states', async () => {
  const table =
    'Grades awarded:\n\n4: outstanding; 3: good; 2: adequate; 1: inadequate\n\n\tServices overall\tCouncil services\nBeing healthy\t2\t\nCapacity to improve\t3\t2\n'
  const scale = '4: outstanding; 3: good; 2: adequate; 1: inadequate'
  expect(await grades(table, 'report.txt')).toEqual([
    ['Being healthy', '2', 'Services overall', scale],
    ['Capacity to improve', '3', 'Services overall', scale],
    ['Capacity to improve', '2', 'Council services', scale],
  ])
})

test('a grade over two lines, below a head cell "Judgement Grade"', async () => {
  const text =
    'Inspection of Oak House\n\nArea                      Judgement Grade\n\nLeadership                Good\nCare                      Requires\n                          improvement\nSafety                    Inadequate\n'
  expect((await grades(text, 'report.txt')).map((g) => [g[0], g[1]])).toEqual([
    ['Leadership', 'Good'],
    ['Care', 'Requires improvement'],
    ['Safety', 'Inadequate'],
  ])
})

test('two grades or more told in sentences are read; one alone may be somebody else’s', async () => {
  const first = 'The leadership of the home was judged to be ‘good’.'
  expect((await grades(`# Report\n\n${first} Inspectors judged that care is ‘requires improvement’.\n`)).map((g) => [g[0], g[1]])).toEqual([
    ['leadership of the home', 'good'],
    ['care', 'requires improvement'],
  ])
  expect(await grades(`# Report\n\n${first}\n`)).toEqual([])
})

test('the grade of an earlier inspection is not this one’s', async () => {
  expect(
    await grades(
      '| Overall effectiveness | Previous inspection: | Good |\n|---|---|---|\n|  | This inspection: | Inadequate |\n| Quality of teaching |  | Good |\n',
    ),
  ).toEqual([
    ['Overall effectiveness', 'Inadequate', null, null],
    ['Quality of teaching', 'Good', null, null],
  ])
})

test('headings that repeat a record are counted once; one that adds a subject is kept', async () => {
  const text =
    '| Judgement | Grade |\n|---|---|\n| Help and protection | Inadequate |\n| Leadership | Good |\n\n## Help and protection: inadequate\n\nText.\n\n## The Safeguarding Board is good\n\nText.\n'
  expect((await grades(text)).map((g) => [g[0], g[1]])).toEqual([
    ['Help and protection', 'Inadequate'],
    ['Leadership', 'Good'],
    ['The Safeguarding Board', 'good'],
  ])
})

test('definitions of grades and counts are no grades', async () => {
  expect(
    await grades(
      '| Opinion | What it means |\n|---|---|\n| Good | A service that exceeds what is asked |\n| Adequate | A service that meets it |\n',
    ),
  ).toEqual([])
})

test('grade words and scales', () => {
  expect(gradeIn('Requires improvement ●')).toBe('Requires improvement')
  expect(gradeIn('Grade 4 (inadequate)')).toBe('Grade 4 (inadequate)')
  expect(gradeIn('Good progress was made')).toBeNull()
  expect(scaleIn(['Outstanding (Grade 1)', 'Good (Grade 2)', 'Adequate (Grade 3)'])).toBe(
    'Outstanding (Grade 1); Good (Grade 2); Adequate (Grade 3)',
  )
})

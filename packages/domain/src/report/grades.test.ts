import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stated2006, stated2010 } from '../../testing/report/examples.ts'
import { compareGradeMeanings, gradeMeaning, gradeOnScale, readScale } from './grades.ts'

const gradesOf2013 = 'Outstanding (Grade 1); Good (Grade 2); Adequate (Grade 3); Inadequate (Grade 4)'
const named = 'Outstanding; Good; Requires improvement to be good; Inadequate'

describe('the meaning of a grade', () => {
  it.each([
    ['4', stated2006, 'OUTSTANDING', true],
    ['3', stated2006, 'GOOD', true],
    ['2', stated2006, 'ADEQUATE', true],
    ['1', stated2006, 'INADEQUATE', true],
    ['1', stated2010, 'OUTSTANDING', true],
    ['2', stated2010, 'GOOD', true],
    ['3', stated2010, 'ADEQUATE', true],
    ['4', stated2010, 'INADEQUATE', true],
    ['Grade 4', gradesOf2013, 'INADEQUATE', true],
    ['Grade 4 (Inadequate)', stated2010, 'INADEQUATE', false],
    ['Grade 3 (Adequate)', null, 'ADEQUATE', false],
    ['Good', null, 'GOOD', false],
    ['outstanding', named, 'OUTSTANDING', false],
    ['Requires improvement to be good', named, 'ADEQUATE', false],
    ['requires improvement', null, 'ADEQUATE', false],
    ['very good', null, 'OUTSTANDING', true],
    ['Excellent', null, 'OUTSTANDING', true],
    ['satisfactory', null, 'ADEQUATE', true],
    ['INADEQUATE', null, 'INADEQUATE', false],
  ] as const)('%j on %j is %s, derived: %j', (grade, scale, meaning, derived) =>
    expect(gradeMeaning(grade, scale)).toEqual({ meaning, derived }),
  )
  it.each([
    ['4', null],
    ['5', stated2006],
    ['good or outstanding', null],
    ['very good and inadequate', null],
    ['adequate to good', stated2010],
    ['12', stated2006],
    ['2', 'no scale at all'],
    ['2', '2 splendid'],
    ['', stated2006],
    ['Serious', stated2006],
  ])('%j on %j is none', (grade, scale) => expect(gradeMeaning(grade, scale)).toBeNull())
  it('reads a scale either way round', () => {
    expect([...readScale(stated2006)]).toEqual([
      [4, 'OUTSTANDING'],
      [3, 'GOOD'],
      [2, 'ADEQUATE'],
      [1, 'INADEQUATE'],
    ])
    expect([...readScale(gradesOf2013)]).toEqual([
      [1, 'OUTSTANDING'],
      [2, 'GOOD'],
      [3, 'ADEQUATE'],
      [4, 'INADEQUATE'],
    ])
    expect([...readScale(named)]).toEqual([])
  })
  it('finds the number of a meaning', () => {
    expect(gradeOnScale('INADEQUATE', stated2006)).toBe(1)
    expect(gradeOnScale('INADEQUATE', stated2010)).toBe(4)
    expect(gradeOnScale('GOOD', named)).toBeNull()
  })
  it('goes there and back on every scale', () =>
    fc.assert(
      fc.property(fc.constantFrom(stated2006, stated2010, gradesOf2013), fc.integer({ min: 1, max: 4 }), (scale, number) => {
        const interpretation = gradeMeaning(String(number), scale)
        expect(interpretation && gradeOnScale(interpretation.meaning, scale)).toBe(number)
      }),
    ))
  it('compares by meaning', () => {
    const meanings = ['INADEQUATE', 'OUTSTANDING', 'ADEQUATE', 'GOOD'] as const
    expect(meanings.toSorted(compareGradeMeanings)).toEqual(['INADEQUATE', 'ADEQUATE', 'GOOD', 'OUTSTANDING'])
    expect(compareGradeMeanings('GOOD', 'GOOD')).toBe(0)
  })
})

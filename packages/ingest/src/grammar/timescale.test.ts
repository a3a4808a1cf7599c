import { expect, test } from 'vitest'
import { gradeTimescale, timescaleHeading, timescaleInWording } from './timescale.ts'

test.each([
  'Immediately:',
  'Within three months',
  'For action over the next six months',
  'For action in the longer term',
  'For immediate action',
  'By April 2011',
  'Priority and immediate action',
  'Within 6 months:',
])('"%s" is a timescale and nothing else', (text) => {
  expect(timescaleHeading(text)).not.toBeNull()
})

test.each(['Immediate safeguarding', 'Areas for improvement', 'Within the council, three months of work'])('"%s" is none', (text) => {
  expect(timescaleHeading(text)).toBeNull()
})

test.each([
  ['Reply by the end of July 2017 at the latest', 'by the end of July 2017'],
  ['It should, within six months from the date of this Report, publish guidance', 'within six months from the date of this Report'],
  ['The office should immediately adopt the guidelines', 'immediately'],
  ['Complete the audit before the end of 2027', 'before the end of 2027'],
  ['Inspect all crossings within a year', 'within a year'],
])('%s: %s', (text, printed) => {
  expect(timescaleInWording(text)).toBe(printed)
})

test.each([
  'Decisions are immediately recorded on file',
  'Share information within five working days',
  'Assess within 45 days of referral',
  'People who had a transfusion before 1996 should be told',
  'Review the list at least once every five years',
  'Keep a record of restraint within 24 hours of its use',
])('a standard or a span, no deadline: %s', (text) => {
  expect(timescaleInWording(text)).toBeNull()
})

test('grades as the tracking rules name them', () => {
  expect(gradeTimescale('Within three months')).toEqual({ grade: 'withinMonths', months: 3 })
  expect(gradeTimescale('within two years')).toEqual({ grade: 'withinMonths', months: 24 })
  expect(gradeTimescale('Immediately')).toEqual({ grade: 'immediate', months: null })
  expect(gradeTimescale('For action in the longer term')).toEqual({ grade: 'longerTerm', months: null })
  expect(gradeTimescale('by 31 March 2020')).toEqual({ grade: 'byDate', months: null })
  expect(gradeTimescale('by April 2017')).toEqual({ grade: 'byMonth', months: null })
  expect(gradeTimescale(null)).toEqual({ grade: 'notGiven', months: null })
})

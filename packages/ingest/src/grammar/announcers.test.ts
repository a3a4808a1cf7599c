import { expect, test } from 'vitest'
import { announcementIn, fitsDocument, whyNotAnnounced } from './announcers.ts'

test.each([
  ['Recommendations', 'recommendations'],
  ['4. Conclusions and recommendations', 'recommendations'],
  ['Annex B: Full list of recommendations', 'recommendations'],
  ['Summary of key recommendations', 'recommendations'],
  ['Recommendations to the Ministry of Justice', 'recommendations'],
  ['Recommendations issued over the period', 'recommendations'],
  ['Areas for improvement', 'areas for improvement'],
  ['Key areas for further development', 'areas for improvement'],
  ['What needs to improve?', 'areas for improvement'],
  ['What does the local authority need to improve?', 'areas for improvement'],
  ['What does the school need to do to improve further?', 'areas for improvement'],
  ['What needs to improve in this area of social work practice', 'areas for improvement'],
  ['Areas for priority action', 'priority action'],
  ['Priority and immediate action', 'priority action'],
  ['Action the hospital MUST take to improve', 'required action'],
  ["CORONER'S CONCERNS", 'matters of concern'],
])('"%s" announces %s', (heading, kind) => {
  expect(announcementIn(heading)?.kind).toBe(kind)
})

test.each([
  'Progress against previous recommendations',
  'Follow up of prior year recommendations',
  'Government response to the recommendations',
  'Our approach to recommendations from audits',
  'To make recommendations',
  'Reasons for recommendations',
  'Decisions recommended',
  'Key strengths',
  'Findings',
  'What is it like to attend this school?',
  'What does the school do well and what does it need to do better?',
  'Improving recommendations engines in retail',
])('"%s" announces nothing', (heading) => {
  expect(announcementIn(heading)).toBeNull()
})

test('a heading names the owner, and a priority heading is the timescale', () => {
  expect(announcementIn('What does the LSCB need to improve?')?.owner).toBe('the LSCB')
  expect(announcementIn('Recommendations to the Information Commissioner')?.owner).toBe('the Information Commissioner')
  expect(announcementIn('Priority and immediate action')?.timescale).toBe('Priority and immediate action')
  expect(announcementIn('Areas for priority action')?.timescale).toBeNull()
})

test('"Requirements" and "Concerns" announce in the documents of inspectors and coroners only', () => {
  expect(fitsDocument('Requirements', 'The registered person must comply')).toBe(true)
  expect(fitsDocument('Requirements', 'Each API must return JSON')).toBe(false)
  expect(fitsDocument('Concerns', 'an inquest was held')).toBe(true)
  expect(fitsDocument('Concerns', 'residents wrote to us')).toBe(false)
})

test('a heading that speaks of recommendations without making any says why', () => {
  expect(whyNotAnnounced('Progress against previous recommendations')).toContain('progress')
})

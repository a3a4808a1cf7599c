import { expect, test } from 'vitest'
import { beginsWithInstruction } from './instruction.ts'

test.each([
  'Ensure that every visit is recorded within a day.',
  'Clear the backlog of overdue assessments.',
  'Model the effect of the new rates before they are set.',
  'Prioritize inspections of sites with late reports.',
  'Recoup $1,200,000 in unallowable costs from the grantee.',
  'Staff the night desk with two clerks.',
  'Champion the needs of carers at board level.',
  'Deconflict the two procedures on evidence.',
  'Urgently recruit a permanent head of service.',
  'In consultation with users, redesign the portal.',
  'By March 2025, publish the results of the trial.',
  'Establish, in partnership with schools, a register of pupils.',
  'Do not renew the licence until the survey is complete.',
])('an instruction: %s', (text) => expect(beginsWithInstruction(text)).toBe(true))

test.each([
  'Plans are reviewed each month by a manager.',
  'Clear guidance is available on the website.',
  'Model answers were provided to the examiners.',
  'Review of the files showed many gaps.',
  'Lead officers meet monthly to discuss risks.',
  'Record keeping had improved since the last visit.',
  'Increased demand has put pressure on the team.',
  'Document library.',
  'Design and construction of the vessel.',
  'Access to the system was not restricted.',
  'Ofsted Inspects Schools',
])('no instruction: %s', (text) => expect(beginsWithInstruction(text)).toBe(false))

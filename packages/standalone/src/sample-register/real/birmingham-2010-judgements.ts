import type { SampleJudgement } from '../sample-report.ts'

/** As the report of 2010 states it: here 1 is the best. */
export const inspectionScale2010 = 'Outstanding (1), Good (2), Adequate (3), Inadequate (4)'

const safeguarding = 'Safeguarding services'
const lookedAfter = 'Services for looked after children'
const outcomes = 'Outcomes for children and young people'
const outcomesInCare = 'Outcomes for looked after children and care leavers'
const provision = 'Quality of provision'
const leadership = 'Leadership and management'
const evaluation = 'Evaluation, including performance management, quality assurance and workforce development'

/** The record of main findings, row by row: line of the text, section, subject, grade. Names of subjects and sections are printed whole. */
const safeguardingRows = [
  [367, null, 'Overall effectiveness', 'Inadequate'],
  [368, null, 'Capacity for improvement', 'Inadequate'],
  [
    370,
    outcomes,
    'Children and young people are safe: effectiveness of services in taking reasonable steps to ensure that children and young people are safe',
    'Inadequate',
  ],
  [
    371,
    outcomes,
    'Children and young people feel safe: effectiveness of services in helping to ensure that children and young people feel safe',
    'Adequate',
  ],
  [373, provision, 'Service responsiveness including complaints', 'Inadequate'],
  [374, provision, 'Assessment and direct work with children and families', 'Inadequate'],
  [375, provision, 'Case planning, review and recording', 'Inadequate'],
  [377, leadership, 'Ambition and prioritisation', 'Adequate'],
  [378, leadership, evaluation, 'Inadequate'],
  [379, leadership, 'User engagement', 'Adequate'],
  [380, leadership, 'Partnerships', 'Inadequate'],
  [381, leadership, 'Equality and diversity', 'Adequate'],
  [382, leadership, 'Value for money', 'Adequate'],
] as const
const lookedAfterRows = [
  [385, null, 'Overall effectiveness', 'Adequate'],
  [386, null, 'Capacity for improvement', 'Adequate'],
  [388, outcomesInCare, 'Being healthy', 'Inadequate'],
  [389, outcomesInCare, 'Staying safe', 'Adequate'],
  [390, outcomesInCare, 'Enjoying and achieving', 'Good'],
  [391, outcomesInCare, 'Making a positive contribution', 'Good'],
  [392, outcomesInCare, 'Economic well-being', 'Adequate'],
  [394, provision, 'Service responsiveness', 'Adequate'],
  [395, provision, 'Assessment and direct work with children', 'Adequate'],
  [396, provision, 'Case planning, review and recording', 'Adequate'],
  [398, leadership, 'Ambition and prioritisation', 'Adequate'],
  [399, leadership, evaluation, 'Adequate'],
  [400, leadership, 'User engagement', 'Good'],
  [401, leadership, 'Partnerships', 'Good'],
  [402, leadership, 'Equality and diversity', 'Adequate'],
  [403, leadership, 'Value for money', 'Adequate'],
] as const

/** Grades of whole sections, printed at their heads only: not rows of the record. */
const sectionGrades = [
  [safeguarding, provision, 'Grade 4 (Inadequate)', 'page 10, lines 158 to 160 of the text'],
  [safeguarding, leadership, 'Grade 4 (Inadequate)', 'page 14, line 196 of the text'],
  [lookedAfter, provision, 'Grade 3 (Adequate)', 'page 23, lines 318 to 320 of the text'],
  [lookedAfter, leadership, 'Grade 3 (Adequate)', 'page 25, lines 340 to 342 of the text'],
] as const

type Rows = readonly (readonly [number, string | null, string, string])[]

const inRecord = (column: string, prefix: string, rows: Rows): readonly SampleJudgement[] =>
  rows.map(([line, section, subject, grade], index) => ({
    id: `${prefix}-${String(index + 1).padStart(2, '0')}`,
    subject,
    column,
    section,
    grade,
    scale: inspectionScale2010,
    meaning: null,
    printedIn: 'TABLE',
    place: `page 28, Record of main findings, line ${line} of the text`,
  }))

export const judgements2010: readonly SampleJudgement[] = [
  ...inRecord(safeguarding, 'safeguarding', safeguardingRows),
  ...inRecord(lookedAfter, 'looked-after', lookedAfterRows),
  ...sectionGrades.map(([column, subject, grade, place], index): SampleJudgement => ({
    id: `section-${index + 1}`,
    subject,
    column,
    section: null,
    grade,
    scale: inspectionScale2010,
    meaning: null,
    printedIn: 'TEXT',
    place,
  })),
]

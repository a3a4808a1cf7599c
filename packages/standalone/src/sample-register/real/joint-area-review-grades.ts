import type { SampleJudgement } from '../sample-report.ts'

/** As the reports of 2006 and 2007 state it: here 4 is the best. */
export const jointAreaReviewScale = '4 outstanding, 3 good, 2 adequate, 1 inadequate'

const local = 'Local services overall'
const council = 'Council services'
const health = 'Health services'

/** The twelve cells of the table of grades, row by row, each with the line of the text that its row stands on. */
const cells = [
  ['Being healthy', local, 0],
  ['Staying safe', local, 1],
  ['Enjoying and achieving', local, 2],
  ['Making a positive contribution', local, 3],
  ['Achieving economic well-being', local, 4],
  ['Service management', local, 5],
  ['Capacity to improve', local, 6],
  ['Capacity to improve', council, 6],
  ["Children's services", council, 7],
  ['The education service', council, 8],
  ['The social care services for children', council, 9],
  ['The health service for children', health, 10],
] as const

export const jointAreaReviewJudgements = (grades: readonly string[], page: string, firstLine: number): readonly SampleJudgement[] =>
  cells.map(([subject, column, row], index) => ({
    id: `grade-${String(index + 1).padStart(2, '0')}`,
    subject,
    column,
    section: null,
    grade: grades[index] ?? '',
    scale: jointAreaReviewScale,
    meaning: null,
    printedIn: 'TABLE',
    place: `page ${page}, Grades, line ${firstLine + row} of the text`,
  }))

import type { SampleReport, SampleVisit } from '../sample-report.ts'
import { visitSteps } from '../steps/visit-steps.ts'
import { streamOfReport } from '../steps/stream-of.ts'
import { exampleBorough } from './borough.ts'
import { exampleReports, monitoringLetter } from './reports.ts'
import { streamOf } from './tell.ts'

/** A visit that contradicts what the responsible member says: the supervision is planned, and is not on record. */
export const exampleVisit: SampleVisit = {
  key: 'example/visit/2025',
  report: monitoringLetter.key,
  authority: exampleBorough,
  body: 'Inspectorate of Examples',
  ordinal: 1,
  from: '2025-10-07',
  to: '2025-10-08',
  datePrecision: 'DAY',
  knownFrom: 'LETTER',
  letterOn: '2025-10-22',
  scope: 'Supervision in the social work teams.',
  document: null,
  place: 'the letter',
  on: '2025-10-22',
  findings: [
    {
      ref: 'F1',
      area: 'Supervision',
      words: 'In five of twelve cases no supervision was on record.',
      direction: 'UNCHANGED',
      figures: [
        {
          what: 'cases without supervision on record',
          value: '5',
          unit: 'of 12',
          period: 'October 2025',
          comparator: { value: '5', of: 'the inspection of January 2025' },
          benchmark: null,
          better: 'LOWER',
        },
      ],
      outstandingSince: { on: '2025-01-31', precision: 'DAY', asPrinted: 'the inspection of January 2025' },
      place: 'page 2',
      items: ['EXI2025-01'],
    },
    {
      ref: 'F2',
      area: 'Supervision',
      words: 'Every team has a supervision calendar.',
      direction: 'POSITIVE',
      figures: [],
      outstandingSince: null,
      place: 'page 2',
      items: ['EXI2025-01'],
    },
  ],
}

const documentOf = (reports: readonly SampleReport[], key: string): string => {
  const report = reports.find((one) => one.key === key)
  if (report === undefined) throw new Error(`The sample has no report ${key}.`)
  return streamOfReport(report)
}

export const exampleVisitSteps = visitSteps(exampleVisit, {
  report: (key) => documentOf(exampleReports, key),
  item: (local) => streamOf(exampleReports, local),
})

import { on } from '../scenario.ts'

export const item = 'recommendation-example-borough.0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f'
export const itemOfFinding = { id: item, reference: 'R1', since: '2017-04-04', isMerged: false }

export const recordVisit = on('2018-01-19', 'RecordVisit', {
  body: 'The inspectorate',
  authority: 'example-borough',
  ordinal: 3,
  from: '2017-12-12',
  to: '2017-12-13',
  datePrecision: 'DAY',
  knownFrom: 'LETTER',
  letterOn: '2018-01-19',
  report: 'report-example-borough.0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f',
  scope: 'Child protection plans',
} as const)
export const recordVisitFinding = on('2018-01-19', 'RecordVisitFinding', {
  ref: 'F17',
  area: 'Plans that end early',
  words: 'More plans end at the first review than at the last inspection.',
  textKind: 'SUMMARY',
  direction: 'WORSE',
  figures: [
    {
      what: 'cases that ended at the first review',
      value: '37',
      unit: 'percent',
      period: 'October 2017',
      comparator: { value: '29', of: 'the last inspection' },
      benchmark: null,
      better: 'LOWER',
    },
  ],
  outstandingSince: { on: '2016-11-30', precision: 'MONTH', asPrinted: 'the last inspection, November 2016' },
  place: 'line 7 of the text',
} as const)
export const linkFinding = on('2018-01-19', 'LinkFinding', {
  ref: 'F17',
  items: [item],
  ofItems: [itemOfFinding],
  reportPublished: true,
} as const)

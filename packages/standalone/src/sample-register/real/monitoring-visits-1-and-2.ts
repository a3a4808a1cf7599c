import type { SampleVisit, SampleVisitFinding } from '../sample-report.ts'
import { committeePack2018 } from './documents.ts'

const found = (
  ref: string,
  direction: SampleVisitFinding['direction'],
  line: string,
  area: string,
  words: string,
  items: readonly string[] = [],
): SampleVisitFinding => ({
  ref,
  area,
  words,
  direction,
  figures: [],
  outstandingSince: null,
  place: `pages 11 to 82, line ${line} of the text`,
  items,
})

const ofPack = {
  authority: 'birmingham',
  body: 'Ofsted',
  datePrecision: 'MONTH',
  knownFrom: 'SUMMARY_OF_THE_INSPECTED',
  letterOn: null,
  document: committeePack2018,
} as const

/** Their letters are not in the pack: both visits are known from the fourth report of the council's improvement quartet. */
export const monitoringVisits1And2: readonly SampleVisit[] = [
  {
    ...ofPack,
    key: 'visit/ofsted-1',
    report: 'report/monitoring-visit-may-2017',
    ordinal: 1,
    from: '2017-05-01',
    to: '2017-05-31',
    scope: 'The front door, and children who go missing or are at risk of sexual exploitation.',
    place: 'pages 11 to 82, lines 460 to 465 of the text',
    on: '2017-05-31',
    findings: [
      found('F1', 'IMPROVED', '462', "Children's services", 'Services have made steady progress.'),
      found('F2', 'NEEDS_IMPROVEMENT', '463', "Children's services", 'Much more progress is needed before services are good consistently.'),
      found('F3', 'IMPROVED', '463', 'Timeliness', 'In several key areas children get better help, and get it sooner.'),
      found(
        'F4',
        'IMPROVED',
        '464',
        'Children missing or sexually exploited',
        'Services for these young people are better than before, from a low start.',
        ['MISSING2016-R2'],
      ),
      found('F5', 'POSITIVE', '465', 'Morale', 'Staff who met the inspectors were in good spirits.'),
    ],
  },
  {
    ...ofPack,
    key: 'visit/ofsted-2',
    report: 'report/monitoring-visit-september-2017',
    ordinal: 2,
    from: '2017-09-01',
    to: '2017-09-30',
    scope: 'Disabled children, and children in need in the safeguarding teams.',
    place: 'pages 11 to 82, lines 467 to 476 of the text',
    on: '2017-09-30',
    findings: [
      found('F1', 'IMPROVED', '469', "Children's services", 'Inspectors saw improvement over the year since the full inspection.'),
      found(
        'F2',
        'IMPROVED',
        '470',
        'Workforce and caseloads',
        'The workforce is more stable, caseloads can be managed, and there is more evidence of direct work with families.',
      ),
      found('F3', 'POSITIVE', '471', 'Visits to children', 'Social workers see children regularly and build relationships with them.'),
      found(
        'F4',
        'NEEDS_IMPROVEMENT',
        '472',
        'Management oversight',
        'Managers oversee the beginning and the end of assessments, but do not always challenge or reflect enough.',
      ),
      found(
        'F5',
        'NEEDS_IMPROVEMENT',
        '473',
        'Work between agencies',
        'Work between agencies was appropriate in most cases seen, but not consistently evident and effective.',
      ),
      found('F6', 'POSITIVE', '474', 'Training', 'Social workers spoke well of their training and tools.'),
    ],
  },
]

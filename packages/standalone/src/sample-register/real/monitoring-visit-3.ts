import type { SampleFigure, SampleVisit, SampleVisitFinding } from '../sample-report.ts'
import { committeePack2018 } from './documents.ts'

const lines = (...numbers: readonly string[]): string =>
  `pages 11 to 82, ${numbers.length === 1 ? `line ${numbers[0]}` : `lines ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`} of the text`

const noMore = { figures: [], outstandingSince: null, items: [] } as const

const percent = (figure: Pick<SampleFigure, 'what' | 'value' | 'period' | 'comparator' | 'benchmark'>): SampleFigure => ({
  ...figure,
  unit: 'percent',
  better: 'LOWER',
})

/** The letter itself prints "in 2016" for one finding, and "November 2016" for the inspection that it means. */
const lastInspection = { on: '2016-11-30', precision: 'MONTH' } as const

const early: SampleVisitFinding = {
  ...noMore,
  ref: 'F17',
  area: 'Child protection plans that end too early',
  words:
    'Too many plans still end too early. The authority has not set a course for improvement, so children may be at risk for too long. The letter calls this a lack of progress; its figures got worse.',
  direction: 'WORSE',
  figures: [
    percent({
      what: 'child protection cases that ended at the first review, reported by the authority',
      value: '37',
      period: 'October 2017',
      comparator: { value: '29', of: 'the last inspection, November 2016' },
      benchmark: null,
    }),
  ],
  outstandingSince: { ...lastInspection, asPrinted: 'the last inspection (November 2016)' },
  place: lines('1199', '1219'),
}

const second: SampleVisitFinding = {
  ...noMore,
  ref: 'F18',
  area: 'Second child protection plans',
  words: 'More children have a second plan than at the last inspection, and more than in England: first plans do not reduce risk enough.',
  direction: 'WORSE',
  figures: [
    percent({
      what: 'children who became subject to a second plan (the letter gives no date for this figure)',
      value: '24',
      period: null,
      comparator: { value: '21.7', of: 'the last inspection' },
      benchmark: { value: '18.7', of: 'England, 2016-17' },
    }),
  ],
  place: lines('1199', '1219'),
}

const beforeCourt: SampleVisitFinding = {
  ...noMore,
  ref: 'F16',
  area: 'Public Law Outline (work before care proceedings)',
  words: 'The process before court was timely in most cases seen, and fewer care proceedings were started.',
  direction: 'IMPROVED',
  figures: [
    {
      what: 'families in the process, reported by the authority',
      value: '175',
      unit: null,
      period: 'December 2017',
      comparator: null,
      benchmark: null,
      better: null,
    },
    {
      what: 'care proceedings started',
      value: '15',
      unit: 'a month',
      period: 'four months to December 2017',
      comparator: { value: '25', of: 'first four months of 2017' },
      benchmark: null,
      better: 'LOWER',
    },
  ],
  place: lines('1217'),
  items: ['SLAC2010-11'],
}

const found = (
  direction: SampleVisitFinding['direction'],
  [ref, area, words, ...where]: readonly [ref: string, area: string, words: string, ...where: readonly string[]],
): SampleVisitFinding => ({ ...noMore, ref, area, words, direction, place: lines(...where) })

const plans = 'Child protection plans'
const oversight = 'Management oversight'
const assessments = 'Assessments for review conferences'

/** The letter in full stands in the committee pack. What it says, in our words: 21 findings in the order of the letter. */
export const monitoringVisit3: SampleVisit = {
  key: 'visit/ofsted-3',
  report: 'report/monitoring-letter-2018',
  authority: 'birmingham',
  body: 'Ofsted',
  ordinal: 3,
  from: '2017-12-12',
  to: '2017-12-13',
  datePrecision: 'DAY',
  knownFrom: 'LETTER',
  letterOn: '2018-01-19',
  scope: 'Children with a child protection plan, the support of partners, the Public Law Outline, and plans that end too early.',
  document: committeePack2018,
  place: 'pages 11 to 82, lines 1174 to 1234 of the text',
  on: '2018-01-19',
  findings: [
    found('IMPROVED', [
      'F1',
      'Caseloads',
      'Social workers have fewer cases than at the last inspection, and it has stayed so.',
      '1199',
      '1203',
    ]),
    found('IMPROVED', ['F2', 'Agency staff', 'Fewer agency social workers are used, and their number is still falling.', '1199', '1203']),
    found('IMPROVED', [
      'F3',
      'Stability of the workforce',
      'The workforce is more stable, and so are its relationships with families and children.',
      '1203',
    ]),
    found('POSITIVE', ['F4', plans, 'Plans look to outcomes and are regularly reviewed. Most have clear actions.', '1205']),
    found('NEEDS_IMPROVEMENT', [
      'F5',
      plans,
      'Some plans leave out important work that is still to be done, so they help less to make progress in time.',
      '1205',
    ]),
    found('POSITIVE', [
      'F6',
      'Visits to children',
      'Almost every child with a plan is visited as often as the plan says, and many more often.',
      '1205',
    ]),
    found('POSITIVE', ['F7', 'Threshold', 'Inspectors saw no child with a plan who should not have one.', '1205']),
    found('NEEDS_IMPROVEMENT', [
      'F8',
      'Progress in plans',
      'Progress is uneven, at times because partners do not take part in conferences and core groups.',
      '1199',
    ]),
    found('POSITIVE', ['F9', 'Core groups', 'Core groups meet regularly and measure progress by the plan.', '1207']),
    {
      ...found('UNCHANGED', ['F10', 'Core groups', 'Plans are still not updated after core groups.', '1207']),
      outstandingSince: { ...lastInspection, asPrinted: 'the last inspection in 2016' },
      items: ['JAR2007-01', 'SLAC2010-03'],
    },
    found('NEEDS_IMPROVEMENT', [
      'F11',
      'Partners at conferences and core groups',
      'Invited partners were too often absent, chairs did not challenge this, and some conferences went ahead without a quorum.',
      '1209',
      '1211',
    ]),
    found('POSITIVE', [
      'F12',
      assessments,
      'Assessments are mostly done in good time, with clear reasons and management oversight.',
      '1213',
    ]),
    found('NEEDS_IMPROVEMENT', [
      'F13',
      assessments,
      'Not all of them analyse what the risks mean for the child, or show how the child lives.',
      '1213',
    ]),
    found('POSITIVE', ['F14', oversight, 'Managers regularly oversee the cases that inspectors saw.', '1215']),
    found('NEEDS_IMPROVEMENT', ['F15', oversight, 'Their actions often have no timescale, and little reflection is recorded.', '1215']),
    beforeCourt,
    early,
    second,
    found('POSITIVE', [
      'F19',
      'Response to plans that end early',
      'The authority sees this as a serious concern and has begun a review of practice.',
      '1221',
    ]),
    found('IMPROVED', ['F20', 'Quality of practice', 'Social work practice is somewhat better than at the last inspection.', '1223']),
    found('NEEDS_IMPROVEMENT', [
      'F21',
      'Quality of practice',
      'More work is needed before practice is good for every child, every time.',
      '1199',
      '1223',
    ]),
  ],
}

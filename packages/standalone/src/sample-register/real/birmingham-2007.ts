import type { SampleRecommendation, SampleReport } from '../sample-report.ts'
import { findings2007 } from './birmingham-2007-findings.ts'
import { jointAreaReview2007 } from './documents.ts'
import { jointAreaReviewJudgements } from './joint-area-review-grades.ts'

const sixMonths = 'For action over the next six months'
const at = (line: number) => ({ page: '10', heading: 'Recommendations', line: String(line) })

const recommendations: readonly SampleRecommendation[] = [
  {
    local: 'JAR2007-01',
    reference: null,
    ordinal: 1,
    title: 'Better care plans and case files in social care',
    text: 'Improve the quality of care plans and of case files in social care.',
    timescale: 'For immediate action',
    theme: 'Care planning and recording',
    place: at(183),
  },
  {
    local: 'JAR2007-02',
    reference: null,
    ordinal: 2,
    title: 'Find and protect privately fostered children',
    text: 'Set up effective ways to identify privately fostered children and keep them safe.',
    timescale: sixMonths,
    theme: 'Private fostering',
    place: at(189),
  },
  {
    local: 'JAR2007-03',
    reference: null,
    ordinal: 3,
    title: 'More rigorous quality assurance of social care',
    text: 'Make quality assurance in social care more rigorous.',
    timescale: sixMonths,
    theme: 'Quality assurance',
    place: at(190),
  },
  {
    local: 'JAR2007-04',
    reference: null,
    ordinal: 4,
    title: 'Leisure and transition for young people with learning difficulties or disabilities',
    text: 'Improve services for young people who have a learning difficulty or a disability, such as leisure activities and plans for the move to provision after 16 and to adult services.',
    timescale: sixMonths,
    theme: 'Disability and transition',
    place: at(191),
  },
  {
    local: 'JAR2007-05',
    reference: null,
    ordinal: 5,
    title: 'Say how the shift to prevention will be made',
    text: 'Say clearly how services will change from high intervention to prevention, and rank the priorities.',
    timescale: sixMonths,
    theme: 'Prevention and family support',
    place: at(192),
  },
  {
    local: 'JAR2007-06',
    reference: null,
    ordinal: 6,
    title: 'Mental health provision that suits ages 16 and 17',
    text: 'Provide facilities that suit the age of 16 and 17 year olds who have mental health problems.',
    timescale: sixMonths,
    theme: 'Mental health',
    place: at(193),
  },
  {
    local: 'JAR2007-07',
    reference: null,
    ordinal: 7,
    title: 'Fewer young people not in education, employment or training',
    text: 'Reduce how many young people have no education, employment or training.',
    timescale: 'For action in the longer term',
    theme: 'Education, employment and training',
    place: at(199),
  },
]

export const birmingham2007: SampleReport = {
  key: 'report/jar-birmingham-2007',
  title: "Joint area review of children's services in Birmingham",
  publisher: 'Ofsted',
  framework: 'Joint area review',
  kind: 'INSPECTION',
  authority: 'birmingham',
  authorityName: 'Birmingham',
  reference: '330',
  publishedOn: '2007-02-06',
  publishedAsPrinted: '6 February 2007',
  publishedPrecision: 'DAY',
  inspectedFrom: null,
  inspectedTo: null,
  addressee: 'The council and its partners',
  seenIn: null,
  summary:
    'Ten inspectorates and commissions look at what all services together do for children in Birmingham: good overall, adequate for health and safety. The report speaks in one place of good work against offending, in its annex of adequate work; both are kept as printed.',
  illustrative: false,
  document: jointAreaReview2007,
  place: 'title page, lines 5 to 27 of the text',
  on: '2007-02-06',
  adopted: null,
  judgements: jointAreaReviewJudgements(['2', '2', '3', '3', '3', '3', '3', '3', '3', '3', '2', '2'], '10', 165),
  findings: findings2007,
  recommendations,
}

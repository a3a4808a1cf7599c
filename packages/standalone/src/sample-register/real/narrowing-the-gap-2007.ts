import type { SampleFinding, SampleRecommendation, SampleReport } from '../sample-report.ts'
import { nationalReport2007 } from './documents.ts'

const at = (line: number) => ({ page: '8', heading: 'Recommendations', line: String(line) })
const none = { reference: null, timescale: null } as const

const recommendations: readonly SampleRecommendation[] = [
  {
    ...none,
    local: 'NTG2007-01',
    ordinal: 1,
    title: 'Plan and deliver services as one',
    text: 'Plan services together and give them together, linking the outcomes, so that each child gets on. Look at performance, and at what users say, more systematically to make provision better.',
    theme: 'Partnership and planning',
    place: at(149),
  },
  {
    ...none,
    local: 'NTG2007-02',
    ordinal: 2,
    title: 'Evaluate what interventions achieve together',
    text: 'Work out, by sound means, what the various interventions add up to across the outcomes, so that money is used best; the report gives healthy schools, health targets and exclusions as its example.',
    theme: 'Quality assurance',
    place: at(150),
  },
  {
    ...none,
    local: 'NTG2007-03',
    ordinal: 3,
    title: 'Clear accountability for particular groups',
    text: 'Make partnerships, and who answers for what in them, strong enough to protect particular groups, such as disabled children, and to answer their needs more closely. No addressee is named in this sentence.',
    theme: 'Disability and transition',
    place: at(151),
  },
  {
    ...none,
    local: 'NTG2007-04',
    ordinal: 4,
    title: 'Identify and assess need across disciplines',
    text: 'Find and assess need across the professions, with data better gathered, shown and shared, and aim resources by it. No addressee is named in this sentence.',
    theme: 'Assessment of need',
    place: at(153),
  },
  {
    ...none,
    local: 'NTG2007-05',
    ordinal: 5,
    title: "Capture each young person's own progress",
    text: 'Beside the standard measures, record how each young person gets on in the several parts of life, as they tell it too, and use that to improve services. No addressee is named in this sentence.',
    theme: 'Quality assurance',
    place: at(154),
  },
  {
    ...none,
    local: 'NTG2007-06',
    ordinal: 6,
    title: 'Balance universal services, prevention and acute need',
    text: 'Keep improving services for everybody while putting money into prevention and into the sharpest needs. Make more of children’s centres and extended schools as preventive services for the most vulnerable.',
    theme: 'Prevention and family support',
    place: at(155),
  },
]

const finding = (id: string, chain: string, line: string, subject: string, words: string): SampleFinding => ({
  id,
  chain,
  subject,
  words,
  direction: 'WEAKNESS',
  place: `line ${line} of the text`,
})

const findings: readonly SampleFinding[] = [
  finding(
    'quality-assurance-weak',
    'quality-assurance',
    '261',
    'Quality assurance',
    'In weaker areas the systems for information, quality and performance, case records and audits included, are weak.',
  ),
  finding(
    'not-in-work-or-learning-some',
    'young-people-neet',
    '434',
    'Young people not in education, employment or training',
    'Their numbers stay high in some areas, and support differs.',
  ),
  finding(
    'transition-health',
    'transition-learning-difficulties',
    '201',
    'Transition to adult services',
    'The move to adult health services is poorly managed for young people with learning difficulties, disabilities or mental illness.',
  ),
  finding(
    'corporate-parenting-underdeveloped',
    'corporate-parenting',
    '380',
    'Corporate parenting',
    'What councils owe as corporate parents is not developed enough.',
  ),
]

export const narrowingTheGap2007: SampleReport = {
  key: 'report/narrowing-the-gap-2007',
  title: 'Narrowing the gap',
  publisher: 'Ofsted',
  framework: 'Thematic report',
  kind: 'NATIONAL',
  authority: 'national',
  authorityName: 'All councils and their partners',
  reference: '070041',
  publishedOn: '2007-04-30',
  publishedAsPrinted: 'April 2007',
  publishedPrecision: 'MONTH',
  inspectedFrom: null,
  inspectedTo: null,
  addressee: 'Councils and their partners',
  seenIn: null,
  summary:
    'What the yearly assessments of 2006 and the first 37 joint area reviews say of the country. Its figures are pictures whose numbers are not in the text, so none is given here. It prints no timescales.',
  illustrative: false,
  document: nationalReport2007,
  place: 'title page, lines 3 to 31 of the text',
  on: '2007-04-30',
  adopted: null,
  judgements: [],
  findings,
  recommendations,
}

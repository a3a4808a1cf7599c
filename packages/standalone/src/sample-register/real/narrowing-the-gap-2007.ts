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
    text: 'Plan and deliver services together, link the outcome areas and focus on the progress of each child. Examine performance and feedback from users more systematically to improve provision.',
    theme: 'Partnership and planning',
    place: at(149),
  },
  {
    ...none,
    local: 'NTG2007-02',
    ordinal: 2,
    title: 'Evaluate what interventions achieve together',
    text: 'Develop sound ways to evaluate what different interventions achieve together across all outcomes, so that resources are used well. The report’s example is what the National Healthy Schools Programme adds to meeting health targets or to fewer exclusions.',
    theme: 'Quality assurance',
    place: at(150),
  },
  {
    ...none,
    local: 'NTG2007-03',
    ordinal: 3,
    title: 'Clear accountability for particular groups',
    text: 'Strengthen partnerships and accountability, to safeguard particular groups, such as disabled children, and meet their needs better. No addressee is named in this sentence.',
    theme: 'Disability and transition',
    place: at(151),
  },
  {
    ...none,
    local: 'NTG2007-04',
    ordinal: 4,
    title: 'Identify and assess need across disciplines',
    text: 'Improve how needs are identified and assessed across disciplines, with data better collected, presented and shared, so that resources are targeted. No addressee is named in this sentence.',
    theme: 'Assessment of need',
    place: at(153),
  },
  {
    ...none,
    local: 'NTG2007-05',
    ordinal: 5,
    title: "Capture each young person's own progress",
    text: 'As well as the standard measures, record the progress of each young person in different areas of life, including their own account, and use it to improve services. No addressee is named in this sentence.',
    theme: 'Quality assurance',
    place: at(154),
  },
  {
    ...none,
    local: 'NTG2007-06',
    ordinal: 6,
    title: 'Balance universal services, prevention and acute need',
    text: 'Balance improvement of universal services with investment in prevention and in the most acute needs. Use extended schools, children’s centres and other new services more, to secure prevention for the most vulnerable.',
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
    'In weaker areas management information, quality assurance and performance management are weak, including case records and audits of current cases.',
  ),
  finding(
    'not-in-work-or-learning-some',
    'young-people-neet',
    '434',
    'Young people not in education, employment or training',
    'Numbers remain high in some areas, and support for these young people varies.',
  ),
  finding(
    'transition-health',
    'transition-learning-difficulties',
    '201',
    'Transition to adult services',
    'Young people, among them those with learning difficulties, disabilities or mental health needs, get weak management and support when they move to adult health services.',
  ),
  finding(
    'corporate-parenting-underdeveloped',
    'corporate-parenting',
    '380',
    'Corporate parenting',
    'Councils’ work as corporate parents is underdeveloped.',
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

import type { Gravity } from '@outstanding/domain'
import type { SampleOwner, SampleRecommendation, SampleReport } from '../sample-report.ts'
import { exampleBorough } from './borough.ts'

const ofExample = {
  authority: exampleBorough,
  authorityName: 'Example Borough',
  publishedPrecision: 'DAY',
  seenIn: null,
  illustrative: true,
  document: null,
  place: '',
} as const

const member: SampleOwner = { office: 'example/cabinet-member', role: 'RESPONSIBLE_MEMBER', asPrinted: null }
const director: SampleOwner = { office: 'example/director', role: 'LEAD_OFFICER', asPrinted: null }
const transport: SampleOwner = { office: 'example/transport', role: 'LEAD_OFFICER', asPrinted: null }
const health: SampleOwner = { office: 'example/health-board', role: 'PARTNER', asPrinted: null }

const place = (page: number, heading: string) => ({ page: String(page), heading, line: `paragraph ${page}.1` })

type Row = readonly [
  local: string,
  reference: string | null,
  timescale: string | null,
  theme: string,
  title: string,
  text: string,
  owners: readonly SampleOwner[],
]

/** What the inspectors call their recommendations; the scrutiny inquiries name none. */
const gravities: Readonly<Record<string, Gravity>> = {
  'EXI2025-01': 'PRIORITY_ACTION',
  'EXI2025-02': 'STATUTORY_REQUIREMENT',
  'EXI2025-03': 'AREA_FOR_IMPROVEMENT',
  'EXI2025-04': 'AREA_FOR_IMPROVEMENT',
}

const listed =
  (heading: string, firstPage: number) =>
  ([local, reference, timescale, theme, title, text, owners]: Row, index: number): SampleRecommendation => ({
    local,
    ...(gravities[local] && { gravity: gravities[local] }),
    reference,
    ordinal: index + 1,
    title,
    text,
    timescale,
    theme,
    owners,
    place: place(firstPage + Math.floor(index / 3), heading),
  })

const growingUp: readonly Row[] = [
  [
    'EX2024-R1',
    'R1',
    'by October 2024',
    'Waiting times',
    'Publish how long families wait',
    'Put on the website, every quarter, how long families wait for a first assessment.',
    [member, director],
  ],
  [
    'EX2024-R2',
    'R2',
    'within six months',
    'Early help',
    'One front door for early help',
    'Give families one number and one page for every kind of early help.',
    [member, director],
  ],
  [
    'EX2024-R3',
    'R3',
    'by the end of March 2025',
    'Care leavers',
    'A mentor for each care leaver who wants one',
    'Offer a trained mentor to each care leaver up to the age of 25.',
    [member, director],
  ],
  [
    'EX2024-R4',
    'R4',
    'within twelve months',
    'Sharing information',
    'One shared record with health',
    'Let social workers and health visitors see the same short record of a child.',
    [member, health],
  ],
  [
    'EX2024-R5',
    'R5',
    'by December 2024',
    'Youth services',
    'Youth centres open seven evenings',
    'Open each youth centre on all seven evenings of the week.',
    [member],
  ],
  [
    'EX2024-R6',
    'R6',
    'by September 2025',
    'School transport',
    'Decide transport appeals in ten days',
    'Decide an appeal about school transport within ten working days.',
    [member, transport],
  ],
  [
    'EX2024-R7',
    'R7',
    'by March 2025',
    'Hearing children',
    'Ask children before their reviews',
    'Ask every child what should be talked of before each review of their plan.',
    [member, director],
  ],
]

const inspection: readonly Row[] = [
  [
    'EXI2025-01',
    null,
    'Immediately',
    'Supervision',
    'Record supervision of social workers',
    'Hold supervision every month and write down what was agreed.',
    [director],
  ],
  [
    'EXI2025-02',
    null,
    'Within three months',
    'Safe buildings',
    'Replace the fire doors of Elm House',
    'Replace the fire doors of the former assessment centre.',
    [director],
  ],
  [
    'EXI2025-03',
    null,
    'Within six months',
    'School transport',
    'Shorten the longest journeys to school',
    'Bring every journey to a special school under an hour.',
    [transport],
  ],
  [
    'EXI2025-04',
    null,
    'In the longer term',
    'Placements',
    'More foster homes within the borough',
    'Find foster homes in the borough for three in four children in care.',
    [director],
  ],
  [
    'EXI2025-05',
    null,
    'Within six months',
    'Waiting times',
    'Make waiting times public',
    'Let families see what wait they face before a first assessment.',
    [director],
  ],
  [
    'EXI2025-06',
    null,
    'Within six months',
    'Safe buildings',
    'Refurbish the Oak Lane centre',
    'Refurbish the contact rooms of the Oak Lane centre.',
    [director],
  ],
]

const transportReview: readonly Row[] = [
  [
    'EX2026-R1',
    'R1',
    'by the end of December 2026',
    'School transport',
    'Tell parents before a route changes',
    'Write to parents at least fifteen days before a route or its times change.',
    [member, transport],
  ],
  [
    'EX2026-R2',
    'R2',
    'by September 2027',
    'School transport',
    'Plan routes by journey time',
    'Plan each route so that no journey to school takes over an hour.',
    [member, transport],
  ],
  [
    'EX2026-R3',
    'R3',
    'within two years',
    'School transport',
    'Travel training for every school',
    'Offer training in independent travel at every secondary school.',
    [member, transport],
  ],
  [
    'EX2026-R4',
    'R4',
    null,
    'School transport',
    'Ask pupils how the journey was',
    'Ask pupils themselves, not only parents, how they get to school.',
    [transport],
  ],
]

export const growingUpReport: SampleReport = {
  ...ofExample,
  key: 'example/report/growing-up-2024',
  title: 'Growing up in Example Borough',
  publisher: 'Example Borough Council',
  framework: 'Overview and scrutiny inquiry',
  kind: 'SCRUTINY',
  reference: null,
  publishedOn: '2024-06-25',
  publishedAsPrinted: '25 June 2024',
  inspectedFrom: null,
  inspectedTo: null,
  addressee: 'The Cabinet of Example Borough',
  summary: 'Example data. A scrutiny inquiry of a council that does not exist.',
  on: '2024-06-25',
  adopted: { body: 'Example Borough Council', on: '2024-07-16', resolution: 'Minute 12 of 16 July 2024', place: '' },
  judgements: [],
  findings: [],
  recommendations: growingUp.map(listed('What we recommend', 4)),
}

export const exampleInspection: SampleReport = {
  ...ofExample,
  key: 'example/report/inspection-2025',
  title: "Inspection of children's services in Example Borough",
  publisher: 'Inspectorate of Examples',
  framework: 'Example inspection framework',
  kind: 'INSPECTION',
  reference: '999',
  publishedOn: '2025-03-14',
  publishedAsPrinted: '14 March 2025',
  inspectedFrom: '2025-01-20',
  inspectedTo: '2025-01-31',
  addressee: 'Example Borough Council',
  summary: 'Illustration. An inspection of a council that does not exist.',
  on: '2025-03-14',
  adopted: null,
  judgements: [
    {
      id: 'overall',
      subject: 'Overall effectiveness',
      column: null,
      section: null,
      grade: 'Requires improvement to be good',
      scale: 'Outstanding; Good; Requires improvement to be good; Inadequate',
      meaning: null,
      printedIn: 'TABLE',
      place: 'page 1',
    },
  ],
  findings: [
    {
      id: 'supervision-gaps',
      chain: 'example-supervision',
      subject: 'Supervision',
      words: 'Supervision is missed for months in some teams.',
      direction: 'WEAKNESS',
      place: 'page 5',
    },
  ],
  recommendations: inspection.map(listed('What needs to improve', 2)),
}

/** The letter on the monitoring visit: it has no recommendations. */
export const monitoringLetter: SampleReport = {
  ...ofExample,
  key: 'example/report/monitoring-letter-2025',
  title: 'Monitoring visit to Example Borough',
  publisher: 'Inspectorate of Examples',
  framework: 'Example monitoring letter',
  kind: 'INSPECTION',
  reference: null,
  publishedOn: '2025-10-22',
  publishedAsPrinted: '22 October 2025',
  inspectedFrom: '2025-10-07',
  inspectedTo: '2025-10-08',
  addressee: 'Example Borough Council',
  summary: 'Example data. A letter on a visit to a council that does not exist.',
  on: '2025-10-22',
  adopted: null,
  judgements: [],
  findings: [],
  recommendations: [],
}

export const transportReport: SampleReport = {
  ...ofExample,
  key: 'example/report/getting-to-school-2026',
  title: 'Getting to school',
  publisher: 'Example Borough Council',
  framework: 'Overview and scrutiny review',
  kind: 'SCRUTINY',
  reference: null,
  publishedOn: '2026-09-15',
  publishedAsPrinted: '15 September 2026',
  inspectedFrom: null,
  inspectedTo: null,
  addressee: 'The Cabinet of Example Borough',
  summary: 'Example data. A scrutiny review of a council that does not exist.',
  on: '2026-09-15',
  adopted: { body: 'Example Borough Council', on: '2026-10-13', resolution: 'Minute 9 of 13 October 2026', place: '' },
  judgements: [],
  findings: [],
  recommendations: transportReview.map(listed('Recommendations of the review', 6)),
}

export const exampleReports: readonly SampleReport[] = [growingUpReport, exampleInspection, monitoringLetter, transportReport]

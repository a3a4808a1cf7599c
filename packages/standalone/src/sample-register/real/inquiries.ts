import type { SampleOwner, SamplePlace, SampleRecommendation, SampleReport } from '../sample-report.ts'
import { committeePack2018 } from './documents.ts'

/** The pack of 14 February 2018 tracks these two inquiries: it is where they were seen, not where they were made. */
const seenIn = committeePack2018.name
const at = (line: number): SamplePlace => ({
  page: '105-112',
  heading: 'Work programme, section 3, Outstanding Tracking',
  line: String(line),
})
const member = (office: string, asPrinted: string): readonly SampleOwner[] => [{ office, role: 'RESPONSIBLE_MEMBER', asPrinted }]

const ofInquiry = {
  publisher: 'Birmingham City Council',
  framework: 'Overview and scrutiny inquiry',
  kind: 'SCRUTINY',
  authority: 'birmingham',
  authorityName: 'Birmingham',
  reference: null,
  inspectedFrom: null,
  inspectedTo: null,
  addressee: null,
  seenIn,
  illustrative: false,
  document: committeePack2018,
  judgements: [],
  findings: [],
} as const

const corporateParentingItems: readonly SampleRecommendation[] = [
  {
    local: 'CP2017-R01',
    reference: 'R01',
    ordinal: 1,
    title: 'Each councillor commits to an activity, published and surveyed',
    text: "Each councillor picks one or more activities in the 'menu of involvement'. The council's website shows these choices. Nine months later the Scrutiny Office surveys the results. The table prints this as R1, the text as R01.",
    timescale: 'by April 2017',
    theme: 'Corporate parenting',
    place: at(2531),
    owners: member('office/all-councillors', 'All Councillors'),
  },
  {
    local: 'CP2017-R02',
    reference: 'R02',
    ordinal: 2,
    title: 'A corporate parenting handbook for councillors',
    text: "Make the 'menu of involvement' into a handbook for councillors, ready in May 2018, that shows by example how each task can be done.",
    timescale: 'by May 2018',
    theme: 'Corporate parenting',
    place: at(2533),
    owners: member('office/cabinet-member-children', 'Cabinet Member for Children, Families and Schools'),
  },
  {
    local: 'CP2017-R03',
    reference: 'R03',
    ordinal: 3,
    title: 'Training for new councillors',
    text: 'Offer training to councillors within the first two weeks or so of their becoming councillors.',
    timescale: 'by May 2018',
    theme: 'Corporate parenting',
    place: at(2535),
    owners: member('office/deputy-leader', 'Deputy Leader'),
  },
  {
    local: 'CP2017-R04',
    reference: 'R04',
    ordinal: 4,
    title: "Every children's home is visited",
    text: "Every children's home in the city where a child in the council's care lives has a visit before August 2017. The district champions make sure of this.",
    timescale: 'by July 2017',
    theme: 'Corporate parenting',
    place: at(2537),
    owners: member('office/district-champions', 'District Corporate Parent Champions'),
  },
  {
    local: 'CP2017-R05',
    reference: 'R05',
    ordinal: 5,
    title: 'Cabinet reports consider children in care',
    text: 'The guidance for cabinet reports requires authors to consider the impact of proposals on children in care. A report on proposals with a likely impact says so in its text.',
    timescale: 'by October 2017',
    theme: 'Impact on children in council reports',
    place: at(2539),
    owners: member('office/cabinet-member-transparency', 'Cabinet Member for Transparency, Openness and Equality'),
  },
  {
    local: 'CP2017-R06',
    reference: 'R06',
    ordinal: 6,
    title: 'A yearly report of the Corporate Parenting Board to scrutiny',
    text: 'The assistant director for children in care provider services presents the annual report of the Corporate Parenting Board to the scrutiny committee.',
    timescale: 'by Feb 2018',
    theme: 'Corporate parenting',
    place: at(2541),
    owners: member('office/cabinet-member-children', 'Cabinet Member for Children, Families & Schools'),
  },
  {
    local: 'CP2017-R7',
    reference: 'R7',
    ordinal: 7,
    title: 'Listed as outstanding; text not available',
    text: null,
    timescale: null,
    theme: 'Corporate parenting',
    place: at(2529),
  },
]

export const corporateParenting2017: SampleReport = {
  ...ofInquiry,
  key: 'report/corporate-parenting-2017',
  title: 'Corporate Parenting',
  publishedOn: null,
  publishedAsPrinted: null,
  publishedPrecision: 'UNKNOWN',
  summary:
    'An inquiry of the scrutiny committee, agreed by City Council. The tracking table of February 2018 lists R1 to R7 as outstanding, while texts are printed for R01 to R06 only; the seventh is listed, not invented.',
  place: 'line 2413 of the text, and pages 105 to 112, section 3, line 2529',
  on: '2017-04-04',
  adopted: {
    body: 'City Council',
    on: '2017-04-04',
    resolution: null,
    place: 'Corporate Parenting Survey, paragraph 1.1, line 2413 of the text',
  },
  recommendations: corporateParentingItems,
}

export const childrenMissing2016: SampleReport = {
  ...ofInquiry,
  key: 'report/children-missing-2016',
  title: 'Children Missing from Home and Care',
  publishedOn: '2016-10-12',
  publishedAsPrinted: null,
  publishedPrecision: 'NOT_AFTER',
  summary:
    'An inquiry whose date the pack does not give: not after its first tracking update on 12 October 2016. Only R2 was still outstanding in February 2018.',
  place: 'pages 105 to 112, section 3, line 2528 of the text',
  on: '2016-10-12',
  adopted: null,
  recommendations: [
    {
      local: 'MISSING2016-R2',
      reference: 'R2',
      ordinal: 2,
      title: 'One strategy for missing children',
      text: 'Develop one strategy for missing children: clear responsibilities that everyone understands, good management of risk (above all for looked after children and those who run away repeatedly), effective sharing of information, and support for children and families.',
      timescale: null,
      theme: 'Missing children',
      place: at(2528),
    },
  ],
}

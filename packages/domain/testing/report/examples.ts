import { on } from '../scenario.ts'

export const stated2006 = '4 outstanding, 3 good, 2 adequate, 1 inadequate'
export const stated2010 = 'Outstanding (1), Good (2), Adequate (3), Inadequate (4)'

export const registerReport = on('2024-06-13', 'RegisterReport', {
  title: "Inspection of Example Borough's children's services",
  publisher: 'Inspectorate of Examples',
  framework: 'Example framework',
  kind: 'INSPECTION',
  authority: 'example-borough',
  authorityName: 'Example Borough',
  reference: '330',
  publishedOn: '2024-06-13',
  publishedAsPrinted: '13 June 2024',
  publishedPrecision: 'DAY',
  inspectedFrom: '2024-04-15',
  inspectedTo: '2024-04-26',
  addressee: 'Example Borough Council',
  seenIn: null,
  documentDigest: `sha256:${'0f'.repeat(32)}`,
  summary: 'An example.',
} as const)
export const registerMentionedReport = on('2024-06-13', 'RegisterMentionedReport', {
  title: 'Private fostering',
  publisher: 'Inspectorate of Examples',
  authority: 'example-borough',
  authorityName: 'Example Borough',
  seenIn: 'the inspection report of June 2024, page 3',
  note: null,
})
export const adoptReport = on('2024-07-09', 'AdoptReport', { body: 'Example Borough Council', resolution: 'minute 14' })
export const embargoReport = on('2024-06-13', 'EmbargoReport', { until: '2024-06-20T08:30:00.000Z' })
export const publishReport = on('2024-06-13', 'PublishReport', {})
export const withholdReport = on('2024-06-20', 'WithholdReport', { reason: 'a name was left in' })
export const recordJudgement = on('2024-06-13', 'RecordJudgement', {
  judgementId: 'staying-safe',
  subject: 'Staying safe',
  column: 'Local services overall',
  section: null,
  grade: '2',
  scale: stated2006,
  meaning: null,
  printedIn: 'TABLE',
  place: 'page 4',
} as const)
export const recordFinding = on('2024-06-13', 'RecordFinding', {
  findingId: 'private-fostering',
  subject: 'Private fostering',
  words: 'Few of the arrangements are known to the council.',
  textKind: 'SUMMARY',
  direction: 'WEAKNESS',
  place: 'page 7',
} as const)
export const linkReportFinding = on('2024-06-13', 'LinkReportFinding', {
  linkId: 'link-1',
  findingId: 'private-fostering',
  relation: 'CONTINUES',
  recommendation: 'recommendation-example-borough.one',
  words: 'Asked for in 2019.',
  targetExists: true,
  targetOn: '2019-02-06',
} as const)
export const applyReportDates = on('2024-09-01', 'ApplyReportDates', {
  items: ['recommendation-example-borough.one'],
  reason: 'The report is dated ten days later.',
  ofItems: [{ id: 'recommendation-example-borough.one', reference: 'R1', isOfReport: true, isInDoubt: true }],
})
export const respondToReport = on('2024-08-10', 'RespondToReport', {
  letter: '3f1d0a52-6b1f-4e58-9f7e-1a2b3c4d5e6f',
  body: 'example-borough-cabinet',
  bodyName: 'Cabinet of Example Borough',
  document: 'Action statement of August 2024',
  documentDigest: null,
  responses: [
    { item: 'recommendation-example-borough.one', response: 'ACTION_STATEMENT', wording: 'The plan is attached.', reasons: null },
  ],
  ofItems: [{ id: 'recommendation-example-borough.one', reference: 'R1', isOfReport: true, refusal: null }],
} as const)
export const withdrawReport = on('2024-09-01', 'WithdrawReport', { reason: 'issued anew' })

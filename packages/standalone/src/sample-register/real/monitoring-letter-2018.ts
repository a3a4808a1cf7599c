import type { SampleReport } from '../sample-report.ts'
import { committeePack2018 } from './documents.ts'

/** The letter on the third monitoring visit. It makes no recommendations; its findings are those of the visit. */
export const monitoringLetter2018: SampleReport = {
  key: 'report/monitoring-letter-2018',
  title: "Monitoring visit of Birmingham's children's services",
  publisher: 'Ofsted',
  framework: 'Monitoring visit letter',
  kind: 'INSPECTION',
  authority: 'birmingham',
  authorityName: 'Birmingham',
  reference: null,
  publishedOn: '2018-01-19',
  publishedAsPrinted: '19 January 2018 (date of the letter)',
  publishedPrecision: 'DAY',
  inspectedFrom: '2017-12-12',
  inspectedTo: '2017-12-13',
  addressee: 'Birmingham City Council',
  seenIn: null,
  summary:
    'The letter on the third monitoring visit after the inspection of 2016. It stands in full in the committee pack of February 2018. It says that it will be published on the Ofsted website; the day of that is not given. It makes no recommendations.',
  illustrative: false,
  document: committeePack2018,
  place: 'pages 11 to 82, lines 1174 to 1234 of the text',
  on: '2018-01-19',
  adopted: null,
  judgements: [],
  findings: [],
  recommendations: [],
}

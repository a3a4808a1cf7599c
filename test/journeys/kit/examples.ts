import { randomUUID } from 'node:crypto'

/** A report of a made-up council, another at every call. */
export const aReport = (over: object = {}) => ({
  effectiveOn: '2026-01-05',
  title: 'Support for care leavers',
  publisher: 'Example Borough scrutiny',
  framework: `Inquiry ${randomUUID()}`,
  kind: 'SCRUTINY',
  authority: 'example-borough',
  authorityName: 'Example Borough',
  publishedOn: '2026-01-05',
  publishedAsPrinted: '5 January 2026',
  publishedPrecision: 'DAY',
  addressee: 'Example Borough Council',
  illustrative: true,
  ...over,
})

export const aRecommendation = (report: string, over: object = {}) => ({
  effectiveOn: '2026-01-05',
  report,
  reference: 'R01',
  ordinal: 1,
  title: 'Keep in touch with every care leaver',
  text: 'The council keeps in touch with every care leaver until the age of 25.',
  timescale: { asPrinted: 'Within three months' },
  ...over,
})

/** The committee whose decisions the examples record, and how a command says so. */
export const committee = { kind: 'BODY', id: 'children-committee' } as const
export const aCommittee = {
  slug: committee.id,
  name: 'Children and Families Committee',
  authority: 'example-borough',
  kind: 'OVERVIEW_AND_SCRUTINY',
  effectiveOn: '2015-05-19',
  illustrative: true,
}
export const decision = (meetingOn: string, minuteReference = `${meetingOn} item 5`) => ({
  committee: committee.id,
  committeeName: aCommittee.name,
  meetingOn,
  minuteReference,
})

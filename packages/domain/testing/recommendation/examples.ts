import type { Actor, EventMetadata, IsoDate, Recorded } from '../../src/envelope.ts'
import type { Timescale } from '../../src/timescale/timescale.ts'
import type { PolicyInForce } from '../../src/recommendation/commands.ts'
import type { RecommendationEvent } from '../../src/recommendation/events.ts'
import type { CommitteeNamed } from '../../src/committee/named.ts'
import type { DecisionRef } from '../../src/recommendation/event-parts.ts'
import type { PublicationFacts } from '../../src/report/publication.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'

/*
 * Example ids, days, actors, facts and events of a made-up council, Example Borough: tests, illustrations and documents use the same ones.
 * The report was adopted on 4 April 2017; the recommendation is due by the end of October.
 */

export const ids = {
  authority: 'example-borough',
  stream: 'recommendation-example-borough.6f2d1c1e-5b0a-5c1d-9a61-0c5f4b1d7e01',
  other: 'recommendation-example-borough.6f2d1c1e-5b0a-5c1d-9a61-0c5f4b1d7e02',
  third: 'recommendation-example-borough.6f2d1c1e-5b0a-5c1d-9a61-0c5f4b1d7e03',
  report: 'report-example-borough.1b9d6bcd-bbfd-5b2d-9b5d-ab8dfbbd4bed',
  committee: 'children',
  anotherCommittee: 'audit',
  executive: 'example-borough-cabinet',
  trust: 'office-example-borough.health-trust',
  anotherTrust: 'office-example-borough.mental-health-trust',
  member: 'office-example-borough.cabinet-member-for-children',
  officer: 'person-0a1b',
  chiefExecutive: 'person-0c1d',
} as const

export const days = {
  adopted: '2017-04-04',
  due: '2017-10-31',
  firstReport: '2017-09-13',
  meeting: '2018-02-14',
  today: '2018-12-31',
} as const

/** One scrutiny officer types for both: what differs is whose act it is. */
export const actors = {
  officer: { id: ids.officer, role: 'officer' },
  member: { id: ids.officer, role: 'officer', onBehalfOf: { kind: 'office', id: ids.member } },
  executive: { id: ids.officer, role: 'officer', onBehalfOf: { kind: 'body', id: ids.executive } },
  committee: { id: ids.officer, role: 'officer', onBehalfOf: { kind: 'body', id: ids.committee } },
} as const satisfies Record<string, Actor>

export const policy: PolicyInForce = { ...defaultPolicy, authority: ids.authority }

export const publication: PublicationFacts = {
  report: ids.report,
  kind: 'SCRUTINY',
  publishedOn: null,
  publishedPrecision: 'UNKNOWN',
  adoptedOn: days.adopted,
  illustrative: true,
}

export const timescales = {
  byOctober: { asPrinted: 'by October 2017', grade: 'BY_DATE', months: null, date: days.due, datePrecision: 'MONTH' },
  sixMonths: { asPrinted: 'Within six months', grade: 'WITHIN_MONTHS', months: 6, date: null, datePrecision: null },
  immediate: { asPrinted: 'For immediate action', grade: 'IMMEDIATE', months: null, date: null, datePrecision: null },
  longerTerm: { asPrinted: 'In the longer term', grade: 'LONGER_TERM', months: null, date: null, datePrecision: null },
  notGiven: { asPrinted: null, grade: 'NOT_GIVEN', months: null, date: null, datePrecision: null },
} as const satisfies Record<string, Timescale>

export const decisionAt = (meetingOn: IsoDate): DecisionRef => ({
  committee: ids.committee,
  committeeName: "Children's Committee",
  meetingOn,
  minuteReference: `${meetingOn}, item 5`,
})

/** What the register knows of the committee of a decision. */
export const committeeOf = ({ committee, committeeName }: DecisionRef): CommitteeNamed => ({
  committeeOnDay: { name: committeeName, establishedOn: '2012-05-22', abolishedOn: null },
  nearCommittees: [committee],
})

/** A fact as the log would hold it, the `revision`th of the example stream. Its eventId is `event-{revision}`. */
export const recorded = (
  fact: RecommendationEvent,
  revision: number,
  metadata: Pick<EventMetadata, 'effectiveOn' | 'actor'> & Partial<EventMetadata>,
): Recorded<RecommendationEvent> => ({
  ...fact,
  eventId: `event-${revision}`,
  stream: ids.stream,
  revision,
  position: String(1000 + revision * 10),
  recordedAt: '2018-12-31T09:00:00.000Z',
  metadata: {
    schemaVersion: 1,
    commandId: `command-${revision}`,
    index: 0,
    requestDigest: `digest-${revision}`,
    correlationId: `command-${revision}`,
    causationId: `command-${revision}`,
    authority: ids.authority,
    ...metadata,
  },
})

import type { EventOf, FactOf } from '../kernel/events/event-declarations.ts'
import { correctionEvents } from '../kernel/events/entry-corrected.ts'
import {
  date,
  derived,
  digest,
  fixed,
  flag,
  id,
  instant,
  line,
  listOf,
  name,
  nullable,
  oneOf,
  objectOf,
  slug,
  text,
  words,
} from '../kernel/fields/declare.ts'
import type { TypeOf } from '../kernel/fields/field.ts'
import { responseKinds } from '../recommendation/response-kinds.ts'
import { publication, publishedPrecisions, reportKinds } from './publication.ts'
import { textKinds } from '../text-kind.ts'

export const gradeMeanings = ['OUTSTANDING', 'GOOD', 'ADEQUATE', 'INADEQUATE'] as const
/** What a grade means whatever the scale: ADEQUATE stands for adequate, satisfactory and requires improvement. */
export type GradeMeaning = (typeof gradeMeanings)[number]

/** NEUTRAL: it states a fact, and neither praises nor blames. */
export const findingDirections = ['STRENGTH', 'WEAKNESS', 'NEUTRAL', 'IMPROVED', 'UNCHANGED', 'WORSE'] as const

/** CONTINUES: the weakness is still there. IMPROVES_ON: it is better, or good. SAME_MATTER: neither is said. */
export const findingRelations = ['CONTINUES', 'IMPROVES_ON', 'SAME_MATTER'] as const
export type FindingRelation = (typeof findingRelations)[number]

/** What a letter says of one recommendation. */
const responseInLetter = objectOf({
  item: id,
  response: oneOf(responseKinds),
  wording: nullable(text),
  reasons: nullable(words),
})
export type ResponseInLetter = TypeOf<typeof responseInLetter>

export const reportEvents = {
  ReportRegistered: {
    title: line,
    publisher: name,
    framework: name,
    kind: oneOf(reportKinds),
    /** Slug of the authority it is about; `national` where it is addressed to all. */
    authority: fixed(slug),
    authorityName: name,
    /** As printed; the code of an authority, not an identity. */
    reference: nullable(name),
    publishedOn: nullable(date),
    publishedAsPrinted: nullable(line),
    publishedPrecision: oneOf(publishedPrecisions),
    inspectedFrom: nullable(date),
    inspectedTo: nullable(date),
    /** The body that its whole list of recommendations is addressed to. */
    addressee: nullable(name),
    /** Where it was seen when we do not hold the report itself. */
    seenIn: nullable(words),
    /** Of the document as published. */
    documentDigest: nullable(digest),
    summary: nullable(text),
  },
  ReportAdopted: { body: name, resolution: nullable(words) },
  ReportListed: { title: line, publisher: name, authority: fixed(slug), authorityName: name, seenIn: words, note: nullable(words) },
  ReportPublished: {},
  /** The public sees nothing of the report before this time. From then on it is on the public register. */
  ReportEmbargoed: { until: instant },
  ReportWithheld: { reason: words },
  JudgementRecorded: {
    judgementId: fixed(id),
    subject: line,
    column: nullable(line),
    section: nullable(line),
    /** As printed: "3", "Good", "Grade 4 (Inadequate)". */
    grade: line,
    /** As the report states it: "4 outstanding, 3 good, 2 adequate, 1 inadequate". */
    scale: nullable(words),
    meaning: nullable(oneOf(gradeMeanings)),
    /** True where the meaning is our interpretation of the scale, not the report's own word. */
    meaningDerived: derived(flag),
    printedIn: oneOf(['TABLE', 'TEXT']),
    place: nullable(words),
  },
  FindingRecorded: {
    findingId: fixed(id),
    subject: line,
    words: text,
    textKind: oneOf(textKinds),
    direction: oneOf(findingDirections),
    place: nullable(words),
  },
  /** A later finding and an earlier recommendation: it stands with the finding, and the recommendation shows it from the other side. */
  ReportFindingLinked: {
    linkId: fixed(id),
    findingId: fixed(id),
    relation: oneOf(findingRelations),
    recommendation: fixed(id),
    words: nullable(words),
  },
  ReportWithdrawn: { reason: words },
  /**
   * One letter responds to several recommendations of the report. Each of them says so in its own history (ResponseGiven, with this `letter`):
   * nobody's response is read from this.
   */
  ReportRespondedTo: {
    letter: fixed(id),
    body: fixed(id),
    bodyName: name,
    /** What the letter is called, and where it is kept. */
    document: nullable(line),
    documentDigest: nullable(digest),
    responses: fixed(listOf(responseInLetter, { min: 1, max: 1_000 })),
  },
  /**
   * The corrected dates of the report go to the recommendations named. Each of them says so in its own history, by a correction of its
   * issue: nobody's date is derived from this.
   */
  ReportDatesApplied: { items: fixed(listOf(id, { min: 1, max: 5_000 })), reason: words, publication: derived(publication) },
  ...correctionEvents,
} as const
export type ReportEvent = EventOf<typeof reportEvents>
export type ReportRegistered = FactOf<typeof reportEvents, 'ReportRegistered'>
export type ReportListed = FactOf<typeof reportEvents, 'ReportListed'>
export type ReportAdopted = FactOf<typeof reportEvents, 'ReportAdopted'>
export type ReportEmbargoed = FactOf<typeof reportEvents, 'ReportEmbargoed'>
export type ReportWithheld = FactOf<typeof reportEvents, 'ReportWithheld'>
export type JudgementRecorded = FactOf<typeof reportEvents, 'JudgementRecorded'>
export type FindingRecorded = FactOf<typeof reportEvents, 'FindingRecorded'>
export type ReportFindingLinked = FactOf<typeof reportEvents, 'ReportFindingLinked'>
export type ReportRespondedTo = FactOf<typeof reportEvents, 'ReportRespondedTo'>
export type ReportDatesApplied = FactOf<typeof reportEvents, 'ReportDatesApplied'>
export type ReportWithdrawn = FactOf<typeof reportEvents, 'ReportWithdrawn'>

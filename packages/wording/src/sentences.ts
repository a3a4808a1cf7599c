import type { RecommendationEvent } from '@outstanding/domain'
import { longDate } from './dates.ts'
import { isolatedWithin } from './isolated.ts'
import type { EventType, SentencesOf } from './sentences-of.ts'
import { recommendationSentences } from './recommendation-sentences.ts'

type OtherType = Exclude<EventType, RecommendationEvent['type']>

const otherSentences: SentencesOf<OtherType> = {
  ReportRegistered: ({ title, publisher, publishedAsPrinted, publishedOn }) =>
    `Registered: ${title}, by ${publisher}${dated(publishedAsPrinted ?? publishedOn)}.`,
  ReportListed: ({ title, seenIn }) => `Title only, we do not hold the report: ${title}. Named in: ${seenIn}.`,
  ReportAdopted: ({ body, resolution }) => `Adopted by ${body}${resolution === null ? '' : ` (${resolution})`}.`,
  ReportPublished: () => 'Published on this register.',
  ReportWithheld: ({ reason }) => `Withheld from the public register: ${reason}`,
  ReportWithdrawn: ({ reason }) => `Withdrawn by its publisher: ${reason}`,
  JudgementRecorded: ({ subject, column, grade }) => `Judgement on ${subject}${column === null ? '' : `, ${column}`}: ${grade}.`,
  FindingRecorded: ({ subject, words }) => `Finding on ${subject}: ${words}`,
  OfficeCreated: ({ name }) => `Office created: ${name}.`,
  HolderAppointed: () => 'An office holder was appointed.',
  HolderLeft: () => 'The office holder left.',
  OfficeRenamed: ({ name, formerName }) => `Renamed from ${formerName} to ${name}.`,
  PortfolioChanged: ({ portfolio }) => `Portfolio changed to: ${portfolio}.`,
  ServiceTransferred: ({ service, accountableBody, deliveringBody }) =>
    `Service transferred: ${service}. Accountable: ${accountableBody}. Delivered by: ${deliveringBody}.`,
  PersonRegistered: () => 'Person registered.',
  PersonRenamed: () => 'Name changed.',
  PersonErased: ({ reason }) => `Name removed: ${reason}`,
  ErasureRefused: ({ reason }) => `Removal of the name refused: ${reason}`,
  PolicyAdopted: ({ version }) => `Tracking policy adopted, version ${version}.`,
}

const sentences: Readonly<Record<string, (data: never) => string>> = { ...recommendationSentences, ...otherSentences }

/**
 * What an entry says, in a sentence: the same for every interface. `data` is that of an event of ours, checked when it was
 * recorded; the type's name where the type is not known.
 */
export const sentenceOf = (type: string, data: unknown): string =>
  Object.hasOwn(sentences, type) ? (sentences[type]?.(isolatedWithin(data) as never) ?? type) : type

const dated = (when: string | null): string => (when === null ? '' : `, ${/^\d{4}-\d\d-\d\d$/.test(when) ? longDate(when) : when}`)

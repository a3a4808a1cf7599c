import type { RecommendationEvent } from '@outstanding/domain'
import type { Known, Words } from './event-words.ts'
import { longDate } from './long-date.ts'
import { recommendationWords } from './recommendation-words.ts'

type OtherType = Exclude<Known['type'], RecommendationEvent['type']>

const otherWords: Words<OtherType> = {
  ReportRegistered: ({ title, publisher, publishedAsPrinted, publishedOn }) =>
    `Registered: ${title}, by ${publisher}${dated(publishedAsPrinted ?? publishedOn)}.`,
  ReportListed: ({ title, seenIn }) => `Known by mention only: ${title}, seen in ${seenIn}.`,
  ReportAdopted: ({ body, resolution }) => `Adopted by ${body}${resolution === null ? '' : ` (${resolution})`}.`,
  ReportPublished: () => 'Put on the public register.',
  ReportWithheld: ({ reason }) => `Withheld from the public register: ${reason}`,
  ReportWithdrawn: ({ reason }) => `Withdrawn by its publisher: ${reason}`,
  JudgementRecorded: ({ subject, column, grade }) => `Graded: ${subject}${column === null ? '' : `, ${column}`}: ${grade}.`,
  FindingRecorded: ({ subject, words }) => `Found on ${subject}: ${words}`,
  OfficeCreated: ({ name }) => `Office set up: ${name}.`,
  HolderAppointed: () => 'A holder was appointed.',
  HolderLeft: () => 'A holder left.',
  OfficeRenamed: ({ name, formerName }) => `Renamed from ${formerName} to ${name}.`,
  PortfolioChanged: ({ portfolio }) => `The portfolio is now ${portfolio}.`,
  ServiceTransferred: ({ service, accountableBody, deliveringBody }) =>
    `${service} was transferred: ${accountableBody} is accountable, ${deliveringBody} delivers.`,
  PersonRegistered: () => 'A person was registered.',
  PersonRenamed: () => 'The name was changed.',
  PersonErased: ({ reason }) => `The name was removed: ${reason}`,
  ErasureRefused: ({ reason }) => `Removing the name was refused: ${reason}`,
  PolicyAdopted: ({ version }) => `Version ${version} of the tracking policy was adopted.`,
}

const allWords: Readonly<Record<string, (data: never) => string>> = { ...recommendationWords, ...otherWords }

/**
 * What an entry says, in a sentence: the same for every interface. `data` is that of an event of ours, checked when it was
 * recorded; the type's name where the type is not known.
 */
export const wordsOf = (type: string, data: unknown): string =>
  Object.hasOwn(allWords, type) ? (allWords[type]?.(data as never) ?? type) : type

const dated = (when: string | null): string => (when === null ? '' : `, ${/^\d{4}-\d\d-\d\d$/.test(when) ? longDate(when) : when}`)

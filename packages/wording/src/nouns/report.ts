import type { ReportAttribute, ReportEvent } from '@outstanding/domain'
import type * as Domain from '@outstanding/domain'
import { longDate, longInstant } from '../dates.ts'
import { quotedOr } from '../finding-terms.ts'
import { precisions, readable, relations, responses } from '../terms.ts'
import { asItIs, ofSeveral } from './attributes-of-several.ts'
import type { NounWords } from './noun-words.ts'

const dated = (when: string | null): string => (when === null ? '' : `, ${/^\d{4}-\d\d-\d\d$/.test(when) ? longDate(when) : when}`)
const day = (value: string): string => longDate(value)
type Linked = Extract<ReportEvent, { type: 'ReportFindingLinked' }>['data']
type Judgement = Extract<ReportEvent, { type: 'JudgementRecorded' }>['data']

/** "2 accepted, 1 not accepted". */
const responsesInWords = (given: readonly Domain.ResponseInLetter[]): string =>
  [...Map.groupBy(given, ({ response }) => response)].map(([response, those]) => `${those.length} ${responses[response]}`).join(', ')

export const reportWords: NounWords<ReportEvent, ReportAttribute> = {
  titles: {
    ReportRegistered: 'Report registered',
    ReportListed: 'Report listed by title only',
    ReportAdopted: 'Report adopted',
    ReportPublished: 'Report published here',
    ReportEmbargoed: 'Report under embargo',
    ReportWithheld: 'Report withheld',
    ReportWithdrawn: 'Report withdrawn',
    ReportRespondedTo: 'Response to the report by a letter',
    ReportDatesApplied: 'Corrected dates applied',
    JudgementRecorded: 'Judgement recorded',
    FindingRecorded: 'Finding recorded',
    ReportFindingLinked: 'Finding linked to a recommendation',
  },
  sentences: {
    ReportRegistered: ({ title, publisher, publishedAsPrinted, publishedOn }) =>
      `Registered: ${title}, by ${publisher}${dated(publishedAsPrinted ?? publishedOn)}.`,
    ReportListed: ({ title, seenIn }) => `Title only, we do not hold the report: ${title}. Named in: ${seenIn}.`,
    ReportAdopted: ({ body, resolution }) => `Adopted by ${body}${resolution === null ? '' : ` (${resolution})`}.`,
    ReportPublished: () => 'Published on this register.',
    ReportEmbargoed: ({ until }) => `Under embargo until ${longInstant(until)}.`,
    ReportWithheld: ({ reason }) => `Withheld from the public register: ${reason}`,
    ReportWithdrawn: ({ reason }) => `Withdrawn by its publisher: ${reason}`,
    ReportRespondedTo: ({ bodyName, document, responses: given }) =>
      `${document === null ? 'A letter' : `A letter (${document})`} of ${bodyName} responds to ${given.length === 1 ? 'one recommendation' : `${given.length} recommendations`}: ${responsesInWords(given)}.`,
    ReportDatesApplied: ({ items, reason }) =>
      `Corrected dates of the report applied to ${items.length === 1 ? 'one recommendation' : `${items.length} recommendations`}: ${reason}`,
    JudgementRecorded: ({ subject, column, grade }) => `Judgement on ${subject}${column === null ? '' : `, ${column}`}: ${grade}.`,
    FindingRecorded: ({ subject, words, textKind }) => `Finding on ${subject}, ${quotedOr(words, textKind)}`,
    ReportFindingLinked: ({ findingId, relation, words }) =>
      `Finding ${findingId} linked to an earlier recommendation (${relations[relation]})${words === null ? '.' : `: ${words}`}`,
  },
  attributes: {
    REFERENCE: ofSeveral.REFERENCE,
    TITLE: ofSeveral.TITLE,
    ADDRESSEE: ofSeveral.ADDRESSEE,
    FINDING: ofSeveral.FINDING,
    KIND: ofSeveral.KIND,
    PUBLISHER: { label: 'publisher', words: asItIs, inItsEntry: true },
    FRAMEWORK: { label: 'framework', words: asItIs, inItsEntry: true },
    AUTHORITY: { label: 'authority', words: asItIs, inItsEntry: true },
    AUTHORITY_NAME: { label: 'authority’s name', words: asItIs, inItsEntry: true },
    PUBLISHED_ON: { label: 'published on', words: day },
    PUBLISHED_AS_PRINTED: { label: 'published, as printed', words: asItIs, inItsEntry: true },
    PUBLISHED_PRECISION: {
      label: 'publication date known to',
      words: (value: Domain.PublishedPrecision) => precisions[value],
      inItsEntry: true,
    },
    INSPECTED_FROM: { label: 'inspected from', words: day },
    INSPECTED_TO: { label: 'inspected to', words: day },
    SEEN_IN: { label: 'seen in', words: asItIs, inItsEntry: true },
    NOTE: { label: 'note', words: asItIs, inItsEntry: true },
    DOCUMENT_DIGEST: { label: 'document fingerprint', words: asItIs, inItsEntry: true },
    SUMMARY: { label: 'summary', words: asItIs, inItsEntry: true },
    ADOPTION: { label: 'adopted', words: ({ on, body }: { on: string; body: string }) => `on ${longDate(on)} by ${body}` },
    PUBLICATION: { label: 'publication', words: readable },
    EMBARGOED_UNTIL: { label: 'under embargo until', words: (value: string) => longInstant(value) },
    WITHDRAWN: { label: 'withdrawn', words: asItIs },
    FINDING_REFERS_TO: {
      label: 'finding linked to',
      words: ({ findingId, relation, recommendation }: Linked) => `${findingId}, ${relations[relation]} ${recommendation}`,
    },
    JUDGEMENT: {
      label: 'judgement',
      words: ({ subject, column, grade }: Judgement) => `${subject}${column === null ? '' : `, ${column}`}: ${grade}`,
      inItsEntry: true,
    },
  },
}

import { linkedItemFacts } from '../targets.ts'
import { publicationOf } from '../../report/report-facts.ts'
import { policyFor } from '../../policy/policy-on.ts'
import type { PublicationFacts, Timescale } from '@outstanding/domain'
import { countedFrom, readTimescale, recommendationDecider, recommendationIdentity, parseStream } from '@outstanding/domain'
import { recommendationStream } from '@outstanding/event-store'
import { TextKindType } from '../../graphql/text-kind.ts'
import { builder } from '../../graphql/builder.ts'
import { commandMutation } from '../../commands/command-mutation.ts'
import { foldStream } from '../../commands/fold-stream.ts'
import type { CommandAnswer } from '../../commands/command-result.ts'
import type { InputFields } from '../../commands/envelope-input.ts'
import type { Facts } from '../../commands/facts.ts'
import type { Ready } from '../../commands/execute-command.ts'
import type { OfPublication } from '../../report/report-facts.ts'
import { PrintedPrecision } from '../../graphql/date-precision.ts'
import { TimescaleGrade } from '../enums.ts'
import { GravityType } from '../gravity.ts'

const PlaceInput = builder.inputType('PlaceInput', {
  description: 'A place in a document.',
  fields: (t) => ({
    document: t.string({ required: true, description: 'The title or file name of the document.' }),
    page: t.string({ description: 'The page, as printed.' }),
    paragraph: t.string({ description: 'The paragraph, as printed.' }),
    heading: t.string({ description: 'The heading above it.' }),
  }),
})

const TimescaleInput = builder.inputType('TimescaleInput', {
  description: 'The timescale as printed. The grade is read from the wording unless you give it.',
  fields: (t) => ({
    asPrinted: t.string({ description: 'For example "For action over the next six months".' }),
    grade: t.field({ type: TimescaleGrade, description: 'How soon it is to be done. By default read from `asPrinted`.' }),
    months: t.int({ description: 'Only with WITHIN_MONTHS.' }),
    date: t.field({ type: 'Date', description: 'Only with BY_DATE. For a month, its last day.' }),
    datePrecision: t.field({ type: PrintedPrecision, description: 'Only with BY_DATE.' }),
  }),
})

type TimescaleInput = Omit<Timescale, 'grade'> & { readonly grade: Timescale['grade'] | null }

/** Read from the words, unless its grade was given with it. */
function timescaleOf(given: TimescaleInput | null, publication: PublicationFacts): Timescale {
  const { asPrinted = null, grade = null } = given ?? {}
  return given && grade ? { ...given, grade } : readTimescale(asPrinted, countedFrom(publication)?.date ?? null)
}

const fields = (t: InputFields) => ({
  report: t.id({ required: true, description: "The report's `id`." }),
  reference: t.string({ description: 'The reference as printed. R2 and R02 are the same within one report.' }),
  localReference: t.string({ description: 'Our own reference if none is printed, for example JAR2007-03. By default the printed one.' }),
  ordinal: t.int({ required: true, description: "Its number in the report's list, from 1. For a part, its number within its parent." }),
  title: t.string({ required: true, description: 'Its title, as printed or in your own words.' }),
  addressee: t.string({ description: 'The body addressed. By default the addressee of the report.' }),
})

type Listed = {
  readonly report: string
  readonly reference: string | null
  readonly localReference: string | null
  readonly ordinal: number
}

type InReport = OfPublication & { readonly authority: string }

/** The report that a new recommendation stands in, with what the recommendation keeps of it. */
async function inReport(report: string, facts: Facts): Promise<InReport | CommandAnswer> {
  const authority = parseStream(report)?.authority
  const known = authority ? await publicationOf(facts.store, report) : null
  return authority && known ? { authority, ...known } : { kind: 'NOT_FOUND', id: report, field: 'report' }
}

/** Where it goes: its id follows from its report, its reference and its parent. */
function placed<Data>(
  { report, reference, ordinal }: Listed,
  parent: string | null,
  { authority, publication }: InReport,
  data: Data,
): Ready<Data> {
  const stream = recommendationStream(authority, report, recommendationIdentity({ reference, ordinal, parent }))
  return { kind: 'READY', stream, authority, illustrative: publication.illustrative, data }
}

const localOf = ({ localReference, reference, ordinal }: Listed): string => localReference ?? reference ?? String(ordinal)

/** A part is published, withheld and listed with the whole: it cannot stand in another report. */
const inAnotherReport: CommandAnswer = {
  kind: 'REJECTED',
  rule: 'partOfSameReport',
  field: 'parent',
  message: 'The recommendation that this is a part of stands in another report.',
  remedy: 'Choose a recommendation of the same report, or link the two.',
}

async function reportOf({ store }: Facts, recommendation: string): Promise<string | null> {
  const state = await foldStream(store, recommendationDecider, recommendation)
  if (state?.kind === 'ISSUED') return state.issued.report
  return state?.kind === 'LISTED' ? state.listed.report : null
}

commandMutation(recommendationDecider, 'IssueRecommendation', {
  description: 'Records a recommendation as the report makes it. Its original completion date is calculated once, here, and never changes.',
  fields: (t) => ({
    ...fields(t),
    text: t.string({ required: true, description: 'Its text, as printed or as a summary.' }),
    textKind: t.field({ type: TextKindType, description: 'Whether the text is as printed or a summary. By default QUOTED.' }),
    place: t.field({ type: PlaceInput, description: 'Where it is in the report.' }),
    timescale: t.field({ type: TimescaleInput, description: 'How soon the report asks for it. Leave it out if the report does not say.' }),
    parent: t.id({ description: 'The recommendation that it is a part of.' }),
    gravity: t.field({ type: GravityType, description: 'How serious the report says it is. Leave it out if it does not say.' }),
  }),
  prepare: async (input, facts) => {
    const { report, reference, ordinal, title, text, place, addressee, parent, gravity } = input
    const textKind = input.textKind ?? 'QUOTED'
    const within = await inReport(report, facts)
    if ('kind' in within) return within
    const known = parent === null || (await linkedItemFacts(facts, parent)).targetExists
    if (!known) return { kind: 'NOT_FOUND', id: parent, field: 'parent' }
    if (parent !== null && (await reportOf(facts, parent)) !== report) return inAnotherReport
    const { authority, publication, reportWithdrawn } = within
    const own = { report, reference, localReference: localOf(input), ordinal, title, text, textKind, place, addressee, parent, gravity }
    const timescale = timescaleOf(input.timescale, publication)
    return placed(input, parent, within, { ...own, publication, reportWithdrawn, timescale, policy: await policyFor(facts, authority) })
  },
})

commandMutation(recommendationDecider, 'RegisterListedRecommendation', {
  description: 'Records a recommendation that a table lists as outstanding and whose text is not available.',
  fields: (t) => ({ ...fields(t), listedIn: t.field({ type: PlaceInput, required: true, description: 'The table that lists it.' }) }),
  prepare: async (input, facts) => {
    const { report, reference, ordinal, title, addressee, listedIn } = input
    const within = await inReport(report, facts)
    if ('kind' in within) return within
    const own = { report, reference, localReference: localOf(input), ordinal, title, listedIn, addressee }
    const { publication, reportWithdrawn } = within
    return placed(input, null, within, { ...own, publication, reportWithdrawn })
  },
})

import { reportDecider, reportIdentity, isAuthority } from '@outstanding/domain'
import { reportStream } from '@outstanding/event-store'
import { notASlug } from '../commands/rejected.ts'
import { commandMutation } from '../commands/command-mutation.ts'
import { commandsTo } from '../commands/commands-to.ts'
import type { CommandAnswer } from '../commands/command-result.ts'
import type { InputFields } from '../commands/envelope-input.ts'
import type { Ready } from '../commands/execute-command.ts'
import { TextKindType } from '../graphql/text-kind.ts'
import { GradeMeaning, PrintedIn, PublishedPrecision, ReportFindingDirection, ReportKind } from './enums.ts'

const nameFields = (t: InputFields) => ({
  title: t.string({ required: true, description: 'Its title, as printed.' }),
  publisher: t.string({ required: true, description: 'The body that published it.' }),
  authority: t.id({ required: true, description: 'The slug of the authority that it is about, or `national` if it is addressed to all.' }),
  authorityName: t.string({ required: true, description: "The authority's name, as printed." }),
  distinguisher: t.string({ description: 'Distinguishes reports that one body issued under one framework on one day.' }),
  illustrative: t.boolean({
    description: 'True for a report about an invented council, shown as example data with its recommendations.',
  }),
})

commandMutation(reportDecider, 'RegisterReport', {
  description: 'Registers a report that we hold. Publisher, framework, authority and date identify it; its printed reference does not.',
  fields: (t) => ({
    ...nameFields(t),
    framework: t.string({ required: true, description: 'The framework of the report, for example a joint area review.' }),
    kind: t.field({ type: ReportKind, required: true, description: 'What kind of report it is.' }),
    reference: t.string({ description: 'As printed.' }),
    publishedOn: t.field({
      type: 'Date',
      description: 'With MONTH, the last day of the month. With NOT_AFTER, the latest possible day. With UNKNOWN, leave it out.',
    }),
    publishedAsPrinted: t.string({ description: 'The date of publication as printed.' }),
    publishedPrecision: t.field({ type: PublishedPrecision, required: true, description: 'How exactly the day of publication is known.' }),
    inspectedFrom: t.field({ type: 'Date', description: 'The first day of the inspection.' }),
    inspectedTo: t.field({ type: 'Date', description: 'The last day of the inspection.' }),
    addressee: t.string({ description: 'The body that its whole list of recommendations is addressed to.' }),
    seenIn: t.string({ description: 'Where it was named, if we do not hold the report.' }),
    documentDigest: t.string({ description: '`sha256:` and 64 hex digits, of the document as published.' }),
    summary: t.string({ description: 'In our own words.' }),
  }),
  prepare: async ({
    commandId: _id,
    effectiveOn: _on,
    expectedRevision: _revision,
    onBehalfOf: _principal,
    source: _source,
    causedBy: _cause,
    ...fields
  }) => {
    const { distinguisher, illustrative, ...data } = fields
    return newReport({ ...data, distinguisher }, illustrative, data)
  },
})

commandMutation(reportDecider, 'RegisterMentionedReport', {
  description: 'Records a report that is known only because another document mentions it.',
  fields: (t) => ({
    ...nameFields(t),
    seenIn: t.string({ required: true, description: 'The document that mentions it.' }),
    note: t.string({ description: 'Anything else that is known about it.' }),
  }),
  prepare: async ({ title, publisher, authority, authorityName, seenIn, note, distinguisher, illustrative }) =>
    newReport(
      { title, publisher, authority, framework: '', publishedOn: null, publishedPrecision: 'UNKNOWN', distinguisher },
      illustrative,
      { title, publisher, authority, authorityName, seenIn, note },
    ),
})

function newReport<Data>(
  identity: Parameters<typeof reportIdentity>[0],
  illustrative: boolean | null,
  data: Data,
): Ready<Data> | CommandAnswer {
  const { authority } = identity
  if (!isAuthority(authority)) return notASlug('authority')
  return { kind: 'READY', stream: reportStream(authority, reportIdentity(identity)), authority, illustrative: illustrative === true, data }
}

const reportCommand = commandsTo('report', reportDecider)

reportCommand('AdoptReport', {
  description: 'Records that a body adopted the report on the day of `effectiveOn`.',
  fields: (t) => ({
    body: t.string({ required: true, description: 'The body that adopted it.' }),
    resolution: t.string({ description: 'The resolution, as printed.' }),
  }),
  data: ({ body, resolution }) => ({ body, resolution }),
})

reportCommand('PublishReport', {
  description: 'Publishes the report and its recommendations on the register.',
  fields: () => ({}),
  data: () => ({}),
})

reportCommand('EmbargoReport', {
  description:
    'Puts the report and its recommendations under embargo: the public sees nothing of them before that time, and all of them afterwards.',
  fields: (t) => ({
    until: t.field({ type: 'DateTime', required: true, description: 'When the embargo ends: a time with its offset from UTC.' }),
  }),
  data: ({ until }) => ({ until: new Date(until).toISOString() }),
})

reportCommand('WithholdReport', {
  description: 'Withholds the report and its recommendations from the public.',
  fields: (t) => ({ reason: t.string({ required: true, description: 'Why it is withheld.' }) }),
  data: ({ reason }) => ({ reason }),
})

reportCommand('WithdrawReport', {
  description: 'Records that its publisher withdrew it.',
  fields: (t) => ({ reason: t.string({ required: true, description: 'Why its publisher withdrew it.' }) }),
  data: ({ reason }) => ({ reason }),
})

reportCommand('RecordJudgement', {
  description: 'A grade as published, with its scale. Grades are compared only by their meaning.',
  fields: (t) => ({
    judgementId: t.id({ description: 'Your own id for it. By default the `commandId`.' }),
    subject: t.string({ required: true, description: 'The subject of the judgement, as printed.' }),
    column: t.string({ description: "The table's column, if it has several." }),
    section: t.string({ description: 'The section of the report, as printed.' }),
    grade: t.string({ required: true, description: 'As printed: "3", "Good", "Grade 4 (Inadequate)".' }),
    scale: t.string({ description: 'As the report states it, for example "4 outstanding, 3 good, 2 adequate, 1 inadequate".' }),
    meaning: t.field({ type: GradeMeaning, description: 'The meaning of the grade. By default read from its wording or scale.' }),
    printedIn: t.field({ type: PrintedIn, required: true, description: 'Where the report prints it.' }),
    place: t.string({ description: 'Page, paragraph or table.' }),
  }),
  data: ({ commandId, judgementId, subject, column, section, grade, scale, meaning, printedIn, place }) => ({
    judgementId: judgementId ?? commandId,
    subject,
    column,
    section,
    grade,
    scale,
    meaning,
    printedIn,
    place,
  }),
})

reportCommand('RecordFinding', {
  description: 'Records a finding of the report.',
  fields: (t) => ({
    findingId: t.id({ description: 'Your own id for it. By default the `commandId`.' }),
    subject: t.string({ required: true, description: 'What the finding is about.' }),
    words: t.string({ required: true, description: 'What was found, as a summary or quoted.' }),
    textKind: t.field({ type: TextKindType, description: 'Whether the words are a quotation or a summary. By default SUMMARY.' }),
    direction: t.field({ type: ReportFindingDirection, required: true, description: 'The direction of the finding.' }),
    place: t.string({ description: 'Page, paragraph or table.' }),
  }),
  data: ({ commandId, findingId, subject, words, textKind, direction, place }) => ({
    findingId: findingId ?? commandId,
    subject,
    words,
    textKind: textKind ?? 'SUMMARY',
    direction,
    place,
  }),
})

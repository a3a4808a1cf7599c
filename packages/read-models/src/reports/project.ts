import type { ReportEvent, ReportState } from '@outstanding/domain'
import { reportDecider } from '@outstanding/domain'
import { defineReadModel } from '@outstanding/projection'
import type { FindingLinkRow, FindingRow, JudgementRow, ReportRow } from './tables.ts'
import { findingLinkTable, findingTable, judgementTable, reportTable } from './tables.ts'

/** Reports, with their judgements and findings in the order in which the domain holds them. */
export const reports = defineReadModel<ReportState, ReportEvent>({
  name: 'reports',
  version: 4,
  category: 'report',
  tables: [reportTable, judgementTable, findingTable, findingLinkTable],
  initial: reportDecider.initial,
  evolve: reportDecider.evolve,
  rows(state, stream) {
    const report = reportRow(stream, state)
    if (report === null) return {}
    return {
      [reportTable.name]: [report],
      [judgementTable.name]: state.judgements.map((judgement, ordinal): JudgementRow => ({ stream, ordinal, judgement })),
      [findingTable.name]: state.findings.map((finding, ordinal): FindingRow => ({ stream, ordinal, finding })),
      [findingLinkTable.name]: findingLinkRows(state, stream),
    }
  },
})

/** A link is not shown while its finding is void. */
const findingLinkRows = ({ findings, findingLinks }: ReportState, stream: string): readonly FindingLinkRow[] =>
  findingLinks.flatMap(({ linkId, findingId, relation, recommendation, words }) =>
    findings
      .filter((finding) => finding.findingId === findingId)
      .slice(0, 1)
      .map((finding) => ({ stream, link: linkId, target: recommendation, relation, words, finding })),
  )

/** What a mention does not say. */
const notRegistered = {
  framework: null,
  kind: null,
  reference: null,
  publishedOn: null,
  publishedAsPrinted: null,
  publishedPrecision: 'UNKNOWN',
  inspectedFrom: null,
  inspectedTo: null,
  addressee: null,
  documentDigest: null,
  summary: null,
} as const

/** A report known only by mention has the few facts of its mention, until it is registered. */
function reportRow(stream: string, state: ReportState): ReportRow | null {
  const { registered, listed, publication, embargoedUntil, withdrawn, illustrative } = state
  const details = registered ?? listed
  if (details === null) return null
  const printed = registered ?? notRegistered
  const adoption = state.adoptions.at(-1)
  return {
    stream,
    authority: details.authority,
    title: details.title,
    dated_on: printed.publishedOn ?? adoption?.on ?? null,
    publication,
    embargoed_until: embargoedUntil,
    illustrative,
    published_day: printed.publishedPrecision === 'DAY' ? printed.publishedOn : null,
    adopted_first: state.adoptions[0]?.on ?? null,
    counts_from_adoption: printed.kind === 'SCRUTINY' || printed.kind === 'INQUIRY',
    content: {
      authority: details.authority,
      authorityName: details.authorityName,
      title: details.title,
      publisher: details.publisher,
      framework: printed.framework,
      kind: printed.kind,
      reference: printed.reference,
      publishedOn: printed.publishedOn,
      publishedAsPrinted: printed.publishedAsPrinted,
      publishedPrecision: printed.publishedPrecision,
      inspectedFrom: printed.inspectedFrom,
      inspectedTo: printed.inspectedTo,
      adoptedOn: adoption?.on ?? null,
      adoptedBy: adoption?.body ?? null,
      addressee: printed.addressee,
      seenIn: details.seenIn,
      documentDigest: printed.documentDigest,
      summary: printed.summary,
      withdrawn,
    },
  }
}

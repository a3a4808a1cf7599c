import type { Recorded, ReportEvent, ReportState } from '@outstanding/domain'
import { historyAt, reportDecider } from '@outstanding/domain'
import type { ReadModel } from '../read-model.ts'
import type { FindingRow, JudgementRow, ReportRow } from './tables.ts'
import { findingTable, judgementTable, reportTable } from './tables.ts'

/** Reports, with their judgements and findings in the order in which the domain holds them. */
export const reports: ReadModel = {
  name: 'reports',
  category: 'report',
  tables: [reportTable, judgementTable, findingTable],
  rows({ stream, events }) {
    const state = historyAt(reportDecider, events as readonly Recorded<ReportEvent>[], null, null)
    const report = reportRow(stream, state, events.at(-1)?.revision ?? 0)
    if (report === null) return {}
    return {
      [reportTable.name]: [report],
      [judgementTable.name]: state.judgements.map((judgement, ordinal): JudgementRow => ({ stream, ordinal, judgement })),
      [findingTable.name]: state.findings.map((finding, ordinal): FindingRow => ({ stream, ordinal, finding })),
    }
  },
}

/** A report known only by mention has the few facts of its mention, until it is registered. */
function reportRow(stream: string, state: ReportState, revision: number): ReportRow | null {
  const { registered, listed, publication, withdrawn, illustrative } = state
  const known = registered ?? listed
  if (known === null) return null
  const adoption = state.adoptions.at(-1)
  return {
    stream,
    authority: known.authority,
    title: known.title,
    published_on: registered?.publishedOn ?? null,
    publication,
    illustrative,
    revision,
    content: {
      authority: known.authority,
      authorityName: known.authorityName,
      title: known.title,
      publisher: known.publisher,
      framework: registered?.framework ?? null,
      kind: registered?.kind ?? null,
      reference: registered?.reference ?? null,
      publishedOn: registered?.publishedOn ?? null,
      publishedAsPrinted: registered?.publishedAsPrinted ?? null,
      publishedPrecision: registered?.publishedPrecision ?? 'UNKNOWN',
      inspectedFrom: registered?.inspectedFrom ?? null,
      inspectedTo: registered?.inspectedTo ?? null,
      adoptedOn: adoption?.on ?? null,
      adoptedBy: adoption?.body ?? null,
      addressee: registered?.addressee ?? null,
      seenIn: known.seenIn,
      documentDigest: registered?.documentDigest ?? null,
      summary: registered?.summary ?? null,
      withdrawn,
    },
  }
}

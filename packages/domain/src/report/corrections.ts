import type { Correctable, CorrectedEntry, Data, Invariants } from '../kernel/corrections/correction-rules.ts'
import { incoherence, judgementMeaning, type Judgement } from './coherence.ts'
import { reportEvents, type ReportEvent } from './events.ts'
import { refuse } from './rules.ts'
import type { ReportState } from './state.ts'

/** What the readers of a report's history rely on, and no correction may break. */
const invariants: Invariants<ReportState, ReportEvent> = {
  ReportRegistered: (_, { registered }) => (registered === null ? null : refuse('notYetRegistered', 'report')),
  ReportAdopted: ({ data }, { adoptions }) => (adoptions.some(({ body }) => body === data.body) ? refuse('adoptedOnce', 'body') : null),
  JudgementRecorded: ({ data }, { judgements }) =>
    judgements.some(({ judgementId }) => judgementId === data.judgementId) ? refuse('judgementOnce', 'judgementId') : null,
  FindingRecorded: ({ data }, { findings }) =>
    findings.some(({ findingId }) => findingId === data.findingId) ? refuse('findingOnce', 'findingId') : null,
  ReportFindingLinked: ({ data }, { findings, findingLinks }) => {
    if (findingLinks.some(({ linkId }) => linkId === data.linkId)) return refuse('findingLinkOnce', 'linkId')
    return findings.some(({ findingId }) => findingId === data.findingId) ? null : refuse('findingKnown', 'findingId')
  },
}

/** A meaning that was read from the old grade goes with it, unless the correction states another. */
const withMeaning = ({ data, fields }: CorrectedEntry): Judgement => {
  const judgement = data as Judgement
  return Object.hasOwn(fields, 'meaning') || !regraded(fields) ? judgement : { ...judgement, meaning: null }
}
const regraded = (fields: Data): boolean => Object.hasOwn(fields, 'grade') || Object.hasOwn(fields, 'scale')

/** How an entry of a report is corrected. */
export const corrections: Correctable<ReportState, ReportEvent> = {
  events: reportEvents,
  coherence: (entry, today) =>
    incoherence(entry.type as ReportEvent['type'], entry.type === 'JudgementRecorded' ? withMeaning(entry) : entry.data, today),
  derive: (entry) => {
    const meant = entry.type === 'JudgementRecorded' && (regraded(entry.fields) || Object.hasOwn(entry.fields, 'meaning'))
    return { ok: true, fields: meant ? judgementMeaning(withMeaning(entry)) : {} }
  },
  invariants,
}

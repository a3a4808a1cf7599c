import type { Decision } from '../decision.ts'
import type { AmendWording, IssueRecommendation, RegisterListedRecommendation, WithholdRecommendation } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { PublicationFacts } from '../report/publication.ts'
import type { RecommendationState } from './state.ts'
import type { PolicyContent } from '../policy/events.ts'
import type { DateDerivation, Timescale } from '../timescale/timescale.ts'
import type { IsoDate } from '../envelope.ts'
import { normaliseReference } from '../report/identity.ts'
import { originalCompletion, originalCompletionDate } from '../timescale/original-completion.ts'
import { accepted } from './fact-of.ts'
import { refuse } from './rules.ts'

type Outcome = Decision<RecommendationEvent>

export const issueRecommendation = (command: IssueRecommendation, state: RecommendationState): Outcome => {
  const { data } = command
  if (data.reportWithdrawn) return refuse('reportNotWithdrawn', 'report')
  if (state.kind === 'ISSUED') return refuse('alreadyIssued', 'localReference')
  if (state.kind === 'LISTED' && !sameItem(data, state.listed)) return refuse('sameReference', 'reference', state.listed.localReference)
  if (data.parent !== null && data.parent === state.record.stream) return refuse('refersToItself', 'parent')
  return accepted(command, originalDate(data.timescale, data.publication, data.policy))
}

export const registerListedRecommendation = (command: RegisterListedRecommendation, state: RecommendationState): Outcome => {
  if (command.data.reportWithdrawn) return refuse('reportNotWithdrawn', 'report')
  return state.kind === 'NOT_ISSUED' ? accepted(command) : refuse('alreadyIssued', 'localReference')
}

export const amendWording = (command: AmendWording, state: RecommendationState): Outcome => {
  const now = state.record.amendments.at(-1)?.wording ?? (state.kind === 'ISSUED' ? state.issued.text : null)
  return command.data.wording === now ? refuse('wordingUnchanged', 'wording') : accepted(command)
}

export const withholdRecommendation = (command: WithholdRecommendation, state: RecommendationState): Outcome =>
  state.record.withheld === null ? accepted(command) : refuse('alreadyWithheld', 'reason')

export type OriginalDate = { readonly originalCompletionDate: IsoDate | null; readonly derivation: DateDerivation }

/** Derived once (rule 1). Where the timescale stated is what we read in the printed words, with how those were read; where it is not, it says so. */
export const originalDate = (timescale: Timescale, publication: PublicationFacts, policy: Pick<PolicyContent, 'clocks'>): OriginalDate => {
  const interpreted = originalCompletion(timescale.asPrinted, publication, policy)
  if (sameTimescale(interpreted.timescale, timescale))
    return { originalCompletionDate: interpreted.originalCompletionDate, derivation: interpreted.derivation }
  const { date, derivation } = originalCompletionDate(timescale, publication, policy)
  return {
    originalCompletionDate: date,
    derivation: { ...derivation, words: `${derivation.words}; stated so, the printed words read otherwise` },
  }
}

export const sameTimescale = (a: Timescale, b: Timescale): boolean =>
  a.grade === b.grade && a.months === b.months && a.date === b.date && a.datePrecision === b.datePrecision

type Referenced = { readonly report: string; readonly reference: string | null }
const sameItem = (issued: Referenced, listed: Referenced): boolean =>
  issued.report === listed.report && normalised(issued.reference) === normalised(listed.reference)
const normalised = (reference: string | null): string | null => (reference === null ? null : normaliseReference(reference))

import { longDate } from '@outstanding/wording'
import type { RevisionOutcome } from '../queries/queries.ts'
import { decisionWords } from './decision-words.ts'
import type { RecommendationNode } from './recommendation-node.ts'

type Extension = { readonly name: string; readonly value: string; readonly detail: string | null }

const names: Readonly<Record<RevisionOutcome, string>> = {
  APPROVED: 'Extension approved',
  REFUSED: 'Extension refused',
  PENDING: 'Extension requested',
  WITHDRAWN: 'Extension request withdrawn',
}

/** Each extension in turn: from which date to which, who decided, and why it was asked for. */
export function extensionsOf({
  revisions,
  originalCompletionDate,
}: Pick<RecommendationNode, 'revisions' | 'originalCompletionDate'>): readonly Extension[] {
  let current = originalCompletionDate
  return revisions.map(({ outcome, date, approvedDate, reason, refusedBecause, withdrawnBecause, decision }) => {
    const to = approvedDate ?? date
    const dates = [current, to].filter((day) => day !== null).map(longDate)
    if (outcome === 'APPROVED') current = to
    const detail = [
      decision === null ? null : decisionWords(decision),
      reason === null ? null : `Reason: ${reason}`,
      withdrawnBecause === null ? null : `Withdrawn: ${withdrawnBecause}`,
      refusedBecause === null ? null : `Refused: ${refusedBecause}`,
    ].filter((part) => part !== null)
    return { name: names[outcome], value: dates.join(' to '), detail: detail.length === 0 ? null : detail.join('. ') }
  })
}

import { elapsedWords, longDate } from '@outstanding/wording'
import type { CompletionDateRevisionOutcome, SlippageCause } from '../queries/queries.ts'
import { decisionWords } from './decision-words.ts'
import type { RecommendationNode } from './recommendation-node.ts'

type Extension = { readonly name: string; readonly value: string; readonly detail: string | null }
type OnDay = Extension & { readonly on: string }
type Dates = Pick<RecommendationNode, 'slippage' | 'completionDateRevisions' | 'originalCompletionDate'>

const moves: Readonly<Record<SlippageCause, string>> = {
  EXTENSION: 'Extension approved',
  REOPENING: 'New date when reopened',
}
const names: Readonly<Record<Exclude<CompletionDateRevisionOutcome, 'APPROVED'>, string>> = {
  REFUSED: 'Extension refused',
  PENDING: 'Extension requested',
  WITHDRAWN: 'Extension request withdrawn',
}

/** Every move of the date in turn: from which date to which, by how many days, who decided, and why; and what was asked for without one. */
export const extensionsOf = (dates: Dates): readonly Extension[] =>
  [...movesOf(dates), ...otherRequests(dates)]
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ name, value, detail }) => ({ name, value, detail }))

const movesOf = ({ slippage }: Dates): readonly OnDay[] =>
  slippage.map(({ cause, from, to, reason, approvedBy, effectiveOn }) => ({
    on: effectiveOn,
    name: moves[cause],
    value: `${longDate(from)} to ${longDate(to)} (${movedBy(from, to)})`,
    detail: told([decisionWords(approvedBy), because('Reason', reason)]),
  }))

/** Each with the date that was in force when it was decided, or asked for. */
const otherRequests = (dates: Dates): readonly OnDay[] =>
  dates.completionDateRevisions.flatMap(({ outcome, date, reason, refusedBecause, withdrawnBecause, decision, decidedOn, requestedOn }) => {
    if (outcome === 'APPROVED') return []
    const on = decidedOn ?? requestedOn ?? ''
    const value = [inForceOn(on, dates), date]
      .filter((day) => day !== null)
      .map(longDate)
      .join(' to ')
    const parts = [
      decision === null ? null : decisionWords(decision),
      because('Reason', reason),
      because('Withdrawn', withdrawnBecause),
      because('Refused', refusedBecause),
    ]
    return [{ on, name: names[outcome], value, detail: told(parts) }]
  })

const inForceOn = (day: string, { slippage, originalCompletionDate }: Dates): string | null =>
  slippage.findLast(({ effectiveOn }) => effectiveOn <= day)?.to ?? originalCompletionDate

const movedBy = (from: string, to: string): string => (to < from ? `${elapsedWords(to, from)} earlier` : `${elapsedWords(from, to)} later`)
const because = (word: string, reason: string | null): string | null => (reason === null ? null : `${word}: ${reason}`)
const told = (parts: readonly (string | null)[]): string | null => parts.filter((part) => part !== null).join('. ') || null

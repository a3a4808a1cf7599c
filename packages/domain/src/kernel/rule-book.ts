import { reject, type Rejection } from '../decision.ts'

/**
 * One rule. `of` says where it comes from: a numbered rule of the domain, "history" (how history, commands and corrections work),
 * "publication", or "form" (what any entry must look like).
 */
export type Rule = {
  readonly of: string
  /** What is wrong, without a full stop. */
  readonly message: string
  /** What to do next, without a full stop. */
  readonly remedy: string
}
export type RuleBook = Readonly<Record<string, Rule>>

export type Refusal = { readonly ok: false; readonly rejection: Rejection }

/** Refuses under one rule of a book. `more` adds what is particular to the case. */
export const refuserOf =
  <Book extends RuleBook>(book: Book) =>
  (rule: keyof Book & string, field: string, more?: string): Refusal => {
    const { message, remedy } = book[rule] as Rule
    return reject(rule, field, sentence(message, more), sentence(remedy, undefined))
  }

/** The first refusal of several looks, which are taken in their order. */
export const firstRefusal = (looks: readonly (() => Refusal | null)[]): Refusal | null => {
  for (const look of looks) {
    const refusal = look()
    if (refusal !== null) return refusal
  }
  return null
}

const sentence = (text: string, more: string | undefined): string => {
  const start = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  return more === undefined ? `${start}.` : `${start}: ${more}.`
}

import type { ObjectOf, TypeOf } from '../kernel/fields/field.ts'
import type { EventOf, FactOf } from '../kernel/events/event-declarations.ts'
import { correctionEvents } from '../kernel/events/entry-corrected.ts'
import { code, derived, dictionaryOf, flag, listOf, name, oneOf, objectOf, wholeNumber, words } from '../kernel/fields/declare.ts'

export const categoryMeanings = [
  'ACHIEVED_ON_TIME',
  'ACHIEVED_LATE',
  'PROGRESS_MADE',
  'OBSTACLE',
  'INSUFFICIENT_PROGRESS',
  'IN_PROGRESS',
] as const
/** What a category means whatever its label; rules test the meaning, never the code. */
export type CategoryMeaning = (typeof categoryMeanings)[number]

const category = objectOf({ code, label: name, meaning: oneOf(categoryMeanings) })
export type PolicyCategory = TypeOf<typeof category>

/** The tracking policy as data with a version: an old event is always read under the policy of its day. */
const content = {
  /** From 1, by one for each adoption. */
  version: derived(wholeNumber(1)),
  categories: listOf(category, { min: 1, max: 100 }),
  /** How each category is shown in another scheme (RAG, three levels): printed under each export. */
  mapping: dictionaryOf(name),
  clocks: objectOf({
    dueSoonDays: wholeNumber(0, 366),
    /** Months counted from publication for an immediate item; 0: due on that date. */
    immediateMonths: wholeNumber(0, 24),
    executiveResponseMonths: wholeNumber(1, 12),
    inspectionActionPlanWorkingDays: wholeNumber(1, 250),
  }),
  /** False under the committee system: there is no executive. */
  hasExecutive: flag,
  /** The person who recorded a proposal or request may not record the committee's decision on it. */
  secondPerson: flag,
  source: words,
} as const
export type PolicyContent = ObjectOf<typeof content>

export const policyEvents = { PolicyAdopted: content, ...correctionEvents } as const
export type PolicyEvent = EventOf<typeof policyEvents>
export type PolicyAdopted = FactOf<typeof policyEvents, 'PolicyAdopted'>

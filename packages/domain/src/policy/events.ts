import type { EntryCorrected, Fact } from '../envelope.ts'

/** What a category means whatever its label; rules test the meaning, never the code. */
export type CategoryMeaning = 'ACHIEVED_ON_TIME' | 'ACHIEVED_LATE' | 'PROGRESS_MADE' | 'OBSTACLE' | 'INSUFFICIENT_PROGRESS' | 'IN_PROGRESS'

export type PolicyCategory = {
  readonly code: string
  readonly label: string
  readonly meaning: CategoryMeaning
}

/** The tracking policy as data with a version: an old event is always read under the policy of its day. */
export type PolicyContent = {
  /** From 1, by one for each adoption. */
  readonly version: number
  readonly categories: readonly PolicyCategory[]
  /** How each category is shown in another scheme (RAG, three levels): printed under each export. */
  readonly mapping: Readonly<Record<string, string>>
  readonly clocks: {
    readonly dueSoonDays: number
    /** Months counted from publication for an immediate item; 0: due on that date. */
    readonly immediateMonths: number
    readonly executiveResponseMonths: number
    readonly inspectionActionPlanWorkingDays: number
  }
  /** False under the committee system: there is no executive. */
  readonly hasExecutive: boolean
  readonly source: string
}
export type PolicyAdopted = Fact<'PolicyAdopted', PolicyContent>
export type PolicyEvent = PolicyAdopted | EntryCorrected

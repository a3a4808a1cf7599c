import type { Operation } from '../asking/asking.ts'
import type { Recorded } from '../past/past-words.ts'
import type { Schedule } from '../words/positions.ts'

export type ListedRecommendation = {
  readonly id: string
  readonly reference: string | null
  readonly localReference: string
  readonly title: string
  readonly textToHand: boolean
  readonly illustrative: boolean
  readonly conclusionReason: string | null
  readonly themes: readonly string[]
  readonly parent: { readonly id: string } | null
  readonly report: { readonly id: string; readonly title: string; readonly authorityName: string; readonly publishedOn: string | null }
  readonly timescale: { readonly asPrinted: string | null; readonly grade: string }
  readonly owners: readonly { readonly name: string; readonly role: string }[]
  readonly position: {
    readonly response: string
    readonly delivery: string
    readonly tracking: string
    readonly schedule: Schedule
    readonly assessment: {
      readonly agreed: string | null
      readonly proposed: string | null
      readonly category: { readonly label: string } | null
      readonly proposedCategory: { readonly label: string } | null
    }
  }
}

export type ReportOption = {
  readonly id: string
  readonly title: string
  readonly authority: string
  readonly authorityName: string
  readonly publishedOn: string | null
}

export type OutstandingData = {
  readonly recommendations: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: readonly { readonly node: ListedRecommendation }[]
  }
  readonly scheduleCounts: Readonly<Record<string, number>>
  readonly reports: { readonly edges: readonly { readonly node: ReportOption }[] }
  /** The themes of the first hundred items: suggestions, not all there are. */
  readonly themed: { readonly edges: readonly { readonly node: { readonly themes: readonly string[] } }[] }
  readonly outstandingByOwner: readonly { readonly owner: string; readonly name: string }[]
  readonly position: Recorded
  readonly policy: { readonly inForce: { readonly categories: readonly { readonly code: string; readonly label: string }[] } }
}

export type OutstandingVariables = {
  readonly first: number
  readonly after: string | null
  readonly filter: object
  readonly countFilter: object
  readonly orderBy: { readonly by: string; readonly direction: string }
  readonly asAt: string | null
  readonly asKnownAt: string | null
  readonly policyOf: string
}

/** What the filters offer, and by what words they are called; of the past that is shown. */
export const offersText = `reports(first: 100, asAt: $asAt, asKnownAt: $asKnownAt) { edges { node { id title authority authorityName publishedOn } } }
  themed: recommendations(first: 100, asAt: $asAt, asKnownAt: $asKnownAt) { edges { node { themes } } }
  outstandingByOwner(asAt: $asAt, asKnownAt: $asKnownAt) { owner name }
  policy(authority: $policyOf, asAt: $asAt, asKnownAt: $asKnownAt) { inForce { categories { code label } } }`

/** One page of the list, the counts above it, and what the filters offer. */
export const outstandingQuery: Operation<OutstandingData, OutstandingVariables> = {
  name: 'OutstandingPage',
  text: `query OutstandingPage($first: Int!, $after: String, $filter: RecommendationFilter, $countFilter: RecommendationFilter, $orderBy: RecommendationOrder, $asAt: Date, $asKnownAt: String, $policyOf: ID!) {
  recommendations(first: $first, after: $after, filter: $filter, orderBy: $orderBy, asAt: $asAt, asKnownAt: $asKnownAt) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id reference localReference title textToHand illustrative themes conclusionReason
        parent { id }
        report { id title authorityName publishedOn }
        timescale { asPrinted grade }
        owners { name role }
        position {
          response delivery tracking
          schedule { state daysOverdue daysUntilDue dueOn }
          assessment { agreed proposed category { label } proposedCategory { label } }
        }
      }
    }
  }
  scheduleCounts(filter: $countFilter, asAt: $asAt, asKnownAt: $asKnownAt) { overdue dueSoon notDue undated metOnTime metLate ended }
  ${offersText}
  position(asKnownAt: $asKnownAt) { events recordedAt recordedFrom }
}`,
}

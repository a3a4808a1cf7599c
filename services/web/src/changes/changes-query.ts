import type { Operation } from '../asking/asking.ts'
import { offersText } from '../outstanding/outstanding-query.ts'
import type { OutstandingData } from '../outstanding/outstanding-query.ts'
import { endsText } from './sides.ts'
import type { Ends } from './sides.ts'
import type { EntryHead } from '../words/entries.ts'

export type Cause = {
  readonly kind: string
  readonly entry: (EntryHead & { readonly words: string; readonly reason: string | null }) | null
}
export type ChangedValue = {
  readonly field: string
  readonly label: string
  readonly before: string
  readonly after: string
  readonly came: boolean
  readonly went: boolean
  readonly causes: readonly Cause[]
}
export type Difference = { readonly presence: string; readonly changes: readonly ChangedValue[]; readonly entries: readonly Cause[] }

type Moment = { readonly asAt: string | null; readonly asKnownAt: string | null }
type Between = {
  readonly from: Moment
  readonly to: Moment
  readonly fromKnown: string | null
  readonly toKnown: string | null
}

export type ItemChangesData = Ends & {
  readonly difference: Difference | null
  readonly recommendation: {
    readonly id: string
    readonly reference: string | null
    readonly localReference: string
    readonly title: string
    readonly report: { readonly title: string; readonly authorityName: string }
  } | null
}

const cause = 'kind entry { id type effectiveOn recordedAt words reason actor { role name onBehalfOf { name } } }'
const difference = `presence changes { field label before after came went causes { ${cause} } } entries { ${cause} }`
const related = 'id reference localReference title'

/** One recommendation on two sides. */
export const itemChangesQuery: Operation<ItemChangesData, Between & { readonly id: string; readonly isAsked: boolean }> = {
  name: 'RecommendationChanges',
  text: `query RecommendationChanges($id: ID!, $from: MomentInput!, $to: MomentInput!, $fromKnown: String, $toKnown: String, $isAsked: Boolean!) {
  difference: recommendationDifference(id: $id, from: $from, to: $to) @include(if: $isAsked) { ${difference} }
  recommendation(id: $id) { ${related} report { title authorityName } }
  ${endsText}
}`,
}

export type ListedThere = {
  readonly id: string
  readonly reference: string | null
  readonly localReference: string
  readonly title: string
  readonly report: { readonly title: string; readonly authorityName: string }
}
export type ListChangesData = Ends &
  Pick<OutstandingData, 'reports' | 'themed' | 'outstandingByOwner' | 'policy'> & {
    readonly difference?: {
      readonly totalCount: number
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
      readonly edges: readonly {
        readonly node: Difference & { readonly before: ListedThere | null; readonly after: ListedThere | null }
      }[]
    }
  }
type ListVariables = Between & {
  readonly filter: object
  readonly first: number
  readonly after: string | null
  readonly policyOf: string
  readonly isAsked: boolean
  readonly asAt: null
  readonly asKnownAt: null
}

/** The recommendations of a list on two sides: a page of those that are not the same. */
export const listChangesQuery: Operation<ListChangesData, ListVariables> = {
  name: 'ListChanges',
  text: `query ListChanges($filter: RecommendationFilter, $first: Int!, $after: String, $from: MomentInput!, $to: MomentInput!, $fromKnown: String, $toKnown: String, $policyOf: ID!, $isAsked: Boolean!, $asAt: Date, $asKnownAt: String) {
  difference(filter: $filter, first: $first, after: $after, from: $from, to: $to) @include(if: $isAsked) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { ${difference} before { ${related} report { title authorityName } } after { ${related} report { title authorityName } } } }
  }
  ${offersText}
  ${endsText}
}`,
}

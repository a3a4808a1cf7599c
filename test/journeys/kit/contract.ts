/** Every field that the first release promises to others, under its very name. */
export const recommendationFields = `
  id reference localReference title text addressee
  report { id title authority publishedOn publishedAsPrinted }
  timescale { asPrinted grade months date datePrecision }
  originalCompletionDate revisedCompletionDate
  owners { name role }
  position {
    response delivery
    assessment { proposed agreed category { code label meaning policyVersion } }
    schedule { state daysOverdue daysUntilDue }
    tracking
  }
  children { id }
  history(first: 100) { edges { node { type effectiveOn recordedAt actor { name role } logPosition } } }`

export const listQuery = `query ($first: Int, $after: String, $filter: RecommendationFilter, $orderBy: RecommendationOrder, $asAt: Date) {
  recommendations(first: $first, after: $after, filter: $filter, orderBy: $orderBy, asAt: $asAt) {
    totalCount
    edges { cursor node { id reference title position { schedule { state daysOverdue daysUntilDue } tracking } } }
    pageInfo { hasNextPage endCursor }
  }
}`

export const oneQuery = `query ($id: ID, $report: ID, $reference: String, $asAt: Date, $asKnownAt: String) {
  recommendation(id: $id, report: $report, reference: $reference, asAt: $asAt, asKnownAt: $asKnownAt) { ${recommendationFields} }
}`

export type Position = {
  readonly response: string
  readonly delivery: string
  readonly assessment: { readonly proposed: string | null; readonly agreed: string | null }
  readonly schedule: { readonly state: string; readonly daysOverdue: number | null; readonly daysUntilDue: number | null }
  readonly tracking: string
}

export type One = {
  readonly recommendation:
    | ({
        readonly id: string
        readonly originalCompletionDate: string | null
        readonly revisedCompletionDate: string | null
        readonly owners: readonly { readonly name: string; readonly role: string }[]
        readonly position: Position
        readonly history: {
          readonly edges: readonly { readonly node: { readonly type: string; readonly actor: { readonly name: string | null } } }[]
        }
      } & Readonly<Record<string, unknown>>)
    | null
}

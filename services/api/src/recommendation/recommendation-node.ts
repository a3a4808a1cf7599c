import type { Recommendation } from '@outstanding/read-models'
import type { Basis } from '../as-of/basis.ts'

/** A recommendation as the schema shows it: its row, and in which times it was asked for. */
export type RecommendationNode = Recommendation & {
  readonly basis: Basis
  /** Where its issue is void: the last place of the log at which it was not, as which it is shown. */
  readonly asIssuedAt?: string
}

import type { Recommendation } from '@outstanding/read-models'
import type { AsOf } from '../as-of/as-of.ts'

/** A recommendation as the schema shows it: its row, and in which times it was asked for. */
export type RecommendationNode = Recommendation & {
  readonly asOf: AsOf
  /** Where its issue is void: the last place of the log at which it was not, as which it is shown. */
  readonly asIssuedAt?: string
}

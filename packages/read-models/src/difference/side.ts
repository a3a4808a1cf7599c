import type { IsoDate } from '@outstanding/domain'
import type { Snapshot } from '@outstanding/projection'

/** One side of a comparison: what was known up to `snapshot.knownIndex`, as at a day. */
export type Side = { readonly snapshot: Snapshot; readonly asAt: IsoDate }

import type { Snapshot, Stamp } from '@outstanding/projection'
import { countParked } from '@outstanding/projection'
import { publicInMs } from '@outstanding/read-models'

/** What every answer says of the rows that it was built from, and until when the public may see the same of them. */
export type Standing = {
  readonly halted: Snapshot['halted']
  /** Of how many streams not every entry is shown. */
  readonly parkedStreams: number
  /** When the next embargo ends, as `performance.now()` will say; infinity where there is none. */
  readonly publicUntil: number
}

/** Read once for all requests that see the same rows. */
export function createStandings(): (snapshot: Snapshot) => Promise<Standing> {
  let known: { readonly stamp: Stamp; readonly standing: Standing } | null = null
  return async (snapshot) => {
    if (known?.stamp === snapshot.stamp && performance.now() < known.standing.publicUntil) return known.standing
    const began = performance.now()
    const [parkedStreams, inMs] = await Promise.all([countParked(snapshot), publicInMs(snapshot)])
    const publicUntil = inMs === null ? Number.POSITIVE_INFINITY : began + inMs
    known = { stamp: snapshot.stamp, standing: { halted: snapshot.halted, parkedStreams, publicUntil } }
    return known.standing
  }
}

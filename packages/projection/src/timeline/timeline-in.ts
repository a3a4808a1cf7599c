import type { Snapshot } from '../snapshot/snapshot.ts'
import { tableIn } from '../snapshot/rows-in.ts'
import { timelineTable } from './table.ts'

/** The timeline, to be selected from; what the snapshot does not know is in it too. */
export const timelineIn = (snapshot: Snapshot) => tableIn(snapshot, timelineTable).as('timeline')

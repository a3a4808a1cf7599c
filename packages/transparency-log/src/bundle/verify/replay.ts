import type { LeafRecord } from '../event-line.ts'
import type { ReadModelLine } from '../format.ts'

/** Replays events and compares what they come to with the rows of an exported read model. */
export type Replay = {
  event(leaf: LeafRecord, index: number): void
  /** One sentence where such a read model cannot be compared. */
  begin(readModel: ReadModelLine): string | null
  row(row: Readonly<Record<string, unknown>>): void
  /** The first difference, with the index of the last event that it rests on. */
  finish(): { readonly index: number | null; readonly message: string } | null
}

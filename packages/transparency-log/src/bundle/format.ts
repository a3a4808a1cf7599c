/** The lines of a bundle in their order, but for the events, which are CloudEvents. Hashes are base64; sizes and indexes count from 0. */
export type HeaderLine = {
  readonly kind: 'header'
  readonly format: 'outstanding-bundle'
  readonly version: 1
  readonly origin: string
  readonly events: number
  /** What was asked for, where the bundle holds less than its newest checkpoint counts. */
  readonly until: string | null
  /** The name of the read model that it brings, after the events. Stated before them, so that a verifier without a replay stores nothing. */
  readonly readModel: string | null
  readonly exportedAt: string
  readonly software: string
}
export type KeyLine = { readonly kind: 'key'; readonly key: string }
export type CheckpointLine = { readonly kind: 'checkpoint'; readonly note: string }
/** Between neighbours among the sizes of the checkpoints and the number of events. */
export type ConsistencyLine = {
  readonly kind: 'consistency'
  readonly from: number
  readonly to: number
  readonly proof: readonly string[]
}
export type InclusionLine = {
  readonly kind: 'inclusion'
  readonly stream: string
  readonly revision: number
  readonly index: number
  /** The tree's size: that of the newest checkpoint. */
  readonly size: number
  readonly proof: readonly string[]
}
/** What the log's own table says of the next events, at most `leavesAtOnce`: their hashes, one behind the other. */
export type LeavesLine = { readonly kind: 'leaves'; readonly start: number; readonly hashes: string }
export type ReadModelLine = { readonly kind: 'read-model'; readonly name: string; readonly asAt: string; readonly rows: number }
export type RowLine = { readonly kind: 'row'; readonly row: Readonly<Record<string, unknown>> }
export type ProvenanceLine = { readonly kind: 'provenance'; readonly document: object }
/** `bytes` and `sha256` (hexadecimal) are of everything before this line. */
export type FooterLine = { readonly kind: 'footer'; readonly bytes: number; readonly sha256: string }

export type Line =
  | HeaderLine
  | KeyLine
  | CheckpointLine
  | ConsistencyLine
  | InclusionLine
  | LeavesLine
  | ReadModelLine
  | RowLine
  | ProvenanceLine
  | FooterLine

/** As many as one hash tile holds. */
export const leavesAtOnce = 256

/** Neighbours among the sizes that a bundle speaks of: what it proves consistent. */
export function neighbours(sizes: readonly number[]): readonly (readonly [number, number])[] {
  const ordered = [...new Set(sizes)].toSorted((a, b) => a - b)
  return ordered.slice(1).map((size, n) => [ordered[n] ?? 0, size] as const)
}

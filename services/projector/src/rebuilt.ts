import type { Progress, ReadModel, TableDigests } from '@outstanding/projection'

export type Rebuilt =
  | {
      readonly ok: true
      readonly schema: string
      readonly events: number
      readonly position: string | null
      /** Until they were switched to; the digests come after. */
      readonly seconds: number
      readonly digests: TableDigests
      /** What was current before, when it stood at the same position and had the same shape: the names of tables that differ. */
      readonly compared: { readonly schema: string; readonly differing: readonly string[] } | null
    }
  /** One sentence. Nothing was switched; the old read models stand as they were. POISON: an event cannot be projected. */
  | { readonly ok: false; readonly why: 'BUSY' | 'POISON' | 'STOPPED' | 'FAILED'; readonly problem: string }
export type NotRebuilt = Extract<Rebuilt, { ok: false }>

export type RebuildOptions = {
  readonly databaseUrl: string
  readonly eventStoreUrl: string
  /** All of the product by default. */
  readonly models?: readonly ReadModel[]
  /** Gets a sentence for each step. */
  readonly report?: (line: string) => void
  readonly signal?: AbortSignal
}

export type Building = {
  readonly databaseUrl: string
  readonly models: readonly ReadModel[]
  readonly report: (line: string) => void
  readonly signal?: AbortSignal
}

export type LoadedBuild = { readonly ok: true; readonly progress: Progress } | NotRebuilt

export const stopped: NotRebuilt = { ok: false, why: 'STOPPED', problem: 'the rebuild was stopped' }

import type { UtcInstant } from '@outstanding/domain'
import type { Snapshot } from './snapshot.ts'

/** Where the projection stands; `halted` says why it goes no further ("complete up to" `position`). */
export type ProjectionStatus = {
  readonly schema: string
  readonly version: number
  readonly position: string | null
  readonly events: number
  /** The running maximum of the store's times over the events projected. */
  readonly recordedAt: UtcInstant | null
  readonly halted: {
    readonly position: string
    readonly stream: string
    readonly eventId: string
    readonly type: string
    readonly reason: string
  } | null
}

/** The reading side of the read models. */
export type ReadModels = {
  /** Hold it for one request, shared by its nested loads, and close it in a `finally`. Throws `NotProjectedError` before the first projection. */
  openSnapshot(): Promise<Snapshot & { close(): Promise<void> }>
  read<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T>
  /** True once the read models hold everything up to `position`; false when `timeoutMs` is over before. */
  waitForPosition(position: string, timeoutMs: number): Promise<boolean>
  /** Null before the first projection. */
  status(): Promise<ProjectionStatus | null>
  close(): Promise<void>
}

export type OpenReadModels = (options: {
  readonly databaseUrl: string
  /** 10 by default: as many snapshots can be open at once. */
  readonly maxConnections?: number
}) => ReadModels

import type { Expected } from '../wire/append-request.ts'

/** An event that has passed the checks of the call that brought it. */
export type NewEvent = {
  readonly id: string
  readonly type: string
  readonly isJson: boolean
  readonly customMetadata: Buffer
  readonly data: Buffer
}

export type WriteRequest = {
  readonly kind: 'append' | 'delete' | 'tombstone'
  readonly stream: Buffer
  readonly expected: Expected
  readonly events: readonly NewEvent[]
  /** Bytes that the request keeps in memory. */
  readonly size: number
  /** Whether nobody waits for it any longer: it is then not written. Asked once, just before it would be. */
  abandoned(): boolean
  /** Called exactly once, after what was written is durable. */
  answer(outcome: WriteOutcome): void
}

/** `revision` and `actual` are -1 where the stream has no event. `unknown`: it may or may not have been written. */
export type WriteOutcome =
  | { readonly kind: 'success'; readonly revision: number; readonly position: number | undefined }
  | { readonly kind: 'wrongExpectedVersion'; readonly actual: number }
  | { readonly kind: 'streamDeleted' }
  /** It states a recorded time that the log does not take. */
  | { readonly kind: 'notSeedable' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unknown' }

import type { EventStore } from '@outstanding/event-store'
import type { Poison } from '@outstanding/read-models'

export type RunOptions = {
  readonly store: EventStore
  readonly databaseUrl: string
  /** Ends the run after the batch at hand. */
  readonly signal: AbortSignal
  /** Gets a sentence for whatever an operator may want to know. */
  report(line: string): void
  /** Called once: everything that was in the log is projected, and what comes is projected as it comes. */
  onLive(): void
}

export type RunEnd =
  | { readonly kind: 'STOPPED' }
  /** Another projector is at work, or read models of another release are current: this one must end. */
  | { readonly kind: 'FENCED'; readonly reason: string }
  /** An event cannot be projected: complete up to the event before it, and not one step further. */
  | { readonly kind: 'HALTED'; readonly poison: Poison }
  /** The read models are not what this log gives: of another log, of one that was set back, or incomplete. */
  | { readonly kind: 'UNSOUND'; readonly reason: string }

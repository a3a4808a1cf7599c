import type { EventStore } from '@outstanding/event-store'
import type { Halt, ReadModel } from '@outstanding/projection'

export type RunOptions = {
  readonly store: EventStore
  readonly databaseUrl: string
  /** All of the product by default. */
  readonly models?: readonly ReadModel[]
  /** Ends the run after the current batch. */
  readonly signal: AbortSignal
  /** Gets a sentence for whatever an operator may want to know. */
  report(line: string): void
  /** Called once: everything that was in the log is projected, and what comes is projected as it comes. */
  onLive(): void
  /** Called for each new reason why nothing more is projected. The run goes on by itself when the reason is gone. */
  onHalt(halt: Halt, inWords: string): void
}

export type RunEnd =
  | { readonly kind: 'STOPPED' }
  /** Another projector is at work, or read models of another release are current: this one must end. */
  | { readonly kind: 'FENCED'; readonly reason: string }

import type { Checkpoint } from '../../checkpoint/checkpoint.ts'
import type { Signed } from '../../checkpoint/open.ts'

/** Why a bundle is refused; also the exit code of the command that verifies it. */
export const refusalCodes = {
  SIGNATURE: 10,
  ROOT: 11,
  INCONSISTENT: 12,
  ORDER: 13,
  READ_MODEL: 14,
  MALFORMED: 15,
} as const

/** `index`: the first event of the log, from 0, that differs or from which on something does; null where it is about no event. */
export type Refusal = {
  readonly ok: false
  readonly code: (typeof refusalCodes)[keyof typeof refusalCodes]
  readonly index: number | null
  readonly message: string
}

export type Verified = {
  readonly ok: true
  readonly origin: string
  readonly events: number
  /** The newest checkpoint, and who signed it. */
  readonly checkpoint: Checkpoint
  readonly signed: readonly Signed[]
  /** False: only the keys in the bundle itself were used, which proves nothing about who made it. */
  readonly pinned: boolean
  /** A sentence for each key of the bundle's own that could not be checked with here. */
  readonly unchecked: readonly string[]
  /** The newest checkpoint that a demanded witness cosigned; null where none was demanded. */
  readonly witnessed: Checkpoint | null
  readonly checkpoints: number
  readonly previous: number
  readonly inclusions: number
  readonly until: string | null
  /** How many rows of a read model there are; null where the bundle holds none. */
  readonly rows: number | null
  /** False: there was nothing to replay the events with, and the rows were only counted. */
  readonly replayed: boolean
}

export const refuse = (reason: keyof typeof refusalCodes, index: number | null, message: string): Refusal => ({
  ok: false,
  code: refusalCodes[reason],
  index,
  message,
})

export const malformed = (message: string, index: number | null = null): Refusal => refuse('MALFORMED', index, message)

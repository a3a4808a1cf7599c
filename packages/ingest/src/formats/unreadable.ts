export type UnreadableReason =
  | 'wrongType'
  | 'password'
  | 'broken'
  | 'empty'
  | 'noText'
  | 'tooLarge'
  | 'tooManyPages'
  | 'tooMuchMemory'
  | 'tooSlow'

export type UnreadableError = Error & { unreadable: UnreadableReason }

/** Thrown inside the readers only and turned into a value at the package's face: a file that cannot be read, with the sentence shown to the sender. */
export function Unreadable(reason: UnreadableReason, sentence: string): UnreadableError {
  return Object.assign(new Error(sentence), { unreadable: reason })
}

export function isUnreadable(error: unknown): error is UnreadableError {
  return error instanceof Error && 'unreadable' in error
}

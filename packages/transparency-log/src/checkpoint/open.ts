import type { VerifierKey } from '../note/keys.ts'
import type { NoteSignature, SignedNote } from '../note/signed-note.ts'
import { parseNote } from '../note/signed-note.ts'
import type { Checkpoint } from './checkpoint.ts'
import { parseCheckpoint } from './checkpoint.ts'
import type { PosixSeconds } from './signing.ts'
import { isSignedBy, signedAt } from './signing.ts'

export type Signed = { readonly key: VerifierKey; readonly at: PosixSeconds | null }
export type Opened =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly signed: readonly Signed[] }
  | { readonly ok: false; readonly why: 'MALFORMED' | 'ORIGIN' | 'UNSIGNED' | 'BAD_SIGNATURE'; readonly message: string }

/** What a verifier demands: the very log, and the very keys of which each must have signed. Nothing is matched by pattern. */
export type Trust = { readonly origin: string; readonly required: readonly VerifierKey[]; readonly known?: readonly VerifierKey[] }

/**
 * Reads a checkpoint of that log, signed by every required key. Lines of unknown keys are passed over; a line that claims a known
 * key and does not hold refuses the whole. Nothing of the note is believed before its signatures are.
 */
export function openCheckpoint(note: string, { origin, required, known = [] }: Trust): Opened {
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  if (!parsed || !checkpoint) return refused('MALFORMED', 'This is not a signed checkpoint.')
  const signed: Signed[] = []
  for (const key of [...required, ...known]) {
    for (const line of linesOf(key, parsed)) {
      if (!isSignedBy(key, line, checkpoint, parsed.text)) return refused('BAD_SIGNATURE', `The signature by ${key.name} is not valid.`)
      signed.push({ key, at: signedAt(key, line) })
    }
  }
  const missing = required.find((key) => !signed.some((by) => by.key === key))
  if (missing || required.length === 0)
    return refused('UNSIGNED', missing ? `It is not signed by ${missing.name}.` : 'No key was given to check the signature.')
  if (checkpoint.origin !== origin)
    return refused('ORIGIN', `The checkpoint comes from the log "${checkpoint.origin}", not from "${origin}".`)
  return { ok: true, checkpoint, signed }
}

const linesOf = (key: VerifierKey, { signatures }: SignedNote): readonly NoteSignature[] =>
  signatures.filter(({ name, keyId }) => name === key.name && keyId.equals(key.id))

const refused = (why: Extract<Opened, { ok: false }>['why'], message: string): Opened => ({ ok: false, why, message })

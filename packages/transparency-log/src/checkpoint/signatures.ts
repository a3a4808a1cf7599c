import type { SignatureType, VerifierKey } from '../note/keys.ts'
import { parseNote } from '../note/signed-note.ts'
import { parseCheckpoint } from './checkpoint.ts'
import type { PosixSeconds } from './signing.ts'
import { isSignedBy, signedAt } from './signing.ts'

/** One line of a checkpoint, checked with the known keys. For an unknown key, neither its type nor its validity is known. */
export type SignatureLine = {
  readonly name: string
  /** Eight hexadecimal digits. */
  readonly keyId: string
  readonly type: SignatureType | null
  readonly at: PosixSeconds | null
  readonly holds: boolean | null
}

/** Who signed a checkpoint, line by line: to be shown. Whether to believe it is for `openCheckpoint`. Empty for what is no checkpoint. */
export function signaturesOf(note: string, keys: readonly VerifierKey[]): readonly SignatureLine[] {
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  if (!parsed || !checkpoint) return []
  return parsed.signatures.map((line) => {
    const { name, keyId } = line
    const key = keys.find((known) => known.name === name && known.id.equals(keyId))
    const shown = { name, keyId: keyId.toString('hex') }
    if (!key) return { ...shown, type: null, at: null, holds: null }
    return { ...shown, type: key.type, at: signedAt(key, line), holds: isSignedBy(key, line, checkpoint, parsed.text) }
  })
}

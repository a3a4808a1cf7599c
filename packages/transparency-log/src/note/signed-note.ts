/** One signature line: whose key it claims to be of, and the bytes after the key's id. Claims nothing until it is verified. */
export type NoteSignature = { readonly name: string; readonly keyId: Buffer; readonly signature: Buffer }

/** Text that keys signed (C2SP signed-note). `text` ends in a newline, which the signatures cover. */
export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] }

const maxNoteLength = 1_000_000
const maxSignatures = 64
const separator = '\n\n'

export const printNote = ({ text, signatures }: SignedNote): string => `${text}\n${signatures.map(printSignature).join('')}`

/** Null where the text is no signed note: its form is checked to the letter, since another reading could mean another thing. */
export function parseNote(note: string): SignedNote | null {
  const end = note.lastIndexOf(separator)
  if (note.length > maxNoteLength || end === -1 || !note.endsWith('\n') || hasControls(note) || !note.isWellFormed()) return null
  const lines = note.slice(end + separator.length, -1).split('\n')
  const signatures = lines.map(parseSignature).filter((signature) => signature !== null)
  if (lines.length > maxSignatures || signatures.length !== lines.length) return null
  return { text: note.slice(0, end + 1), signatures }
}

const printSignature = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`

function parseSignature(line: string): NoteSignature | null {
  const [, name, base64] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? []
  if (name === undefined || base64 === undefined) return null
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length < 5 || bytes.toString('base64') !== base64) return null
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

const hasControls = (text: string): boolean => [...text].some((character) => character < ' ' && character !== '\n')

import { parseCheckpoint, printCheckpoint } from '../checkpoint/checkpoint.ts'
import { openCheckpoint } from '../checkpoint/open.ts'
import type { VerifierKey } from '../note/keys.ts'
import type { NoteSignature } from '../note/signed-note.ts'
import { parseNote, printNote } from '../note/signed-note.ts'
import { addCosignature, checkpointOf, newestCheckpoint, publishedKeys } from '../store/checkpoints.ts'
import type { Queryable } from '../store/read-tree.ts'
import { readHashes } from '../store/read-tree.ts'
import { levelsOfTile, parseTilePath } from './tile.ts'

export type PublicAnswer = {
  readonly status: 200 | 400 | 403 | 404 | 413 | 503
  readonly type: string
  readonly body: string | Buffer
  readonly isImmutable: boolean
}

/**
 * What is public of the transparency log, by the path behind `/.well-known/outstanding/`: `checkpoint`, `keys`, and the tiles of
 * hashes. Entries are not served: the log holds drafts and exempt text, while a hash says nothing of an event, whose id is random.
 */
export async function answerRequest(client: Queryable, path: string): Promise<PublicAnswer> {
  if (path === 'checkpoint') {
    const newest = await newestCheckpoint(client)
    return newest ? text(200, newest.note) : text(404, 'No checkpoint has been signed yet.\n')
  }
  if (path === 'keys') return text(200, (await publishedKeys(client)).map((key) => `${key}\n`).join(''))
  const tile = parseTilePath(path)
  if (!tile) return text(404, 'There is: checkpoint, keys, and tiles of hashes (tile/<level>/<index>); entries are not published.\n')
  const from = { level: tile.level * levelsOfTile, index: tile.index * 256 }
  const hashes = await readHashes(client, from, tile.width)
  if (hashes.length < tile.width) return text(404, 'The tree has not grown so far.\n')
  return { status: 200, type: 'application/octet-stream', body: Buffer.concat(hashes), isImmutable: true }
}

/** A witness hands in a checkpoint of ours with its cosignatures: those of the known witnesses are kept, if each of them holds. */
export async function takeCosignatures(client: Queryable, note: string, witnesses: readonly VerifierKey[]): Promise<PublicAnswer> {
  const parsed = parseNote(note)
  const claimed = parsed && parseCheckpoint(parsed.text)
  if (!claimed) return text(400, 'This is not a signed checkpoint.\n')
  const own = await checkpointOf(client, claimed.size)
  if (!own || printCheckpoint(own) !== parsed.text) return text(403, 'This checkpoint is none of ours.\n')
  const isOf = (key: VerifierKey, { name, keyId }: NoteSignature): boolean => name === key.name && keyId.equals(key.id)
  const required = witnesses.filter((key) => parsed.signatures.some((line) => isOf(key, line)))
  const opened = openCheckpoint(note, { origin: own.origin, required })
  if (!opened.ok) return text(403, required.length === 0 ? 'No cosignature of a witness that is known here.\n' : `${opened.message}\n`)
  for (const key of required) {
    const signatures = parsed.signatures.filter((line) => isOf(key, line)).slice(0, 1)
    await addCosignature(client, own.size, `${key.name}+${key.id.toString('hex')}`, printNote({ text: '', signatures }).slice(1))
  }
  return text(200, 'Kept.\n')
}

const text = (status: PublicAnswer['status'], body: string): PublicAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body,
  isImmutable: false,
})

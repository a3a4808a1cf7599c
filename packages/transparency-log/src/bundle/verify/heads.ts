import type { Checkpoint } from '../../checkpoint/checkpoint.ts'
import { parseCheckpoint } from '../../checkpoint/checkpoint.ts'
import type { Signed } from '../../checkpoint/open.ts'
import { openCheckpoint } from '../../checkpoint/open.ts'
import type { VerifierKey } from '../../note/keys.ts'
import { parseKey, UnsupportedKeyError } from '../../note/keys.ts'
import { parseNote } from '../../note/signed-note.ts'
import type { HeaderLine } from '../format.ts'
import type { Refusal } from './verdict.ts'
import { malformed, refuse } from './verdict.ts'

/** A head that the verifier holds from before: a signed checkpoint, or what was printed of one, as in minutes. */
export type Previous =
  | { readonly kind: 'NOTE'; readonly name: string; readonly note: string }
  | { readonly kind: 'DIGEST'; readonly name: string; readonly size: number; readonly shortDigest: string }

export type BundleTrust = {
  /** The log's keys from a trusted source. Without any, the check shows only that the bundle is consistent with itself. */
  readonly keys: readonly VerifierKey[]
  /** Each must have cosigned a checkpoint of the bundle. */
  readonly witnessKeys: readonly VerifierKey[]
  readonly previous: readonly Previous[]
}

export type Head = { readonly checkpoint: Checkpoint; readonly signed: readonly Signed[] }
export type Heads = {
  readonly ok: true
  /** Smallest first. */
  readonly heads: readonly Head[]
  readonly newest: Head
  readonly previous: readonly (Previous & { readonly checkpoint: Checkpoint | null })[]
  readonly witnessed: Checkpoint | null
  readonly pinned: boolean
  /** A sentence for each key of the bundle that this Node has no algorithm for, where it was needed. */
  readonly unchecked: readonly string[]
}

/** Opens every checkpoint, the bundle's and the verifier's own: each by the very keys, before anything in it is believed. */
export function openHeads(header: HeaderLine, brought: readonly string[], notes: readonly string[], trust: BundleTrust): Heads | Refusal {
  const own = keysIn(brought)
  if (own === null) return malformed('a key in the file cannot be read')
  const pinned = trust.keys.length > 0
  const required = pinned ? trust.keys : own.keys
  const { origin } = header
  if (required.some(({ name }) => name !== origin))
    return refuse(
      'SIGNATURE',
      null,
      `the file comes from the log "${origin}", but the key is for "${required.find(({ name }) => name !== origin)?.name}"`,
    )
  const opened = openNotes(notes, { origin, required, known: trust.witnessKeys })
  if (!opened.ok) return opened
  const { heads, newest } = opened
  const unwitnessed = trust.witnessKeys.find((key) => !heads.some(({ signed }) => signed.some((by) => by.key === key)))
  if (unwitnessed) return refuse('SIGNATURE', null, `no checkpoint in the file is cosigned by the witness ${unwitnessed.name}`)
  const previous = []
  for (const held of trust.previous) {
    const known = openPrevious(held, origin, required)
    if ('ok' in known) return known
    previous.push(known)
  }
  const witnessed = heads.findLast(({ signed }) => trust.witnessKeys.some((key) => signed.some((by) => by.key === key)))
  return { ok: true, heads, newest, previous, witnessed: witnessed?.checkpoint ?? null, pinned, unchecked: pinned ? [] : own.unchecked }
}

type OpenedNotes = { readonly ok: true; readonly heads: readonly Head[]; readonly newest: Head }

/** The checkpoints of the file, each with its signatures, smallest first. */
function openNotes(notes: readonly string[], by: Parameters<typeof openCheckpoint>[1]): OpenedNotes | Refusal {
  const heads: Head[] = []
  for (const note of notes) {
    const opened = openCheckpoint(note, by)
    if (!opened.ok) return refuse('SIGNATURE', null, `a checkpoint in the file is not valid: ${opened.message}`)
    heads.push(opened)
  }
  const newest = heads.at(-1)
  if (!newest) return refuse('SIGNATURE', null, 'the file has no signed checkpoint')
  const inOrder = heads.every(({ checkpoint }, n) => n === 0 || checkpoint.size > (heads[n - 1]?.checkpoint.size ?? 0))
  return inOrder ? { ok: true, heads, newest } : malformed('the checkpoints are out of order')
}

/** The keys that this Node can check with; null where one is none. */
function keysIn(texts: readonly string[]): { readonly keys: readonly VerifierKey[]; readonly unchecked: readonly string[] } | null {
  const [keys, unchecked]: [VerifierKey[], string[]] = [[], []]
  for (const text of texts) {
    try {
      const key = parseKey(text)
      if (key === null) return null
      keys.push(key)
    } catch (error) {
      if (!(error instanceof UnsupportedKeyError)) throw error
      unchecked.push(error.message)
    }
  }
  return { keys, unchecked }
}

type OpenedPrevious = Previous & { readonly checkpoint: Checkpoint | null }

function openPrevious(held: Previous, origin: string, required: readonly VerifierKey[]): OpenedPrevious | Refusal {
  if (held.kind === 'DIGEST') return { ...held, checkpoint: null }
  const opened = openCheckpoint(held.note, { origin, required })
  if (opened.ok) return { ...held, checkpoint: opened.checkpoint }
  const claimed = parseCheckpoint(parseNote(held.note)?.text ?? '')
  const words = opened.why === 'MALFORMED' ? 'is not a checkpoint' : `of ${claimed?.size} entries is not valid: ${opened.message}`
  return refuse('SIGNATURE', null, `the earlier checkpoint ${held.name} ${words}`)
}

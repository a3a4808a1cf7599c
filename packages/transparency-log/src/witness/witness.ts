import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { shortDigest } from '../checkpoint/checkpoint.ts'
import { openCheckpoint } from '../checkpoint/open.ts'
import { signCheckpoint } from '../checkpoint/signing.ts'
import type { Hash } from '../merkle/hashes.ts'
import { planConsistency } from '../merkle/proofs.ts'
import { isContinuation } from '../merkle/verify.ts'
import type { VerifierKey } from '../note/keys.ts'
import { parseKey } from '../note/keys.ts'
import { parseNote, printNote } from '../note/signed-note.ts'
import type { FetchTile } from './fetch-nodes.ts'
import { fetchProof } from './fetch-nodes.ts'
import type { WitnessState } from './witness-state.ts'

export type Witnessed =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly message: string }
  /** SIGNATURE: not the log's; INCONSISTENT: signed by the log, and another history. `evidence` is where both heads are kept. */
  | {
      readonly ok: false
      readonly why: 'SIGNATURE' | 'INCONSISTENT' | 'UNREACHABLE'
      readonly message: string
      readonly evidence: string | null
    }

/** What a log publishes, and takes: over HTTP, or in a test. */
export type PublishedLog = {
  checkpoint(): Promise<string>
  keys(): Promise<string>
  readonly tile: FetchTile
  /** Offers a cosigned checkpoint; the sentence that came back where it was not taken. */
  offer(note: string): Promise<string | null>
}

/**
 * Looks at the log once: the newest checkpoint must be signed by the keys that were pinned (by `keys`, or at the first meeting) and
 * continue the head that this witness cosigned last. Then it cosigns, keeps the head, and offers its signature.
 */
export async function witnessOnce(log: PublishedLog, state: WitnessState, now: () => Date = () => new Date()): Promise<Witnessed> {
  const published = await publishedBy(log, state)
  if ('why' in published) return published
  const { note, pinned, origin } = published
  const opened = openCheckpoint(note, { origin, required: pinned })
  if (!opened.ok) return refused(state, 'SIGNATURE', `the checkpoint is not signed as expected: ${opened.message}`, { 'offered.txt': note })
  const { checkpoint } = opened
  const last = await state.head()
  const older = last === null ? null : openKept(last, { origin: checkpoint.origin, required: pinned })
  const continued = older === null ? { ok: true as const } : await continuation(older, checkpoint, log)
  if (!continued.ok) {
    if (continued.why === 'UNREACHABLE') return { ...continued, evidence: null }
    const proof = continued.proof.map((hash) => `${hash.toString('base64')}\n`).join('')
    return refused(state, 'INCONSISTENT', continued.message, { 'held.txt': last ?? '', 'offered.txt': note, 'proof.txt': proof })
  }
  if (older?.size === checkpoint.size) return { ok: true, checkpoint, message: `nothing new: ${words(checkpoint)}` }
  return cosign(log, state, checkpoint, { note, now })
}

type Published = { readonly note: string; readonly origin: string; readonly pinned: readonly VerifierKey[] }

async function publishedBy(log: PublishedLog, state: WitnessState): Promise<Published | Extract<Witnessed, { ok: false }>> {
  try {
    const pinned = await logKeysOf(log, state)
    return { pinned, origin: pinned[0]?.name ?? '', note: await log.checkpoint() }
  } catch (error) {
    return { ok: false, why: 'UNREACHABLE', message: error instanceof Error ? error.message : String(error), evidence: null }
  }
}

/** The head that this witness cosigned last. Throws where it cannot be read. */
function openKept(note: string, by: Parameters<typeof openCheckpoint>[1]): Checkpoint {
  const opened = openCheckpoint(note, by)
  if (!opened.ok) throw new Error('the last checkpoint kept by this witness cannot be read; its directory is damaged')
  return opened.checkpoint
}

async function cosign(
  log: PublishedLog,
  state: WitnessState,
  checkpoint: Checkpoint,
  of: { note: string; now: () => Date },
): Promise<Witnessed> {
  const parsed = parseNote(of.note)
  const at = Math.floor(of.now().getTime() / 1_000)
  const own = state.keys.signers.map((key) => signCheckpoint(key, checkpoint, at))
  const cosigned = printNote({ text: parsed?.text ?? '', signatures: [...(parsed?.signatures ?? []), ...own] })
  await state.keepHead(cosigned)
  const declined = await log.offer(cosigned).catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
  const offered = declined === null ? 'the log stored the cosignature' : `the log refused the cosignature: ${declined}`
  return { ok: true, checkpoint, message: `cosigned ${words(checkpoint)}; ${offered}` }
}

const words = (checkpoint: Checkpoint): string => `${checkpoint.size} entries of ${checkpoint.origin}, ${shortDigest(checkpoint)}`

/** The keys that were pinned; at the first meeting those that the log shows, from then on no others. */
async function logKeysOf(log: PublishedLog, state: WitnessState): Promise<readonly VerifierKey[]> {
  const pinned = await state.logKeys()
  if (pinned.length > 0) return pinned
  const lines = (await log.keys()).split('\n').filter((line) => line !== '')
  const keys = lines.map(parseKey)
  if (keys.length === 0 || !keys.every((key) => key !== null)) throw new Error('the keys that the log publishes cannot be read')
  await state.pinLogKeys(keys)
  return keys
}

type Continued =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'INCONSISTENT'; readonly message: string; readonly proof: readonly Hash[] }
  | { readonly ok: false; readonly why: 'UNREACHABLE'; readonly message: string }

async function continuation(older: Checkpoint, newer: Checkpoint, log: PublishedLog): Promise<Continued> {
  if (newer.size < older.size)
    return inconsistent(`the log has shrunk: it now has ${newer.size} entries, and ${older.size} were cosigned before`, [])
  if (newer.size === older.size)
    return newer.root.equals(older.root)
      ? { ok: true }
      : inconsistent(`the log now shows a different history of the same ${older.size} entries`, [])
  try {
    const proof = await fetchProof(planConsistency(older.size, newer.size), newer.size, log.tile)
    if (isContinuation(older, newer, proof)) return { ok: true }
    return inconsistent(`the checkpoint of ${newer.size} entries does not continue the ${older.size} entries cosigned before`, proof)
  } catch (error) {
    return { ok: false, why: 'UNREACHABLE', message: error instanceof Error ? error.message : String(error) }
  }
}

const inconsistent = (message: string, proof: readonly Hash[]): Continued => ({ ok: false, why: 'INCONSISTENT', message, proof })

async function refused(
  state: WitnessState,
  why: 'SIGNATURE' | 'INCONSISTENT',
  message: string,
  files: Record<string, string>,
): Promise<Witnessed> {
  return { ok: false, why, message: `refused: ${message}`, evidence: await state.keepEvidence(files) }
}

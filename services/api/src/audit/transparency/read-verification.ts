import type { SelfCheck, SignatureLine, SignatureType, StoredCheckpoint, VerifierKey } from '@outstanding/transparency-log'
import { newestCheckpoint, newestSelfCheck, parseKey, publishedKeys, signaturesOf, treeSize } from '@outstanding/transparency-log'
import type pg from 'pg'

export type LogKey = { readonly printed: string; readonly name: string; readonly keyId: string; readonly type: SignatureType }

/** What is public of the transparency log, and what the installation found when it checked itself. */
export type Verification = {
  /** The number of events in the tree now. The newest checkpoint may cover fewer. */
  readonly events: number
  readonly checkpoint: (StoredCheckpoint & { readonly signatures: readonly (SignatureLine & { readonly isWitness: boolean })[] }) | null
  /** Of the log itself, the oldest first. */
  readonly keys: readonly LogKey[]
  readonly selfCheck: SelfCheck | null
}

/** `witnesses`: whose cosignatures are taken here. */
export async function readVerification(pool: pg.Pool, witnesses: readonly VerifierKey[]): Promise<Verification> {
  const checkpoint = await newestCheckpoint(pool)
  const printed = await publishedKeys(pool)
  const own = printed.flatMap((text) => parseKey(text) ?? [])
  return {
    events: await treeSize(pool),
    checkpoint: checkpoint && { ...checkpoint, signatures: signedBy(checkpoint, own, witnesses) },
    keys: printed.flatMap((text) => keyOf(text)),
    selfCheck: await newestSelfCheck(pool),
  }
}

function signedBy({ note }: StoredCheckpoint, own: readonly VerifierKey[], witnesses: readonly VerifierKey[]) {
  const isWitness = (keyId: string): boolean => !own.some(({ id }) => id.toString('hex') === keyId)
  return signaturesOf(note, [...own, ...witnesses]).map((line) => ({ ...line, isWitness: isWitness(line.keyId) }))
}

function keyOf(printed: string): readonly LogKey[] {
  const key = parseKey(printed)
  return key ? [{ printed, name: key.name, keyId: key.id.toString('hex'), type: key.type }] : []
}

import { longInstant } from '../words/dates.ts'
import type { Step } from './how-to-check.ts'
import { stepsFor } from './how-to-check.ts'
import type { TileRow } from './tiles.ts'
import { tileRows } from './tiles.ts'
import type { Verdict } from './verdict.ts'
import { events, verdictOf } from './verdict.ts'
import type { VerificationPageQuery } from '../queries/queries.ts'
import type { Checkpoint } from './verified.ts'

export type VerificationView = {
  readonly verdict: Verdict
  readonly checkpoint: {
    readonly facts: readonly { readonly name: string; readonly value: string; readonly isCode: boolean; readonly detail: string | null }[]
    readonly note: string
    readonly signatures: readonly { readonly who: string; readonly kind: string; readonly holds: string; readonly when: string }[]
  } | null
  readonly keys: readonly { readonly name: string; readonly kind: string; readonly keyId: string; readonly printed: string }[]
  readonly steps: readonly Step[]
  readonly tiles: readonly TileRow[]
}

export const verificationView = ({ verification }: VerificationPageQuery, site: string): VerificationView => ({
  verdict: verdictOf(verification),
  checkpoint: verification.checkpoint && checkpointShown(verification.checkpoint, verification.events),
  keys: verification.keys.map(({ kind, ...key }) => ({ ...key, kind: kindWords(kind) })),
  steps: stepsFor(site, verification.checkpoint),
  tiles: verification.checkpoint === null ? [] : tileRows(verification.checkpoint.size),
})

function checkpointShown({ origin, size, root, shortDigest, signedAt, note, signatures }: Checkpoint, recorded: number) {
  const since = recorded - size
  return {
    facts: [
      { name: 'Short digest', value: shortDigest, isCode: true, detail: `As minutes and exports print it: ${size}@${shortDigest}` },
      {
        name: 'Events',
        value: events(size),
        isCode: false,
        detail:
          since <= 0 ? 'All that are recorded' : `${events(since)} recorded since; the next checkpoint, within the hour, is of them too`,
      },
      { name: 'Signed', value: longInstant(signedAt), isCode: false, detail: null },
      { name: 'Log', value: origin, isCode: true, detail: null },
      { name: 'Root of the tree', value: root, isCode: true, detail: 'SHA-256, in base64: it changes if any event does' },
    ],
    note,
    signatures: signatures.map(signatureShown),
  }
}

const signatureShown = ({ name, keyId, kind, isWitness, holds, signedAt }: Checkpoint['signatures'][number]) => ({
  who: holds === null ? `${name}, key ${keyId}` : `${isWitness ? 'A witness' : 'The register'}: ${name}, key ${keyId}`,
  kind: kind === null ? 'not known here' : kindWords(kind),
  holds: holds === null ? 'not checked: the key is not known here' : holds ? 'holds' : 'does not hold',
  when: signedAt === null ? 'carries no time' : longInstant(signedAt),
})

const kindWords = (kind: string): string =>
  ({ ED25519: 'Ed25519', ED25519_COSIGNATURE: 'Ed25519, with its time', ML_DSA_44: 'ML-DSA-44 (post-quantum)' })[kind] ?? kind

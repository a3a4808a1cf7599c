import { template } from '../render/template.ts'
import { longInstant } from '@outstanding/wording'
import type { Step } from './how-to-check.ts'
import { stepsFor } from './how-to-check.ts'
import type { TileRow } from './tiles.ts'
import { tileRows } from './tiles.ts'
import type { Verdict } from './verdict.ts'
import { entriesWords, verdictOf } from './verdict.ts'
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
      {
        name: 'Checkpoint reference',
        value: shortDigest,
        isCode: true,
        detail: `Printed in minutes and exports as ${size}@${shortDigest}`,
      },
      {
        name: 'Entries covered',
        value: entriesWords(size),
        isCode: false,
        detail:
          since <= 0
            ? 'All entries in the log'
            : `${entriesWords(since)} recorded since. The next checkpoint, within the hour, will cover them.`,
      },
      { name: 'Signed on', value: longInstant(signedAt), isCode: false, detail: null },
      { name: 'Log', value: origin, isCode: true, detail: null },
      { name: 'Root hash', value: root, isCode: true, detail: 'SHA-256, in base64. It changes if any entry changes.' },
    ],
    note,
    signatures: signatures.map(signatureShown),
  }
}

export const verificationTemplate = template<VerificationView>('verification/verification.njk')

const signatureShown = ({ name, keyId, kind, isWitness, holds, signedAt }: Checkpoint['signatures'][number]) => ({
  who: holds === null ? `${name}, key ${keyId}` : `${isWitness ? 'A witness' : 'The register'}: ${name}, key ${keyId}`,
  kind: kind === null ? 'unknown' : kindWords(kind),
  holds: holds === null ? 'not checked (unknown key)' : holds ? 'valid' : 'not valid',
  when: signedAt === null ? 'no timestamp' : longInstant(signedAt),
})

const kindWords = (kind: string): string =>
  ({ ED25519: 'Ed25519', ED25519_COSIGNATURE: 'Ed25519 with timestamp', ML_DSA_44: 'ML-DSA-44 (post-quantum)' })[kind] ?? kind

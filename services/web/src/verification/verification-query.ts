import type { Operation } from '../asking/asking.ts'

export type SignatureLine = {
  readonly name: string
  readonly keyId: string
  readonly kind: string | null
  readonly isWitness: boolean
  readonly holds: boolean | null
  readonly signedAt: string | null
}
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  readonly root: string
  readonly shortDigest: string
  readonly signedAt: string
  readonly note: string
  readonly signatures: readonly SignatureLine[]
}
export type SelfCheck = {
  readonly checkedAt: string
  readonly tookMs: number
  readonly events: number
  readonly good: boolean
  readonly differsAt: number | null
  readonly problem: string | null
}
export type VerificationData = {
  readonly verification: {
    readonly events: number
    readonly checkpoint: Checkpoint | null
    readonly keys: readonly { readonly name: string; readonly keyId: string; readonly kind: string; readonly printed: string }[]
    readonly selfCheck: SelfCheck | null
  }
}

/** The newest checkpoint, the keys, and the register's last check of itself. */
export const verificationQuery: Operation<VerificationData, object> = {
  name: 'VerificationPage',
  text: `query VerificationPage {
  verification {
    events
    checkpoint { origin size root shortDigest signedAt note signatures { name keyId kind isWitness holds signedAt } }
    keys { name keyId kind printed }
    selfCheck { checkedAt tookMs events good differsAt problem }
  }
}`,
}

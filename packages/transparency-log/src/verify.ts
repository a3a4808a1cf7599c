/**
 * Verification of bundles, for a machine that has Node and nothing else: no file below this one imports a package.
 */
export { shortDigest } from './checkpoint/checkpoint.ts'
export { parseKey, printKey } from './note/keys.ts'
export type { VerifierKey } from './note/keys.ts'
export type { LeafRecord } from './bundle/event-line.ts'
export type { ReadModelLine } from './bundle/format.ts'
export type { BundleTrust, Previous } from './bundle/verify/heads.ts'
export type { Refusal, Verified } from './bundle/verify/verdict.ts'
export { refusalCodes } from './bundle/verify/verdict.ts'
export type { Replay, VerifyOptions } from './bundle/verify/verify-bundle.ts'
export { verifyBundle } from './bundle/verify/verify-bundle.ts'

/** Verification of bundles, for a machine that has Node and nothing else: no file below this one imports a package. */
export type { LeafRecord } from './bundle/event-line.ts'
export type { ReadModelLine } from './bundle/format.ts'
export type { Replay } from './bundle/verify/replay.ts'
export { verifyFile } from './verify-command/verify-file.ts'
export { verifySummary, verifyUsage } from './verify-command/usage.ts'
export { runVerifier } from './verify-command/run-verifier.ts'

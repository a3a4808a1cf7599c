import { runVerifier } from './verify-command/run-verifier.ts'

/**
 * `node packages/transparency-log/src/main.ts FILE ...`: the verification of `outstanding verify` in a clone where nothing is
 * installed. It cannot replay a read model; `outstanding verifier` writes one file that can.
 */
// The reader of our output may stop early (`| head`). The exit code is still the answer.
process.stdout.on('error', () => {})
process.exitCode = await runVerifier(process.argv.slice(2))

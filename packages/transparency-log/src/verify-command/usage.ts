/** What follows the name of the program. */
export const verifyUsage = 'FILE [--previous CHECKPOINT]... [--key KEY]... [--witness-key KEY]...'

/** What the verifier does and what its exit codes mean, for its help; a line each. */
export const verifySummary: readonly string[] = [
  'Checks an exported bundle. It needs no network and no database.',
  'FILE is a bundle written by "outstanding export". CHECKPOINT is a file, or COUNT@DIGEST as printed in minutes.',
  'KEY is a public key, or a file with one key a line.',
  'Exit codes: 0 valid, 2 not understood or not fully checked, 10 signature not valid, 11 altered entry,',
  '12 does not continue an earlier checkpoint, 13 entry missing, added or out of order, 14 table does not match the entries,',
  '15 malformed or incomplete file.',
]

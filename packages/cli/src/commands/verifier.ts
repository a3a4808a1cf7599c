import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { version } from '@outstanding/standalone/version'
import { type Command, text } from '../command.ts'
import { oneFile } from '../verifier/one-file.ts'

export const verifier: Command = {
  name: 'verifier',
  usage: '[--out FILE]',
  summary:
    'Writes `outstanding verify` as one readable file for a machine that has Node 20 or newer and nothing else: node FILE BUNDLE ...;\n' +
    '      its SHA-256 goes to standard error, the same for everybody who has this release.',
  options: { out: { type: 'string' } },
  async run(values) {
    const program = verifierFile()
    const out = text(values, 'out')
    if (out === undefined) process.stdout.write(program)
    else await writeFile(out, program)
    process.stderr.write(`sha256 ${createHash('sha256').update(program).digest('hex')}\n`)
    return 0
  },
}

/** Of the sources as they stand here: nothing of this machine goes in. */
const verifierFile = (): string =>
  oneFile(
    new URL('../verifier/verifier-main.ts', import.meta.url),
    `// Verifies bundles of Outstanding ${version()}: node FILE BUNDLE [--previous CHECKPOINT]... [--key KEY]... [--witness-key KEY]...\n` +
      '// Exit codes: 0 good, 10 signature, 11 root, 12 inconsistent with an earlier checkpoint, 13 missing, extra or reordered event,\n' +
      '// 14 read model differs, 15 malformed bundle, 2 not understood. Put together from the sources named below; needs no package.\n\n',
  )

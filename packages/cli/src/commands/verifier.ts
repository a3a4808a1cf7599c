import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { version } from '@outstanding/standalone/version'
import { verifySummary, verifyUsage } from '@outstanding/transparency-log/verify'
import { type Command, complain, text } from '../command.ts'
import { oneFile } from '../verifier/one-file.ts'

export const verifier: Command = {
  name: 'verifier',
  usage: '[--out FILE]',
  summary:
    'Writes `outstanding verify` as one readable file for a computer that only has Node 20 or newer: node FILE BUNDLE ...\n' +
    '      Prints its SHA-256 on standard error. It is the same for everybody with this release.',
  options: { out: { type: 'string' } },
  async run(values) {
    const program = verifierFile()
    const out = text(values, 'out')
    if (out === undefined) process.stdout.write(program)
    else if (!(await written(out, program))) return complain(`verifier: ${out} cannot be written; check that its directory exists`, 2)
    process.stderr.write(`sha256 ${createHash('sha256').update(program).digest('hex')}\n`)
    return 0
  },
}

const written = (file: string, program: string): Promise<boolean> =>
  writeFile(file, program).then(
    () => true,
    () => false,
  )

/** Of the sources as they stand here: nothing of this machine goes in. */
const verifierFile = (): string =>
  oneFile(
    new URL('../verifier/verifier-main.ts', import.meta.url),
    `// Verifies bundles of Outstanding ${version()}: node THIS_FILE ${verifyUsage}\n` +
      verifySummary.map((line) => `// ${line}\n`).join('') +
      '// Combined from the source files named below. Needs no package.\n\n',
  )

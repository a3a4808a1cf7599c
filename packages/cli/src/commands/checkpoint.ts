import { shortDigest } from '@outstanding/transparency-log'
import { type Command, complain, text } from '../command.ts'
import { configurationOrExit } from '../configuration.ts'
import { withTransparencyLog } from '../with-transparency-log.ts'

export const checkpoint: Command = {
  name: 'checkpoint',
  usage: '[--out FILE]',
  summary:
    'Prints the latest checkpoint. Signs a new one first if entries were recorded since the last. Prints its short digest on standard error.',
  options: { out: { type: 'string' } },
  async run(values) {
    const configuration = configurationOrExit()
    if (typeof configuration === 'number') return configuration
    const worked = await withTransparencyLog(configuration, async ({ newest }) => newest())
    if (!worked.ok) return complain(worked.problem, 1)
    const made = worked.value
    if (!made.ok) return complain(made.problem, 1)
    if (made.checkpoint === null) return complain('nothing has been recorded yet, so there is no checkpoint', 1)
    const out = text(values, 'out')
    if (out === undefined) process.stdout.write(made.checkpoint.note)
    else await (await import('node:fs/promises')).writeFile(out, made.checkpoint.note)
    process.stderr.write(`${made.checkpoint.size} entries, ${shortDigest(made.checkpoint)}\n`)
    return 0
  },
}

import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bundleText, shortDigest } from '@outstanding/transparency-log'
import { type Command, complain, text, texts } from '../command.ts'
import { configurationOrExit } from '../configuration.ts'
import { gatherBundle } from '../export/gather-bundle.ts'
import { readUntil } from '../export/until.ts'
import { withTransparencyLog } from '../with-transparency-log.ts'

/** For who may run a command on this machine: the bundle holds drafts and exempt text too (names of persons only sealed). */
export const exportBundle: Command = {
  name: 'export',
  usage: '--out FILE [--until DATE|POSITION] [--with-read-model] [--prove STREAM]...',
  summary: 'Writes every entry, with checkpoints and proofs, to one file that "outstanding verify" can check anywhere.',
  options: {
    out: { type: 'string' },
    until: { type: 'string' },
    'with-read-model': { type: 'boolean' },
    prove: { type: 'string', multiple: true },
  },
  async run(values) {
    const [out, asked] = [text(values, 'out'), text(values, 'until')]
    if (!out) return complain('export: --out must name a file', 2)
    const withReadModel = values['with-read-model'] === true
    const read = asked === undefined ? null : readUntil(asked)
    if (read?.ok === false) return complain(`export: ${read.problem}`, 2)
    if (withReadModel && read !== null)
      return complain('export: --with-read-model exports the current position only; leave out --until or --with-read-model', 2)
    const configuration = configurationOrExit()
    if (typeof configuration === 'number') return configuration
    const until = asked === undefined || read === null ? null : { asked, until: read.until }
    const worked = await withTransparencyLog(configuration, async (log) => {
      const gathered = await gatherBundle(log, { until, withReadModel, prove: texts(values, 'prove') })
      if (!gathered.ok) return gathered
      try {
        const partial = `${out}.partial`
        await pipeline(Readable.from(bundleText(gathered.parts)), createWriteStream(partial, { mode: 0o600 }))
        await rename(partial, out)
        return { ok: true as const, parts: gathered.parts, differsAt: gathered.differsAt() }
      } finally {
        await gathered.close()
      }
    })
    if (!worked.ok) return complain(worked.problem, 1)
    const exported = worked.value
    if (!exported.ok) return complain(exported.problem, exported.exitCode)
    const newest = exported.parts.checkpoints.at(-1)
    process.stdout.write(
      `${out}: ${exported.parts.header.events} events; checkpoint of ${newest?.size} events, ${newest ? shortDigest(newest) : ''}\n`,
    )
    if (exported.differsAt === null) return 0
    process.stderr.write(`outstanding: entry ${exported.differsAt} has been altered since it was signed; the file has it as it is now\n`)
    return 3
  },
}

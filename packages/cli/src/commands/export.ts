import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bundleText, recordExport, shortDigest } from '@outstanding/transparency-log'
import { type Command, complain, text, texts, type Values } from '../command.ts'
import { configurationOrExit } from '../configuration.ts'
import { type ExportRequest, gatherBundle } from '../export/gather-bundle.ts'
import { textLines } from '../export/text-lines.ts'
import { readUntil } from '../export/until.ts'
import { type OpenLog, withTransparencyLog } from '../with-transparency-log.ts'

/**
 * For who may run a command on this machine: the bundle holds drafts and exempt items too. Texts and names are sealed in it, as in the log,
 * so it can go to others. `--with-texts` writes the texts beside it, in a file of their own for who may read them.
 */
export const exportBundle: Command = {
  name: 'export',
  usage: '--out FILE [--until DATE|POSITION] [--with-read-model] [--with-texts FILE] [--prove STREAM]...',
  summary: 'Writes every entry, with checkpoints and proofs, to one file that "outstanding verify" can check anywhere.',
  options: {
    out: { type: 'string' },
    until: { type: 'string' },
    'with-read-model': { type: 'boolean' },
    'with-texts': { type: 'string' },
    prove: { type: 'string', multiple: true },
  },
  async run(values) {
    const files = filesIn(values)
    if (typeof files === 'string') return complain(`export: ${files}`, 2)
    const request = requestIn(values)
    if (typeof request === 'string') return complain(`export: ${request}`, 2)
    const configuration = configurationOrExit()
    if (typeof configuration === 'number') return configuration
    const worked = await withTransparencyLog(configuration, (log) => writeBundle(log, request, files))
    if (!worked.ok) return complain(worked.problem, 1)
    const exported = worked.value
    if (!exported.ok) return complain(exported.problem, exported.exitCode)
    const newest = exported.parts.checkpoints.at(-1)
    process.stdout.write(
      `${files.out}: ${exported.parts.header.events} events; checkpoint of ${newest?.size} events, ${newest ? shortDigest(newest) : ''}\n`,
    )
    if (exported.differsAt === null) return 0
    process.stderr.write(
      `outstanding: entry ${exported.differsAt} has been altered since it was signed; the file contains it as it is now\n`,
    )
    return 3
  },
}

type Files = { readonly out: string; readonly withTexts: string | null }

/** Or one sentence. */
function filesIn(values: Values): Files | string {
  const [out, withTexts] = [text(values, 'out'), text(values, 'with-texts') ?? null]
  if (!out) return 'give a file with --out'
  if (withTexts !== null && resolve(withTexts) === resolve(out))
    return '--out and --with-texts name the same file; give the readable texts a file of their own'
  return { out, withTexts }
}

/** Or one sentence. */
function requestIn(values: Values): ExportRequest | string {
  const [asked, prove] = [text(values, 'until'), texts(values, 'prove')]
  const withReadModel = values['with-read-model'] === true
  if (asked === undefined) return { until: null, withReadModel, prove }
  const read = readUntil(asked)
  if (!read.ok) return read.problem
  if (withReadModel) return '--with-read-model exports the current position only; leave out --until or --with-read-model'
  return { until: { asked, until: read.until }, withReadModel, prove }
}

/** A file has its name only once it is whole. */
async function writeBundle(log: OpenLog, request: ExportRequest, { out, withTexts }: Files) {
  const gathered = await gatherBundle(log, request)
  if (!gathered.ok) return gathered
  try {
    const partial = `${out}.partial`
    await pipeline(Readable.from(bundleText(gathered.parts)), createWriteStream(partial, { mode: 0o600 }))
    // Before it has its name: no bundle is in use that the record of exports does not have.
    const { events } = gathered.parts.header
    await recordExport(log.client, { events, withTexts: withTexts !== null })
    if (withTexts !== null) {
      await writeTexts(log, events, withTexts)
    }
    await rename(partial, out)
    return { ok: true as const, parts: gathered.parts, differsAt: gathered.differsAt() }
  } finally {
    await gathered.close()
  }
}

/** Nothing readable is left behind where it fails, and what a failed one left before does not lend its permissions. */
async function writeTexts(log: OpenLog, events: number, file: string): Promise<void> {
  const partial = `${file}.partial`
  await rm(partial, { force: true })
  try {
    await pipeline(Readable.from(textLines(log, events)), createWriteStream(partial, { mode: 0o600, flags: 'wx' }))
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

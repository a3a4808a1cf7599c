import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { shortDigest } from '../checkpoint/checkpoint.ts'
import type { VerifierKey } from '../note/keys.ts'
import { parseKey, UnsupportedKeyError, wordsOfKey } from '../note/keys.ts'
import { parseNote } from '../note/signed-note.ts'
import type { Previous } from '../bundle/verify/heads.ts'
import type { Verified } from '../bundle/verify/verdict.ts'
import type { Replay } from '../bundle/verify/replay.ts'
import { verifyBundle } from '../bundle/verify/verify-bundle.ts'
import { progressBar } from './progress-bar.ts'

/** `previous`: files with a checkpoint, or what minutes print, as `41@8f2c-0d1e-77aa-90bc`. Keys: texts, or files with a key a line. */
export type VerifyRequest = {
  readonly file: string
  readonly previous: readonly string[]
  readonly keys: readonly string[]
  readonly witnessKeys: readonly string[]
  readonly replay?: Replay
}

export type Output = {
  out(line: string): void
  err(line: string): void
  /** Where progress is drawn; undefined where nobody looks. */
  readonly terminal?: { write(text: string): unknown; readonly columns?: number }
}

/**
 * Verifies a bundle and says what was found; resolves to the exit code: 0, 10 to 15, or 2 for what was not understood, or could
 * not be compared here while all else is good.
 */
export async function verifyFile(request: VerifyRequest, to: Output): Promise<number> {
  // What a bundle says of itself goes to a terminal: nothing in it may steer that.
  const output = { ...to, out: (line: string) => to.out(printable(line)), err: (line: string) => to.err(printable(line)) }
  const trust = await readTrust(request)
  if (!trust.ok) {
    output.err(trust.problem)
    return 2
  }
  const problem = await whyNoBundle(request.file)
  if (problem !== null) {
    output.err(problem)
    return 2
  }
  const bar = progressBar(output.terminal, (await stat(request.file)).size)
  const chunks = createReadStream(request.file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>
  const verdict = await verifyBundle(chunks, { ...trust.trust, replay: request.replay, onProgress: bar.show })
  bar.clear()
  if (!verdict.ok) {
    output.err(`${request.file} FAILED (${verdict.code}): ${verdict.message}`)
    return verdict.code
  }
  for (const line of sentences(request, verdict)) output.out(line)
  for (const key of [...trust.unchecked, ...verdict.unchecked]) output.out(`not checked: ${key}`)
  if (verdict.rows === null || verdict.replayed) return 0
  output.err(
    `the table of ${verdict.rows} rows was not checked; check it with "outstanding verify", or with the file that "outstanding verifier" writes`,
  )
  return 2
}

function sentences({ file }: VerifyRequest, verified: Verified): readonly string[] {
  const { events, origin, checkpoint, until, pinned, signed, witnessed, previous, inclusions, rows, replayed } = verified
  const part = until === null ? `all ${events} entries` : `the first ${events} entries (until ${until})`
  return [
    `${file} is valid: ${part} of ${origin} match the signed record; none was altered, removed, added or put out of order`,
    `newest checkpoint: ${checkpoint.size} entries, ${shortDigest(checkpoint)}, signed by ${signed.map(({ key }) => wordsOfKey(key)).join(', ')}`,
    ...(pinned ? [] : ['the keys come from the file itself, which proves nothing about who signed it; give the published keys with --key']),
    ...(witnessed ? [`witnessed up to entry ${witnessed.size - 1}`] : []),
    ...(previous > 0 ? [`continues ${previous} earlier ${previous === 1 ? 'checkpoint' : 'checkpoints'}`] : []),
    ...(inclusions > 0 ? [`${inclusions} proofs of single entries are valid`] : []),
    ...(rows === null || !replayed ? [] : [`all ${rows} rows of the table match the entries`]),
  ]
}

/** Why a file cannot be a bundle at all, with what to do; null where it may be one. */
async function whyNoBundle(file: string): Promise<string | null> {
  try {
    const opened = await open(file)
    try {
      const first = (await opened.read(Buffer.alloc(1), 0, 1)).buffer.toString('latin1')
      return first === '{' ? null : `${file} is not a bundle; name a file written by "outstanding export"`
    } finally {
      await opened.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT') return `there is no file ${file}; check its name`
    return code === 'EISDIR' ? `${file} is a directory; name a file` : `${file} cannot be read (${String(code)})`
  }
}

const printable = (line: string): string => line.replaceAll(/\p{Cc}/gu, '\uFFFD')

type Trust = { readonly keys: readonly VerifierKey[]; readonly witnessKeys: readonly VerifierKey[]; readonly previous: readonly Previous[] }
type Given =
  /** `unchecked`: a sentence for each key that this Node has no algorithm for. */
  { readonly ok: true; readonly trust: Trust; readonly unchecked: readonly string[] } | { readonly ok: false; readonly problem: string }

async function readTrust(request: VerifyRequest): Promise<Given> {
  try {
    const unchecked: string[] = []
    const keys = await readKeys(request.keys, '--key', unchecked)
    const witnessKeys = await readKeys(request.witnessKeys, '--witness-key', unchecked)
    const previous = await Promise.all(request.previous.map(readPrevious))
    return { ok: true, trust: { keys, witnessKeys, previous }, unchecked }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

const isPrintedKey = /^[^\s+]+\+[0-9a-f]{8}\+/

/** Where only some of the keys can be used here, those decide; where none can, nothing is decided. */
async function readKeys(given: readonly string[], option: string, unchecked: string[]): Promise<readonly VerifierKey[]> {
  const texts = await Promise.all(given.map((one) => (isPrintedKey.test(one) ? one : readFile(one, 'utf8').catch(() => ''))))
  const lines = texts.map((text) => text.split('\n').filter((line) => line.trim() !== ''))
  const found = lines.map((ofOne, n) => {
    const keys = ofOne.map((line) => keyOf(line, unchecked))
    if (keys.length === 0 || keys.includes(null)) throw new Error(`${option} ${given[n]} is neither a key nor a file with one key a line`)
    return keys.filter((key) => key !== null && key !== 'UNSUPPORTED')
  })
  if (given.length > 0 && found.flat().length === 0) throw new Error(unchecked.join('; '))
  return found.flat()
}

function keyOf(line: string, unchecked: string[]): VerifierKey | 'UNSUPPORTED' | null {
  try {
    return parseKey(line)
  } catch (error) {
    if (!(error instanceof UnsupportedKeyError)) throw error
    unchecked.push(error.message)
    return 'UNSUPPORTED'
  }
}

async function readPrevious(given: string): Promise<Previous> {
  const printed = /^(\d{1,15})@([0-9a-f]{4}(?:-[0-9a-f]{4}){3})$/.exec(given)
  if (printed) return { kind: 'DIGEST', name: given, size: Number(printed[1]), shortDigest: printed[2] ?? '' }
  const note = await readFile(given, 'utf8').catch(() => null)
  if (note === null) throw new Error(`--previous ${given} is neither a file nor a count with a digest, such as 41@8f2c-0d1e-77aa-90bc`)
  if (parseNote(note) === null) throw new Error(`--previous ${given} is a file without a checkpoint`)
  return { kind: 'NOTE', name: given, note }
}

import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
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
  const given = await readTrust(request)
  if (!given.ok) {
    output.err(given.problem)
    return 2
  }
  const size = (await stat(request.file).catch(() => null))?.size
  if (size === undefined) {
    output.err(`${request.file} cannot be read`)
    return 2
  }
  const bar = progressBar(output.terminal, size)
  const chunks = createReadStream(request.file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>
  const verdict = await verifyBundle(chunks, { ...given.trust, replay: request.replay, onProgress: bar.show })
  bar.clear()
  if (!verdict.ok) {
    output.err(
      `${request.file} is refused (${verdict.code})${verdict.index === null ? '' : ` at index ${verdict.index}`}: ${verdict.message}`,
    )
    return verdict.code
  }
  for (const line of sentences(request, verdict)) output.out(line)
  for (const key of [...given.unchecked, ...verdict.unchecked]) output.out(`not checked: ${key}`)
  if (verdict.rows === null || verdict.replayed) return 0
  output.err(`the ${verdict.rows} rows of its read model were not compared: there is nothing here to replay the events with`)
  return 2
}

function sentences({ file }: VerifyRequest, verified: Verified): readonly string[] {
  const { events, origin, checkpoint, until, pinned, signed, witnessed, previous, inclusions, rows, replayed } = verified
  const part = until === null ? 'all' : `the first (until ${until})`
  return [
    `${file} is good: ${part} ${events} events of ${origin}, none altered, missing, extra or out of order`,
    `newest checkpoint: ${checkpoint.size} events, ${shortDigest(checkpoint)}, signed by ${signed.map(({ key }) => wordsOfKey(key)).join(', ')}`,
    ...(pinned ? [] : ["the keys are the bundle's own: it fits itself; give --key to know who signed it"]),
    ...(witnessed ? [`witnessed up to event ${witnessed.size - 1}`] : []),
    ...(previous > 0 ? [`it continues ${previous} earlier ${previous === 1 ? 'checkpoint' : 'checkpoints'}`] : []),
    ...(inclusions > 0 ? [`${inclusions} proofs of single events hold`] : []),
    ...(rows === null || !replayed ? [] : [`${rows} rows of the read model are what the events come to`]),
  ]
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
  if (note === null) throw new Error(`--previous ${given} is neither a file nor a count with a digest, as 41@8f2c-0d1e-77aa-90bc`)
  if (parseNote(note) === null) throw new Error(`--previous ${given} is a file that holds no checkpoint`)
  return { kind: 'NOTE', name: given, note }
}

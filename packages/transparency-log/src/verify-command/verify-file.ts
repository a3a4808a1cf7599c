import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { shortDigest } from '../checkpoint/checkpoint.ts'
import type { VerifierKey } from '../note/keys.ts'
import { parseKey } from '../note/keys.ts'
import type { Previous } from '../bundle/verify/heads.ts'
import type { Verified } from '../bundle/verify/verdict.ts'
import type { Replay } from '../bundle/verify/verify-bundle.ts'
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

/** Verifies a bundle and says what was found; resolves to the exit code: 0, 10 to 15, or 2 for what was not understood. */
export async function verifyFile(request: VerifyRequest, output: Output): Promise<number> {
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
  return 0
}

function sentences({ file }: VerifyRequest, verified: Verified): readonly string[] {
  const { events, origin, checkpoint, until, pinned, signed, witnessed, previous, inclusions, rows } = verified
  const part = until === null ? 'all' : `the first (until ${until})`
  return [
    `${file} is good: ${part} ${events} events of ${origin}, none altered, missing, extra or out of order`,
    `newest checkpoint: ${checkpoint.size} events, ${shortDigest(checkpoint)}, signed by ${signed.map(({ key }) => `${key.name} (${words[key.type]})`).join(', ')}`,
    ...(pinned ? [] : ["the keys are the bundle's own: it fits itself; give --key to know who signed it"]),
    ...(witnessed ? [`witnessed up to event ${witnessed.size - 1}`] : []),
    ...(previous > 0 ? [`it continues ${previous} earlier ${previous === 1 ? 'checkpoint' : 'checkpoints'}`] : []),
    ...(inclusions > 0 ? [`${inclusions} proofs of single events hold`] : []),
    ...(rows === null ? [] : [`${rows} rows of the read model are what the events come to`]),
  ]
}

const words = { ED25519: 'Ed25519', ED25519_COSIGNATURE: 'Ed25519', ML_DSA_44: 'ML-DSA-44' } as const

type Trust = { readonly keys: readonly VerifierKey[]; readonly witnessKeys: readonly VerifierKey[]; readonly previous: readonly Previous[] }
type Given = { readonly ok: true; readonly trust: Trust } | { readonly ok: false; readonly problem: string }

async function readTrust(request: VerifyRequest): Promise<Given> {
  try {
    const keys = await readKeys(request.keys, '--key')
    const witnessKeys = await readKeys(request.witnessKeys, '--witness-key')
    const previous = await Promise.all(request.previous.map(readPrevious))
    return { ok: true, trust: { keys, witnessKeys, previous } }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

async function readKeys(given: readonly string[], option: string): Promise<readonly VerifierKey[]> {
  const texts = await Promise.all(given.map((one) => (isKey(one) ? one : readFile(one, 'utf8').catch(() => ''))))
  return texts.flatMap((text, n) => {
    const keys = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(isKey)
    if (keys.length === 0 || keys.includes(null)) throw new Error(`${option} ${given[n]} is neither a key nor a file with one key a line`)
    return keys.filter((key) => key !== null)
  })
}

function isKey(text: string): VerifierKey | null {
  try {
    return parseKey(text)
  } catch {
    throw new Error(`this Node (${process.version}) cannot check signatures of the type of the key ${text.slice(0, 60)}; Node 24 can`)
  }
}

async function readPrevious(given: string): Promise<Previous> {
  const printed = /^(\d{1,15})@([0-9a-f]{4}(?:-[0-9a-f]{4}){3})$/.exec(given)
  if (printed) return { kind: 'DIGEST', name: given, size: Number(printed[1]), shortDigest: printed[2] ?? '' }
  const note = await readFile(given, 'utf8').catch(() => null)
  if (note === null) throw new Error(`--previous ${given} is neither a file nor a count with a digest, as 41@8f2c-0d1e-77aa-90bc`)
  return { kind: 'NOTE', name: given, note }
}

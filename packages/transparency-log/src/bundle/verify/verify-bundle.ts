import { createHash } from 'node:crypto'
import { canonicalJson } from '../../json/canonical-json.ts'
import type { Hash } from '../../merkle/hashes.ts'
import { parseEventLine } from '../event-line.ts'
import type { ConsistencyLine, HeaderLine, InclusionLine, Line, ReadModelLine } from '../format.ts'
import { provenanceOf } from '../provenance.ts'
import type { Follower } from './follow-events.ts'
import { followEvents } from './follow-events.ts'
import type { BundleTrust, Heads } from './heads.ts'
import { openHeads } from './heads.ts'
import { judge } from './judge.ts'
import { linesOf, NotLinesError } from './lines.ts'
import { order, parseLine } from './parse-line.ts'
import type { Replay } from './replay.ts'
import type { Refusal, Verified } from './verdict.ts'
import { malformed, refuse } from './verdict.ts'

export type VerifyOptions = BundleTrust & { readonly replay?: Replay; onProgress?(bytes: number): void }

/**
 * Whether a bundle is what it says: its lines, signatures, leaves, root, proofs, what the verifier holds from before, and the read
 * model. Needs no network, no database and nothing but the file; memory does not grow with it, but for one number a stream and,
 * where it brings a read model, for what a `replay` keeps. Total: whatever is wrong is a refusal; only what cannot be read from the disk throws.
 */
export async function verifyBundle(chunks: AsyncIterable<Buffer>, options: VerifyOptions): Promise<Verified | Refusal> {
  const verifier = openVerifier(options)
  const digest = createHash('sha256')
  let before = 0
  const seen = (): Seen => ({ bytes: before, sha256: digest.copy().digest('hex') })
  const firstRefusal = (lines: readonly Buffer[]): Refusal | null => {
    for (const line of lines) {
      const refusal = verifier.line(line.toString('utf8', 0, line.length - 1), seen)
      if (refusal) return refusal
      digest.update(line)
      before += line.length
    }
    return null
  }
  try {
    for await (const { lines, bytes } of linesOf(chunks)) {
      const refusal = firstRefusal(lines)
      if (refusal) return refusal
      options.onProgress?.(bytes)
    }
  } catch (error) {
    if (error instanceof NotLinesError) return malformed(error.message)
    throw error
  }
  return verifier.end()
}

const onceOnly: ReadonlySet<Line['kind']> = new Set<Line['kind']>(['header', 'read-model', 'provenance'])

/** Why a line may not stand after those of a stage (-1: none yet); null where it may. */
function placeFault(kind: Line['kind'], stage: number, lines: number): string | null {
  const next = order.indexOf(kind)
  if (next < stage || (onceOnly.has(kind) && next === stage)) return `line ${lines} ("${kind}") is in the wrong place`
  if (stage === -1 && kind !== 'header') return 'the file does not begin with the header of a bundle'
  return kind === 'footer' && stage < order.indexOf('provenance') ? 'the file does not say where it comes from' : null
}

type Seen = { readonly bytes: number; readonly sha256: string }

function openVerifier(options: VerifyOptions) {
  const [keys, notes]: [string[], string[]] = [[], []]
  const [consistency, inclusion]: [ConsistencyLine[], InclusionLine[]] = [[], []]
  const claimed = new Map<number, { stream: string; revision: number; hash: Hash } | undefined>()
  let header: HeaderLine | null = null
  let heads: Heads | null = null
  let follower: Follower = followEvents(new Set())
  let readModel: { readonly rows: number; seen: number } | null = null
  let stage = -1
  let isComplete = false
  let lines = 0

  /** The first line of leaves: from here on nothing is believed that the signatures do not cover. */
  function open(to: HeaderLine): Refusal | null {
    const opened = openHeads(to, keys, notes, options)
    if (!opened.ok) return opened
    heads = opened
    const held = opened.previous.map((one) => (one.kind === 'DIGEST' ? one.size : (one.checkpoint?.size ?? 0)))
    follower = followEvents(new Set([...opened.heads.map(({ checkpoint }) => checkpoint.size), ...held, to.events]))
    for (const { index } of inclusion) claimed.set(index, undefined)
    return null
  }

  function event(to: HeaderLine, text: string): Refusal | null {
    if (stage !== order.indexOf('leaves')) return malformed(`line ${lines} is an entry in the wrong place`)
    const parsed = parseEventLine(to.origin, text)
    if (!parsed) return malformed(`entry ${follower.size()} is not in the expected form`, follower.size())
    const index = follower.size()
    const refusal = follower.event(parsed)
    if (refusal) return refusal
    const { leaf, hash } = parsed
    if (claimed.has(index)) claimed.set(index, { stream: leaf.stream, revision: Number(leaf.revision), hash })
    if (to.readModel !== null) options.replay?.event(leaf, index)
    return null
  }

  function accept(to: HeaderLine, line: Line, seen: () => Seen): Refusal | null {
    switch (line.kind) {
      case 'key':
        if (keys.includes(line.key)) return malformed('a key is repeated')
        keys.push(line.key)
        return null
      case 'checkpoint':
        notes.push(line.note)
        return null
      case 'consistency':
        consistency.push(line)
        return null
      case 'inclusion':
        if ((inclusion.at(-1)?.index ?? -1) >= line.index) return malformed('the proofs of single entries are out of order')
        inclusion.push(line)
        return null
      case 'leaves':
        return (heads ? null : open(to)) ?? follower.leaves(line)
      case 'read-model':
        return beginRows(to, line)
      case 'row':
        if (!readModel) return malformed('a row comes before the heading of its table')
        readModel.seen += 1
        options.replay?.row(line.row)
        return null
      case 'provenance':
        return closeEvents(to) ?? provenance(to, line.document)
      case 'footer':
        return footer(line, seen())
      case 'header':
        return malformed('the file has two headers')
    }
  }

  function beginRows(to: HeaderLine, line: ReadModelLine): Refusal | null {
    if (line.name !== to.readModel) return malformed(`the table "${line.name}" is not announced in the header`)
    readModel = { rows: line.rows, seen: 0 }
    const problem = options.replay?.begin(line) ?? null
    return problem === null ? null : refuse('READ_MODEL', null, `the table "${line.name}" cannot be compared: ${problem}`)
  }

  function closeEvents(to: HeaderLine): Refusal | null {
    const refusal = heads ? null : open(to)
    follower.finish()
    if (refusal || !heads) return refusal ?? malformed('the file has no signed checkpoint')
    const judged = judge({ header: to, heads, consistency, inclusion, follower, eventAt: (index) => claimed.get(index) })
    if (judged) return judged
    if (!readModel) return to.readModel === null ? null : refuse('READ_MODEL', null, `the table "${to.readModel}" is missing`)
    if (readModel.seen !== readModel.rows)
      return refuse('READ_MODEL', null, `the table should have ${readModel.rows} rows, and has ${readModel.seen}`)
    const difference = options.replay?.finish()
    return difference ? refuse('READ_MODEL', difference.index, difference.message) : null
  }

  function provenance(to: HeaderLine, document: object): Refusal | null {
    const newest = heads?.newest.checkpoint
    const fits = newest && canonicalJson(document) === canonicalJson(provenanceOf(to, newest))
    return fits ? null : malformed('the provenance does not belong to this file')
  }

  function footer(line: Seen, seen: Seen): Refusal | null {
    isComplete = line.bytes === seen.bytes && line.sha256 === seen.sha256
    return isComplete ? null : malformed('the file was altered after it was written: its length or SHA-256 does not match')
  }

  return {
    line(text: string, seen: () => Seen): Refusal | null {
      lines += 1
      if (isComplete) return malformed('there is text after the end of the bundle')
      try {
        if (header && text.startsWith('{"data":')) return event(header, text)
        const line = parseLine(text)
        if (!line) return malformed(`line ${lines} does not belong in a bundle, or is not in canonical form`)
        const misplaced = placeFault(line.kind, stage, lines)
        if (misplaced !== null) return malformed(misplaced)
        stage = order.indexOf(line.kind)
        if (line.kind !== 'header') return header ? accept(header, line, seen) : malformed('the file has no header')
        header = line
        return null
      } catch (error) {
        if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
        return malformed(`line ${lines} is not valid JSON`, header ? follower.size() : null)
      }
    },
    end(): Verified | Refusal {
      if (!isComplete || !header || !heads) return malformed(`incomplete file: it ends after ${follower.size()} entries`)
      const { checkpoint, signed } = heads.newest
      return {
        ok: true,
        origin: header.origin,
        events: follower.size(),
        checkpoint,
        signed,
        pinned: heads.pinned,
        unchecked: heads.unchecked,
        witnessed: heads.witnessed,
        checkpoints: heads.heads.length,
        previous: heads.previous.length,
        inclusions: inclusion.length,
        until: header.until,
        rows: readModel?.seen ?? null,
        replayed: options.replay !== undefined,
      }
    },
  }
}

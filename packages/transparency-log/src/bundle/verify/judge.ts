import { shortDigest } from '../../checkpoint/checkpoint.ts'
import type { Hash } from '../../merkle/hashes.ts'
import type { TreeHead } from '../../merkle/verify.ts'
import { includes, isContinuation } from '../../merkle/verify.ts'
import type { ConsistencyLine, HeaderLine, InclusionLine } from '../format.ts'
import { neighbours } from '../format.ts'
import type { Follower } from './follow-events.ts'
import type { Heads } from './heads.ts'
import { fromBase64 } from './parse-line.ts'
import type { Refusal } from './verdict.ts'
import { malformed, refuse } from './verdict.ts'

export type Evidence = {
  readonly header: HeaderLine
  readonly heads: Heads
  readonly consistency: readonly ConsistencyLine[]
  readonly inclusion: readonly InclusionLine[]
  readonly follower: Follower
  /** The event at an index for which an inclusion is claimed. */
  eventAt(index: number): { readonly stream: string; readonly revision: number; readonly hash: Hash } | undefined
}

/** The verdict after every event was read. Null if nothing is wrong. */
export const judge = (evidence: Evidence): Refusal | null =>
  judgeTable(evidence) ??
  evidence.follower.disorder() ??
  judgeCount(evidence) ??
  judgeRoot(evidence) ??
  judgeEarlier(evidence) ??
  judgePrevious(evidence) ??
  judgeInclusions(evidence)

/** Where the leaf table matches the signature, it names the first event that does not. */
function judgeTable(evidence: Evidence): Refusal | null {
  const { header, follower } = evidence
  const [difference, root] = [follower.difference(), follower.tableRootAt(header.events)]
  if (!difference || !root || follower.tableSize() !== header.events || !isSigned(evidence, root)) return null
  return refuse(difference.reason, difference.index, difference.words)
}

function judgeCount({ header, heads, follower }: Evidence): Refusal | null {
  const [size, signed] = [follower.size(), heads.newest.checkpoint.size]
  if (size < header.events) return refuse('ORDER', size, `entry ${size} is missing: the file should have ${header.events} entries`)
  if (size > header.events)
    return refuse('ORDER', header.events, `entry ${header.events} is one too many: the file should have ${header.events} entries`)
  if (size > signed) return refuse('ORDER', signed, `entry ${signed} is one too many: the newest checkpoint covers ${signed} entries`)
  if (size < signed && header.until === null)
    return refuse('ORDER', size, `entry ${size} is missing: the newest checkpoint covers ${signed} entries, the file has ${size}`)
  return size === 0 ? refuse('ORDER', 0, 'the file has no entries') : null
}

function judgeRoot(evidence: Evidence): Refusal | null {
  const { header, heads, follower } = evidence
  const [root, difference] = [follower.rootAt(header.events), follower.difference()]
  if (!root) return malformed('the hash tree cannot be computed')
  if (!isSigned(evidence, root)) {
    const agreed = heads.heads.findLast(({ checkpoint }) => follower.rootAt(checkpoint.size)?.equals(checkpoint.root))
    const from = agreed?.checkpoint.size ?? 0
    return refuse('ROOT', from, `the entries do not match the signed record: ${within(from, follower.size())}`)
  }
  if (difference) return refuse('ROOT', difference.index, `the list of hashes has been altered at entry ${difference.index}`)
  return follower.tableSize() === header.events
    ? null
    : refuse('ROOT', header.events, `the list of hashes has ${follower.tableSize()} hashes for ${header.events} entries`)
}

/** Whether a root of the bundle's events is one that the newest checkpoint, or the next above, covers. */
function isSigned({ header, heads, consistency }: Evidence, root: Hash): boolean {
  const size = header.events
  const next = heads.heads.find(({ checkpoint }) => checkpoint.size >= size)?.checkpoint
  if (!next) return false
  if (next.size === size) return next.root.equals(root)
  const proof = consistency.find(({ from, to }) => from === size && to === next.size)
  return proof !== undefined && isContinuation({ size, root }, next, hashesOf(proof.proof))
}

/** The bundle's own older checkpoints, and its proofs between them. */
function judgeEarlier({ heads, consistency, follower }: Evidence): Refusal | null {
  let agreed = 0
  for (const { checkpoint } of heads.heads) {
    const root = follower.rootAt(checkpoint.size)
    if (!root) continue
    if (!root.equals(checkpoint.root))
      return refuse(
        'INCONSISTENT',
        agreed,
        `the first ${checkpoint.size} entries do not match the earlier checkpoint in the file: ${within(agreed, checkpoint.size)}`,
      )
    agreed = checkpoint.size
  }
  const wanted = neighbours([...heads.heads.map(({ checkpoint }) => checkpoint.size), follower.size()])
  if (wanted.length !== consistency.length) return malformed('proofs between checkpoints are missing')
  for (const [n, [from, to]] of wanted.entries()) {
    const proof = consistency[n]
    const [older, newer] = [headAt(heads, follower, from), headAt(heads, follower, to)]
    if (proof?.from !== from || proof.to !== to || !older || !newer) return malformed('a proof between checkpoints is missing')
    if (!isContinuation(older, newer, hashesOf(proof.proof)))
      return refuse('INCONSISTENT', from, `the checkpoint of ${to} entries does not continue the checkpoint of ${from} entries`)
  }
  return null
}

/** What the verifier holds from before. How far the histories agree, only what it holds can tell: not what the bundle brings. */
function judgePrevious({ header, heads, follower }: Evidence): Refusal | null {
  const newest = heads.newest.checkpoint
  let agreed = 0
  for (const held of heads.previous.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    const size = sizeOf(held)
    if (size > newest.size)
      return refuse('INCONSISTENT', newest.size, `${counts(held)}, but the newest in the file covers ${newest.size}: ${shrunk}`)
    const head = headAt(heads, follower, size)
    if (!head) return refuse('INCONSISTENT', null, `${counts(held)} and cannot be compared: the file has only ${follower.size()} entries`)
    const digest = shortDigest({ origin: header.origin, ...head })
    const same = held.kind === 'DIGEST' ? digest === held.shortDigest : held.checkpoint?.root.equals(head.root)
    if (!same)
      return refuse(
        'INCONSISTENT',
        agreed,
        `the first ${size} entries do not match the earlier checkpoint ${held.name}: ${within(agreed, size)}`,
      )
    agreed = size
  }
  return null
}

type Held = Heads['previous'][number]
const sizeOf = (held: Held): number => (held.kind === 'DIGEST' ? held.size : (held.checkpoint?.size ?? 0))
const counts = (held: Held): string => `the earlier checkpoint ${held.name} covers ${sizeOf(held)} entries`
const shrunk = 'entries were removed, or an older copy of the log was restored'

function judgeInclusions({ heads, inclusion, eventAt }: Evidence): Refusal | null {
  const { checkpoint } = heads.newest
  for (const { stream, revision, index, size, proof } of inclusion) {
    const event = eventAt(index)
    const isIt = event?.stream === stream && event.revision === revision && size === checkpoint.size
    if (!isIt || !includes(checkpoint, { leaf: event.hash, index, proof: hashesOf(proof) }))
      return refuse('ROOT', index, `the proof that revision ${revision} of ${stream} is entry ${index} of the signed record is not valid`)
  }
  return null
}

/** Within the events the root is computed; above them it is what was signed. */
function headAt(heads: Heads, follower: Follower, size: number): TreeHead | null {
  const root = follower.rootAt(size) ?? heads.heads.find(({ checkpoint }) => checkpoint.size === size)?.checkpoint.root
  return root ? { size, root } : null
}

const within = (from: number, to: number): string =>
  from + 1 === to ? `entry ${from} is different` : `the first different entry is one of ${from} to ${to - 1}`

const hashesOf = (proof: readonly string[]): readonly Hash[] => proof.map((base64) => fromBase64(base64) ?? Buffer.alloc(0))

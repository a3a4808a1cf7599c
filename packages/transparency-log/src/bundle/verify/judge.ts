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

/** All that can be said once every event was seen; null where all is good. */
export const judge = (evidence: Evidence): Refusal | null =>
  judgeTable(evidence) ??
  evidence.follower.disorder() ??
  judgeCount(evidence) ??
  judgeRoot(evidence) ??
  judgeEarlier(evidence) ??
  judgePrevious(evidence) ??
  judgeInclusions(evidence)

/** Where the leaf table is what was signed, it names the first event that is not. */
function judgeTable(evidence: Evidence): Refusal | null {
  const { header, follower } = evidence
  const [difference, root] = [follower.difference(), follower.tableRootAt(header.events)]
  if (!difference || !root || follower.tableSize() !== header.events || !isSigned(evidence, root)) return null
  return refuse(difference.reason, difference.index, `${difference.words}: the signed root covers another`)
}

function judgeCount({ header, heads, follower }: Evidence): Refusal | null {
  const [size, signed] = [follower.size(), heads.newest.checkpoint.size]
  if (size < header.events) return refuse('ORDER', size, `event ${size} is missing: the bundle says that it holds ${header.events}`)
  if (size > header.events) return refuse('ORDER', header.events, `event ${header.events} is one more than the bundle says that it holds`)
  if (size > signed) return refuse('ORDER', signed, `event ${signed} is one more than the newest checkpoint counts`)
  if (size < signed && header.until === null)
    return refuse('ORDER', size, `event ${size} is missing: the newest checkpoint counts ${signed} events, the bundle ends after ${size}`)
  return size === 0 ? refuse('ORDER', 0, 'the bundle holds no event') : null
}

function judgeRoot(evidence: Evidence): Refusal | null {
  const { header, heads, follower } = evidence
  const [root, difference] = [follower.rootAt(header.events), follower.difference()]
  if (!root) return malformed('the tree cannot be computed')
  if (!isSigned(evidence, root)) {
    const agreed = heads.heads.findLast(({ checkpoint }) => follower.rootAt(checkpoint.size)?.equals(checkpoint.root))
    const from = agreed?.checkpoint.size ?? 0
    return refuse('ROOT', from, `the events do not give the root that was signed: ${within(from, follower.size())}`)
  }
  if (difference)
    return refuse('ROOT', difference.index, `the leaf table differs at index ${difference.index} from the event that was signed for`)
  return follower.tableSize() === header.events
    ? null
    : refuse('ROOT', header.events, `the leaf table holds ${follower.tableSize()} leaves of ${header.events} events`)
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
        `the first ${checkpoint.size} events are not those that its earlier checkpoint was signed for: ${within(agreed, checkpoint.size)}`,
      )
    agreed = checkpoint.size
  }
  const wanted = neighbours([...heads.heads.map(({ checkpoint }) => checkpoint.size), follower.size()])
  if (wanted.length !== consistency.length) return malformed('the proofs between the checkpoints are not complete')
  for (const [n, [from, to]] of wanted.entries()) {
    const proof = consistency[n]
    const [older, newer] = [headAt(heads, follower, from), headAt(heads, follower, to)]
    if (proof?.from !== from || proof.to !== to || !older || !newer) return malformed('a proof between checkpoints is missing')
    if (!isContinuation(older, newer, hashesOf(proof.proof)))
      return refuse('INCONSISTENT', from, `the checkpoint of ${to} events is not shown to continue that of ${from}`)
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
      return refuse('INCONSISTENT', newest.size, `${counts(held)}, the newest of the bundle ${newest.size}: ${shrunk}`)
    const head = headAt(heads, follower, size)
    if (!head) return refuse('INCONSISTENT', null, `${counts(held)}, and cannot be compared: the bundle ends after ${follower.size()}`)
    const digest = shortDigest({ origin: header.origin, ...head })
    const same = held.kind === 'DIGEST' ? digest === held.shortDigest : held.checkpoint?.root.equals(head.root)
    if (!same)
      return refuse(
        'INCONSISTENT',
        agreed,
        `the first ${size} events are not those of the earlier checkpoint ${held.name}: ${within(agreed, size)}`,
      )
    agreed = size
  }
  return null
}

type Held = Heads['previous'][number]
const sizeOf = (held: Held): number => (held.kind === 'DIGEST' ? held.size : (held.checkpoint?.size ?? 0))
const counts = (held: Held): string => `the earlier checkpoint ${held.name} counts ${sizeOf(held)} events`
const shrunk = 'events were taken away, or an older log was put back'

function judgeInclusions({ heads, inclusion, eventAt }: Evidence): Refusal | null {
  const { checkpoint } = heads.newest
  for (const { stream, revision, index, size, proof } of inclusion) {
    const event = eventAt(index)
    const isIt = event?.stream === stream && event.revision === revision && size === checkpoint.size
    if (!isIt || !includes(checkpoint, { leaf: event.hash, index, proof: hashesOf(proof) }))
      return refuse('ROOT', index, `revision ${revision} of ${stream} is not shown to be event ${index} of the signed tree`)
  }
  return null
}

/** Within the events the root is computed; above them it is what was signed. */
function headAt(heads: Heads, follower: Follower, size: number): TreeHead | null {
  const root = follower.rootAt(size) ?? heads.heads.find(({ checkpoint }) => checkpoint.size === size)?.checkpoint.root
  return root ? { size, root } : null
}

const within = (from: number, to: number): string =>
  from + 1 === to ? `event ${from} differs` : `the first event that differs is one of ${from} to ${to - 1}`

const hashesOf = (proof: readonly string[]): readonly Hash[] => proof.map((base64) => fromBase64(base64) ?? Buffer.alloc(0))

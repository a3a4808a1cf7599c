import { setTimeout as sleep } from 'node:timers/promises'
import type { EventStore } from '@outstanding/event-store'
import type { Edge, Hash, SelfCheck, StoredCheckpoint } from '@outstanding/transparency-log'
import {
  appendLeaves,
  compareLeaves,
  emptyEdge,
  newestCheckpoint,
  openCheckpoint,
  parseKey,
  publishedKeys,
  readRoot,
  rootOfEdge,
  signaturesOf,
  treeSize,
} from '@outstanding/transparency-log'
import type pg from 'pg'
import { toLeaf } from '../to-log-event.ts'
import { eventsBehind } from './events-behind.ts'

export type Found = Pick<SelfCheck, 'events' | 'differsAt' | 'problem'>

/** Small, so that what is recorded meanwhile is projected between two of them. */
const eventsAtOnce = 100
/** It rests this many times as long as it works, so that it does not delay people who record something. */
const restForWork = 3

/**
 * Reads the whole log again, as the event store has it now: every event must be the leaf that was kept of it, the tree above the
 * leaves must follow from them, and the newest checkpoint must be signed and of this very tree. Memory is flat. Null when the
 * signal ended it. It trusts this machine's own database: what somebody changes in all places at once, only a witness or a
 * checkpoint held elsewhere tells.
 */
export async function checkLog(client: pg.Client, store: EventStore, signal: AbortSignal): Promise<Found | null> {
  // The checkpoint first: the tree that is read after it holds all of it.
  const checkpoint = await newestCheckpoint(client)
  const size = await treeSize(client)
  const signedSize = checkpoint?.size ?? 0
  if (signedSize > size)
    return fault(size, size, `the newest checkpoint is of ${signedSize} events, and the transparency log holds ${size}`)
  let [edge, signedRoot] = [emptyEdge, null as Buffer | null]
  let rested = performance.now()
  for await (const { start, events } of eventsBehind(store, null, { end: size, signal, eventsAtOnce })) {
    const leaves = events.map(toLeaf)
    const kept = await compareLeaves(client, start, leaves, true)
    if (!kept.ok) return fault(start + kept.offset, start + kept.offset, kept.reason)
    const hashes = leaves.map(({ hash }) => hash)
    signedRoot ??= rootAt(signedSize - start, edge, hashes)
    edge = appendLeaves(edge, hashes).edge
    await sleep((performance.now() - rested) * restForWork, undefined, { signal, ref: false }).catch(() => {})
    rested = performance.now()
  }
  if (signal.aborted) return null
  if (edge.size < size) return fault(edge.size, edge.size, `the log ends after ${edge.size} events, and the transparency log holds ${size}`)
  const problem = (await treeProblem(client, edge, size)) ?? (checkpoint && (await problemOf(client, checkpoint, signedRoot)))
  return problem ? fault(size, null, problem) : { events: size, differsAt: null, problem: null }
}

/** The root of the tree with so many more leaves, where there are just so many among these; else null. */
const rootAt = (more: number, edge: Edge, hashes: readonly Hash[]): Buffer | null =>
  more > 0 && more <= hashes.length ? rootOfEdge(appendLeaves(edge, hashes.slice(0, more)).edge) : null

async function treeProblem(client: pg.Client, edge: Edge, size: number): Promise<string | null> {
  const root = rootOfEdge(edge)
  const differs = root && !root.equals(await readRoot(client, size))
  return differs ? 'the hash tree does not match its leaves' : null
}

async function problemOf(
  client: pg.Client,
  { note, origin, size, root }: StoredCheckpoint,
  signedRoot: Buffer | null,
): Promise<string | null> {
  const keys = (await publishedKeys(client)).flatMap((printed) => parseKey(printed) ?? [])
  const lines = signaturesOf(note, keys)
  const required = keys.filter(({ id }) => lines.some(({ keyId }) => keyId === id.toString('hex')))
  const opened = openCheckpoint(note, { origin, required })
  if (!opened.ok) return `the newest checkpoint is not valid: ${opened.message}`
  return signedRoot?.equals(root) === true ? null : `the newest checkpoint, of ${size} events, was signed for different events`
}

const fault = (events: number, differsAt: number | null, problem: string): Found => ({ events, differsAt, problem })

import { generateKeyPairSync } from 'node:crypto'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { printCheckpoint } from '../checkpoint/checkpoint.ts'
import { signCheckpoint } from '../checkpoint/signing.ts'
import type { LeafEvent } from '../leaf/leaf.ts'
import { leafHash } from '../leaf/leaf.ts'
import { appendLeaves, emptyEdge, rootOfEdge } from '../merkle/append.ts'
import type { Hash } from '../merkle/hashes.ts'
import { emptyRoot } from '../merkle/hashes.ts'
import type { ProofPlan } from '../merkle/proofs.ts'
import { proofOf } from '../merkle/proofs.ts'
import type { SignerKey } from '../note/keys.ts'
import { printKey, signerKey } from '../note/keys.ts'
import { printNote } from '../note/signed-note.ts'
import { consistencyLines, inclusionLine } from './consistency.ts'
import type { HeaderLine } from './format.ts'
import type { BundleParts } from './write-bundle.ts'
import { bundleText } from './write-bundle.ts'

/** For tests: an installation in memory, each of whose parts can be tampered with by itself. */
export type Installation = {
  readonly log: readonly LeafEvent[]
  /** The leaf table; by default that of the log. */
  readonly table: readonly Hash[]
  readonly checkpoints: readonly (Checkpoint & { readonly note: string })[]
}

export const origin = 'example.gov.uk/outstanding'
export const signers: readonly SignerKey[] = [
  signerKey(origin, 'ED25519', generateKeyPairSync('ed25519').privateKey),
  signerKey(origin, 'ML_DSA_44', generateKeyPairSync('ml-dsa-44').privateKey),
]
export const witness = signerKey('witness.example.org/w1', 'ED25519_COSIGNATURE', generateKeyPairSync('ed25519').privateKey)

/** Event `index` of a log of three streams, with text in its data and an actor in its metadata. */
export const event = (index: number): LeafEvent => ({
  stream: `recommendation-example.${index % 3}`,
  revision: Math.floor(index / 3),
  eventId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  type: index % 2 === 0 ? 'ProgressUpdated' : 'EvidenceAttached',
  created: new Date(Date.UTC(2026, 10, 22) + index * 1_000).toISOString(),
  data: { text: `Progress ${index}: half of the visits – “done”`, claimsComplete: false },
  metadata: { actor: { id: 'person-1', role: 'officer' }, effectiveOn: '2026-11-01' },
})
export const events = (count: number): readonly LeafEvent[] => Array.from({ length: count }, (_, index) => event(index))

export const tableOf = (log: readonly LeafEvent[]): readonly Hash[] => log.map(leafHash)

export function checkpointAt(
  table: readonly Hash[],
  size: number,
  by: readonly SignerKey[] = signers,
): Checkpoint & { readonly note: string } {
  const { edge } = appendLeaves(emptyEdge, table.slice(0, size))
  const checkpoint = { origin, size, root: rootOfEdge(edge) ?? emptyRoot() }
  const signatures = by.map((key) => signCheckpoint(key, checkpoint, 1_763_800_000 + size))
  return { ...checkpoint, note: printNote({ text: printCheckpoint(checkpoint), signatures }) }
}

/** An honest installation with checkpoints of these sizes. */
export function installation(log: readonly LeafEvent[], sizes: readonly number[], by: readonly SignerKey[] = signers): Installation {
  const table = tableOf(log)
  return { log, table, checkpoints: sizes.map((size) => checkpointAt(table, size, by)) }
}

export function readerOf(table: readonly Hash[]): (plan: ProofPlan) => Promise<readonly Hash[]> {
  const nodes = new Map(appendLeaves(emptyEdge, table).added.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  return async (plan) => proofOf(plan, ({ level, index }) => nodes.get(`${level}/${index}`) ?? Buffer.alloc(32))
}

type Export = { readonly until?: number; readonly prove?: readonly number[]; readonly readModel?: BundleParts['readModel'] }

/** What `outstanding export` would write there. */
export async function bundleOf({ log, table, checkpoints }: Installation, { until, prove = [], readModel }: Export = {}): Promise<Buffer> {
  const newest = checkpoints.at(-1)?.size ?? 0
  const count = until ?? newest
  const readProof = readerOf(table)
  const header: HeaderLine = {
    kind: 'header',
    format: 'outstanding-bundle',
    version: 1,
    origin,
    events: count,
    until: until === undefined ? null : String(until),
    readModel: readModel?.name ?? null,
    exportedAt: '2026-11-22T12:00:00.000Z',
    software: 'outstanding 0.1.0',
  }
  const pieces: string[] = []
  const parts: BundleParts = {
    header,
    keys: signers.map(printKey),
    checkpoints,
    consistency: await consistencyLines([...checkpoints.map(({ size }) => size), count], readProof),
    inclusion: await Promise.all(
      prove.map((index) =>
        inclusionLine({ stream: log[index]?.stream ?? '', revision: log[index]?.revision ?? 0, index }, newest, readProof),
      ),
    ),
    leaves: async (start, length) => table.slice(start, start + length),
    events: (async function* () {
      for (let at = 0; at < log.length; at += 100) yield log.slice(at, at + 100)
    })(),
    readModel,
  }
  for await (const piece of bundleText(parts)) pieces.push(piece)
  return Buffer.from(pieces.join(''))
}

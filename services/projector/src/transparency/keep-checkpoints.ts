import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { IssuedCheckpoint } from '@outstanding/transparency-log'
import {
  issueCheckpoint,
  loadOrCreateKeys,
  logKeyTypes,
  newestCheckpoint,
  publishCheckpoint,
  treeSize,
} from '@outstanding/transparency-log'
import type pg from 'pg'
import { connect } from '../connect.ts'
import type { SinceDone } from './time-since.ts'
import { sinceDone } from './time-since.ts'

export type CheckpointOptions = {
  readonly databaseUrl: string
  /** The private keys; made where there are none. */
  readonly keysFile: string
  /** The log's name, for keys that are yet to be made. */
  readonly origin?: string
  /** Where checkpoints are published; nowhere by default. */
  readonly directory?: string
  readonly signal: AbortSignal
  report(line: string): void
  /** Asked before each signature, with a connection: why this log is not the one whose tree would be signed; null: it is. */
  fault(client: pg.Client): Promise<string | null>
  /** How old the last checkpoint must be for the next: an hour. */
  readonly everyMs?: number
}

const hourMs = 3_600_000
const lookMs = 60_000
/** Until there is a first one. */
const firstLookMs = 2_000
const queryMs = 60_000

/**
 * Signs the tree once an hour, if it has grown, sooner when it has doubled, and the first time as soon as there is anything; until
 * the signal. It runs in the projector: that is the one process which writes the tree, only one of it is at work, and no network
 * reaches it, as it does the server, so that the private keys are out of a visitor's reach. What fails is reported and tried again
 * a minute later.
 */
export async function keepCheckpoints(options: CheckpointOptions): Promise<void> {
  const { signal, report, everyMs = hourMs } = options
  const clock = sinceDone()
  let reported = ''
  while (!signal.aborted) {
    const look = await checkpointIfDue(options, everyMs, clock).catch((error: unknown): Look => ({
      problem: error instanceof Error ? error.message : String(error),
      isEmpty: false,
    }))
    if (look.problem !== null && look.problem !== reported) report(`no checkpoint was signed: ${look.problem}`)
    reported = look.problem ?? ''
    await sleep(Math.min(look.isEmpty ? firstLookMs : lookMs, everyMs), undefined, { signal, ref: false }).catch(() => {})
  }
}

/** No problem: signed, or not yet due; `isEmpty`: there was nothing yet to sign. */
type Look = { readonly problem: string | null; readonly isEmpty: boolean }
const well: Look = { problem: null, isEmpty: false }

/** What was signed is published even where its signer was killed before it could. */
async function checkpointIfDue(options: CheckpointOptions, everyMs: number, clock: SinceDone): Promise<Look> {
  const { databaseUrl, directory, report } = options
  const client = await connect(databaseUrl, queryMs)
  try {
    const last = await newestCheckpoint(client)
    const isDue = last === null || hasGrown(last.size, await treeSize(client), clock.since(last.createdAt) >= everyMs)
    const signed = isDue ? await signIfSound(client, options) : { ok: true as const, checkpoint: last, fresh: false }
    if (!signed.ok) return { problem: signed.problem, isEmpty: false }
    if (signed.checkpoint === null) return { problem: null, isEmpty: true }
    if (signed.fresh) clock.done()
    const published = directory === undefined ? null : await publishCheckpoint(client, directory, signed.checkpoint)
    if (published?.ok === false) return { problem: published.problem, isEmpty: false }
    const where = published ? `, published as ${published.file}` : ''
    if (signed.fresh) report(`signed a checkpoint of ${signed.checkpoint.size} events${where}`)
    return well
  } finally {
    await client.end().catch(() => {})
  }
}

/** In a log that has doubled the last checkpoint speaks for less than half: the first load of a register is not left unsigned for an hour. */
const hasGrown = (signed: number, size: number, isOld: boolean): boolean => size >= signed * 2 || (size !== signed && isOld)

async function signIfSound(client: pg.Client, { keysFile, origin, fault }: CheckpointOptions): Promise<IssuedCheckpoint> {
  const problem = await fault(client)
  return problem === null ? sign(client, keysFile, origin) : { ok: false, problem }
}

async function sign(client: pg.Client, keysFile: string, origin: string | undefined): Promise<IssuedCheckpoint> {
  await mkdir(dirname(keysFile), { recursive: true, mode: 0o700 })
  return issueCheckpoint(client, await loadOrCreateKeys(keysFile, logKeyTypes, origin))
}

import type { ClientBase } from 'pg'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { parseCheckpoint, printCheckpoint } from '../checkpoint/checkpoint.ts'
import { openCheckpoint } from '../checkpoint/open.ts'
import { signCheckpoint } from '../checkpoint/signing.ts'
import type { LogKeys } from '../keys/log-keys.ts'
import { planConsistency } from '../merkle/proofs.ts'
import { isContinuation } from '../merkle/verify.ts'
import { printKey } from '../note/keys.ts'
import { parseNote, printNote } from '../note/signed-note.ts'
import type { Queryable } from './read-tree.ts'
import { readProof, readRoot, treeSize } from './read-tree.ts'

/** `note` is the signed note with the cosignatures that came in since. */
export type StoredCheckpoint = Checkpoint & { readonly note: string; readonly createdAt: Date }

/** `checkpoint` is null while the log is empty. A problem is one sentence: nothing was signed. */
export type IssuedCheckpoint =
  | { readonly ok: true; readonly checkpoint: StoredCheckpoint | null; readonly fresh: boolean }
  | { readonly ok: false; readonly problem: string }

const issueLock = 7_304_113_390_541_301n

/**
 * The newest checkpoint, made now if the tree has grown since. It never signs a head that does not continue the last one, nor
 * one of another log. May run in several programs at once.
 */
export async function issueCheckpoint(client: ClientBase, { origin, signers }: LogKeys, now = new Date()): Promise<IssuedCheckpoint> {
  await client.query('select pg_advisory_lock($1)', [issueLock.toString()])
  try {
    const [last, size] = [await newestCheckpoint(client), await treeSize(client)]
    if (last && last.origin !== origin)
      return { ok: false, problem: `the checkpoints are of the log ${last.origin}, the keys of ${origin}` }
    await client.query('insert into transparency.key (printed) select unnest ($1::text[]) on conflict do nothing', [signers.map(printKey)])
    if (last?.size === size || size === 0) return { ok: true, checkpoint: last, fresh: false }
    const checkpoint = { origin, size, root: await readRoot(client, size) }
    const broken = last && (await continuationProblem(client, last, checkpoint, { origin, signers }))
    if (broken) return { ok: false, problem: broken }
    const at = Math.floor(now.getTime() / 1_000)
    const note = printNote({
      text: printCheckpoint(checkpoint),
      signatures: signers.map((key) => signCheckpoint(key, checkpoint, at)),
    })
    await client.query('insert into transparency.checkpoint (size, note, created_at) values ($1, $2, $3)', [size, note, now])
    return { ok: true, checkpoint: { ...checkpoint, note, createdAt: now }, fresh: true }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [issueLock.toString()])
  }
}

/** One sentence where the newer head does not hold all that the older one, which these keys signed, does. */
async function continuationProblem(client: Queryable, last: StoredCheckpoint, next: Checkpoint, keys: LogKeys): Promise<string | null> {
  const opened = openCheckpoint(last.note, { origin: keys.origin, required: keys.signers })
  if (!opened.ok) return `the last checkpoint, of ${last.size} events, is not ours: ${opened.message}`
  if (last.size > next.size) return `the transparency log has shrunk: ${last.size} entries were signed, ${next.size} are left`
  const proof = await readProof(client, planConsistency(last.size, next.size))
  if (isContinuation(opened.checkpoint, next, proof)) return null
  return `the transparency log no longer holds the ${last.size} events that were signed for: its tables were changed`
}

export async function newestCheckpoint(client: Queryable): Promise<StoredCheckpoint | null> {
  const { rows } = await client.query<CheckpointRow>(`${selection} order by c.size desc limit 1`)
  return rows[0] ? toCheckpoint(rows[0]) : null
}

/** The checkpoint of that very size. */
export async function checkpointOf(client: Queryable, size: number): Promise<StoredCheckpoint | null> {
  const { rows } = await client.query<CheckpointRow>(`${selection} where c.size = $1`, [size])
  return rows[0] ? toCheckpoint(rows[0]) : null
}

/** The newest, the newest with a cosignature and, of every day in UTC, the last: smallest first. */
export async function checkpointsByDay(client: Queryable): Promise<readonly StoredCheckpoint[]> {
  const { rows } = await client.query<CheckpointRow>(
    `${selection} where c.size in (select max(size) from transparency.checkpoint group by (created_at at time zone 'UTC')::date)
      or c.size = (select max(size) from transparency.cosignature) order by c.size`,
  )
  return rows.map(toCheckpoint)
}

/** The public halves of the keys that have signed, the oldest first. */
export async function publishedKeys(client: Queryable): Promise<readonly string[]> {
  const { rows } = await client.query<{ printed: string }>('select printed from transparency.key order by first_used_at, printed')
  return rows.map(({ printed }) => printed)
}

/** Adds the signature line of a witness, already verified, to the checkpoint of that size. False where there is no such checkpoint. */
export async function addCosignature(client: Queryable, size: number, name: string, line: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into transparency.cosignature (size, name, line) select size, $2, $3 from transparency.checkpoint where size = $1
     on conflict do nothing`,
    [size, name, line],
  )
  return rowCount === 1
}

type CheckpointRow = { readonly note: string; readonly created_at: Date | string; readonly lines: string | null }

const selection = `
select c.note, c.created_at,
  (select string_agg(line, '' order by name) from transparency.cosignature s where s.size = c.size) as lines
from transparency.checkpoint c`

function toCheckpoint({ note, created_at, lines }: CheckpointRow): StoredCheckpoint {
  const whole = note + (lines ?? '')
  const parsed = parseNote(whole)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  if (!checkpoint) throw new Error('a stored checkpoint cannot be read: the tables of the transparency log were changed')
  return { ...checkpoint, note: whole, createdAt: new Date(created_at) }
}

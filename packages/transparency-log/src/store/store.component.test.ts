import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../../../test/support/database.ts'
import { openCheckpoint } from '../checkpoint/open.ts'
import { loadOrCreateKeys, logKeyTypes } from '../keys/log-keys.ts'
import { appendLeaves, emptyEdge, rootOfEdge } from '../merkle/append.ts'
import { hashLeaf } from '../merkle/hashes.ts'
import { planConsistency, planInclusion } from '../merkle/proofs.ts'
import { includes, isContinuation } from '../merkle/verify.ts'
import { addCosignature, issueCheckpoint, newestCheckpoint } from './checkpoints.ts'
import type { NewLeaf } from './keep-leaves.ts'
import { compareLeaves, leafKeeper } from './keep-leaves.ts'
import { readHashes, readProof, readRoot, treeSize } from './read-tree.ts'
import { migrateTransparency } from './schema.ts'

const leaf = (index: number, text = `event ${index}`): NewLeaf => ({
  hash: hashLeaf(Buffer.from(text)),
  stream: `s-${index % 3}`,
  revision: Math.floor(index / 3),
  eventId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  position: String(index * 100),
  recordedAt: new Date(Date.UTC(2026, 10, 22) + (index % 5) * 1_000 + index).toISOString(),
})
const leaves = (start: number, end: number): NewLeaf[] => Array.from({ length: end - start }, (_, n) => leaf(start + n))

describe('the stored tree', () => {
  let database: TestDatabase
  let client: pg.Client
  let directory: string
  beforeAll(async () => {
    database = await createDatabase()
    directory = await mkdtemp(join(tmpdir(), 'outstanding-keys-'))
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await migrateTransparency(client)
    await migrateTransparency(client)
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
    await rm(directory, { recursive: true, force: true })
  })

  test('given batches, one rolled back and one kept twice, then it is the tree of all events, with times that never go back', async () => {
    const keeper = leafKeeper()
    const keep = async (start: number, end: number, outcome: 'commit' | 'rollback') => {
      await client.query('begin')
      const kept = await keeper.keep(client, start, leaves(start, end))
      await client.query(outcome)
      return kept
    }
    expect(await keep(0, 7, 'commit')).toEqual({ ok: true })
    expect(await keep(7, 20, 'rollback')).toEqual({ ok: true })
    expect(await keep(7, 15, 'commit')).toEqual({ ok: true })
    expect(await leafKeeper().keep(client, 5, leaves(5, 41))).toEqual({ ok: true })
    expect(await treeSize(client)).toBe(41)
    const { edge } = appendLeaves(
      emptyEdge,
      leaves(0, 41).map(({ hash }) => hash),
    )
    const root = rootOfEdge(edge)
    expect(await readRoot(client, 41)).toEqual(root)
    const { rows } = await client.query(
      'select 1 from (select recorded_at < lag(recorded_at) over (order by index) as back from transparency.leaf) as t where back',
    )
    expect(rows).toEqual([])
    if (!root) throw new Error('no root')
    expect(includes({ size: 41, root }, { leaf: leaf(13).hash, index: 13, proof: await readProof(client, planInclusion(13, 41)) })).toBe(
      true,
    )
    const older = { size: 15, root: await readRoot(client, 15) }
    expect(isContinuation(older, { size: 41, root }, await readProof(client, planConsistency(15, 41)))).toBe(true)
    expect(await readHashes(client, { level: 2, index: 1 }, 100)).toHaveLength(9)
  })

  test('given an event that differs from its leaf, then it is refused and named; one behind a gap likewise', async () => {
    const altered = leaves(3, 9).with(2, leaf(5, 'another'))
    expect(await leafKeeper().keep(client, 3, altered)).toMatchObject({ ok: false, offset: 2, reason: expect.stringContaining('index 5 ') })
    expect(await compareLeaves(client, 3, altered)).toMatchObject({ ok: false, offset: 2 })
    expect(await compareLeaves(client, 38, leaves(38, 50))).toEqual({ ok: true })
    expect(await leafKeeper().keep(client, 60, leaves(60, 61))).toMatchObject({ ok: false, reason: expect.stringContaining('ends before') })
  })

  test('given an event that is a leaf already, at another index, then it is refused', async () => {
    await client.query('begin')
    expect(await leafKeeper().keep(client, 41, [leaf(7)])).toMatchObject({ ok: false, offset: 0 })
    await client.query('rollback')
  })

  test('nothing in it can be changed or taken away', async () => {
    for (const change of [
      'update transparency.leaf set stream = stream',
      'delete from transparency.node',
      'truncate transparency.cosignature',
    ])
      await expect(client.query(change)).rejects.toThrow('append only')
  })

  test('a checkpoint is made when the tree has grown, by keys that only their owner can read', async () => {
    const file = join(directory, 'keys.json')
    const keys = await loadOrCreateKeys(file, logKeyTypes, 'example.gov.uk/outstanding')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await loadOrCreateKeys(file, logKeyTypes, 'other')).origin).toBe(keys.origin)
    const first = await issueCheckpoint(client, keys)
    expect(first).toMatchObject({ ok: true, fresh: true, checkpoint: { size: 41 } })
    expect(await issueCheckpoint(client, keys)).toMatchObject({ ok: true, fresh: false, checkpoint: { size: 41 } })
    await leafKeeper().keep(client, 41, leaves(41, 50))
    const second = await issueCheckpoint(client, keys)
    const note = (second.ok && second.checkpoint?.note) || ''
    expect(openCheckpoint(note, { origin: keys.origin, required: keys.signers })).toMatchObject({ ok: true, checkpoint: { size: 50 } })
    expect(await addCosignature(client, 50, 'w', `— w ${Buffer.alloc(70).toString('base64')}\n`)).toBe(true)
    expect((await newestCheckpoint(client))?.note).toMatch(/\n— w A+==\n$/)
    const strangers = await loadOrCreateKeys(join(directory, 'others.json'), logKeyTypes)
    expect(await issueCheckpoint(client, strangers)).toMatchObject({ ok: false, problem: expect.stringContaining('the keys of') })
  })

  test('given a leaf table that was rewritten behind a checkpoint, then nothing more is signed', async () => {
    const keys = await loadOrCreateKeys(join(directory, 'keys.json'), logKeyTypes)
    await leafKeeper().keep(client, 50, leaves(50, 60))
    await client.query('set session_replication_role = replica')
    await client.query('update transparency.node set hash = sha256(hash) where level = 5 and index = 0')
    await client.query('set session_replication_role = default')
    expect(await issueCheckpoint(client, keys)).toMatchObject({ ok: false, problem: expect.stringContaining('tables were changed') })
  })
})

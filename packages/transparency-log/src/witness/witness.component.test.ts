import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../../../test/support/database.ts'
import { loadOrCreateKeys, logKeyTypes, type LogKeys } from '../keys/log-keys.ts'
import { hashLeaf } from '../merkle/hashes.ts'
import { answerRequest, takeCosignatures } from '../publication/answer-request.ts'
import { publishCheckpoint } from '../publication/publish-checkpoint.ts'
import { issueCheckpoint, newestCheckpoint } from '../store/checkpoints.ts'
import { leafKeeper } from '../store/keep-leaves.ts'
import { migrateTransparency } from '../store/schema.ts'
import type { PublishedLog } from './witness.ts'
import { witnessOnce } from './witness.ts'
import { openWitnessState, type WitnessState } from './witness-state.ts'

type World = { readonly client: pg.Client; readonly database: TestDatabase }

async function openWorld(): Promise<World> {
  const database = await createDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await migrateTransparency(client)
  return { client, database }
}

/** The log grows to `size` events, of which those from `from` on say `text`; then it signs. */
async function grow({ client }: World, keys: LogKeys, size: number, text: (index: number) => string = String): Promise<void> {
  const { rows } = await client.query<{ size: string }>('select count(*) as size from transparency.leaf')
  const start = Number(rows[0]?.size)
  const leaves = Array.from({ length: size - start }, (_, n) => ({
    hash: hashLeaf(Buffer.from(text(start + n))),
    stream: `s-${start + n}`,
    revision: 0,
    eventId: `00000000-0000-4000-8000-${String(start + n).padStart(12, '0')}`,
    position: String(start + n),
    recordedAt: '2026-11-22T00:00:00.000Z',
  }))
  expect(await leafKeeper().keep(client, start, leaves)).toEqual({ ok: true })
  expect(await issueCheckpoint(client, keys)).toMatchObject({ ok: true, checkpoint: { size } })
}

function logOf({ client }: World, state: WitnessState): PublishedLog {
  const get = async (path: string): Promise<Buffer> => {
    const answer = await answerRequest(client, path)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    return Buffer.from(answer.body)
  }
  return {
    checkpoint: async () => String(await get('checkpoint')),
    keys: async () => String(await get('keys')),
    tile: get,
    async offer(note) {
      const answer = await takeCosignatures(client, note, state.keys.signers)
      return answer.status === 200 ? null : String(answer.body)
    },
  }
}

describe('a witness', () => {
  let directory: string
  let keys: LogKeys
  let state: WitnessState
  const worlds: World[] = []
  const world = async (): Promise<World> => {
    const opened = await openWorld()
    worlds.push(opened)
    return opened
  }
  let trueLog: World
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'outstanding-witness-'))
    keys = await loadOrCreateKeys(join(directory, 'log.json'), logKeyTypes, 'example.gov.uk/outstanding')
    state = await openWitnessState(join(directory, 'w'), 'witness.example.org/w1')
    trueLog = await world()
    await grow(trueLog, keys, 700)
    expect(await witnessOnce(logOf(trueLog, state), state)).toMatchObject({ ok: true })
  })
  afterAll(async () => {
    for (const { client, database } of worlds) {
      await client.end()
      await database.drop()
    }
    await rm(directory, { recursive: true, force: true })
  })

  test(
    'given a log that grows, over the edges of tiles and of their rows, then it cosigns every head, and the log keeps it',
    { timeout: 90_000 },
    async () => {
      const growing = await world()
      const watching = await openWitnessState(join(directory, 'watching'), 'witness.example.org/w2')
      for (const size of [1, 5, 256, 257, 700, 66_000]) {
        await grow(growing, keys, size)
        const outcome = await witnessOnce(logOf(growing, watching), watching)
        expect(outcome).toMatchObject({ ok: true, checkpoint: { size }, message: expect.stringContaining('stored') })
        expect((await newestCheckpoint(growing.client))?.note.match(/witness\.example\.org\/w2/g)).toHaveLength(2)
      }
      expect(await witnessOnce(logOf(growing, watching), watching)).toMatchObject({
        ok: true,
        message: expect.stringContaining('nothing new'),
      })
    },
  )

  test('started again, it still holds its head', async () => {
    const again = await openWitnessState(join(directory, 'w'))
    expect(again.keys.origin).toBe('witness.example.org/w1')
    expect(await witnessOnce(logOf(trueLog, again), again)).toMatchObject({ ok: true, message: expect.stringContaining('nothing new') })
  })

  test.each([
    ['a log that was put back and is shorter', 300, String, /has shrunk: it now has 300 entries, and 700 were cosigned/],
    ['another history of the same length', 700, (index: number) => `other ${index}`, /different history of the same 700/],
    [
      'a history that was rewritten and grew',
      800,
      (index: number) => (index === 7 ? 'rewritten' : String(index)),
      /800 entries does not continue the 700/,
    ],
  ])('given %s, signed with the true key, then it refuses, and keeps both heads', async (_, size, text, sentence) => {
    const other = await world()
    await grow(other, keys, size, text)
    const outcome = await witnessOnce(logOf(other, state), state)
    expect(outcome).toMatchObject({ ok: false, why: 'INCONSISTENT', message: expect.stringMatching(sentence) })
    const evidence = (!outcome.ok && outcome.evidence) || ''
    expect(await readFile(join(evidence, 'offered.txt'), 'utf8')).toContain(`\n${size}\n`)
    expect(await readFile(join(evidence, 'held.txt'), 'utf8')).toContain('\n700\n')
    expect((await newestCheckpoint(other.client))?.note).not.toContain('witness.example.org')
  })

  test('given a checkpoint by other keys than those it met first, then it refuses', async () => {
    const other = await world()
    await grow(other, await loadOrCreateKeys(join(directory, 'other.json'), logKeyTypes, keys.origin), 900)
    expect(await witnessOnce(logOf(other, state), state)).toMatchObject({ ok: false, why: 'SIGNATURE' })
  })

  test('given a log that cannot be reached, then it keeps what it has and says so', async () => {
    const away = { ...logOf(trueLog, state), checkpoint: () => Promise.reject(new Error('no route')) }
    expect(await witnessOnce(away, state)).toEqual({ ok: false, why: 'UNREACHABLE', message: 'no route', evidence: null })
  })

  test('of which the log knows nothing is not kept, nor is a checkpoint that is none of its own', async () => {
    const stranger = await openWitnessState(join(directory, 'stranger'), 'stranger.example.org/w')
    const outcome = await witnessOnce(
      { ...logOf(trueLog, state), keys: async () => String((await answerRequest(trueLog.client, 'keys')).body) },
      stranger,
    )
    expect(outcome).toMatchObject({ ok: true, message: expect.stringContaining('cosigned') })
    expect((await newestCheckpoint(trueLog.client))?.note).not.toContain('stranger')
    const kept = (await newestCheckpoint(trueLog.client))?.note ?? ''
    expect(await takeCosignatures(trueLog.client, kept, stranger.keys.signers)).toMatchObject({ status: 403 })
    const other = await world()
    await grow(other, keys, 12, (index) => `other ${index}`)
    const note = (await newestCheckpoint(other.client))?.note ?? ''
    expect(await takeCosignatures(trueLog.client, note, state.keys.signers)).toMatchObject({ status: 403 })
    expect(await takeCosignatures(trueLog.client, 'no note', state.keys.signers)).toMatchObject({ status: 400 })
  })

  test('is not the only one: what is published in a directory is never overwritten, nor followed by another history', async () => {
    const published = join(directory, 'published')
    const newest = await newestCheckpoint(trueLog.client)
    if (!newest) throw new Error('no checkpoint')
    expect(await publishCheckpoint(trueLog.client, published, newest)).toMatchObject({ ok: true })
    expect(await publishCheckpoint(trueLog.client, published, newest)).toMatchObject({ ok: true })
    const other = await world()
    await grow(other, keys, 701, (index) => `other ${index}`)
    const rewritten = await newestCheckpoint(other.client)
    if (!rewritten) throw new Error('no checkpoint')
    expect(await publishCheckpoint(other.client, published, rewritten)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('does not continue'),
    })
  })
})

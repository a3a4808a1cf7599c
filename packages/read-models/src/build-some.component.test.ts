import fc from 'fast-check'
import { sql } from 'kysely'
import type { Progress, Snapshot } from '@outstanding/projection'
import { openReadModels, projectBatch, readModelVersion, rowsIn, takeEpoch } from '@outstanding/projection'
import { givenDatabase, givenProjection } from '@outstanding/projection/testing'
import { describe, expect, it } from 'vitest'
import { createDatabase } from '../../../test/support/database.ts'
import { fixedLog, givenBuilds, logs } from '../testing/given-builds.ts'
import { shouted, withModels } from '../testing/later-models.ts'
import { allReadModels } from './all-read-models.ts'
import { committees } from './committees/project.ts'
import { committeeTable } from './committees/tables.ts'

const database = givenDatabase(createDatabase)
const { projectedOn } = givenProjection(allReadModels)
const { current, givenCurrent, buildFor, placesOf, expectSameAsRebuilt } = givenBuilds(database)

const changed = [shouted('committees', 'name'), shouted('recommendation-list', 'title')]
const later = withModels(changed)
const others = later.filter((model) => !changed.includes(model))

describe('a read model of another version', { timeout: 300_000 }, () => {
  it('is built alone, as a rebuild of everything builds it, and no row of the others is written', () =>
    fc.assert(
      fc.asyncProperty(logs, async (log) => {
        await givenCurrent(log)
        const before = await placesOf(others)
        expect(await buildFor(later)).toEqual({ ok: true })
        expect(await placesOf(others)).toEqual(before)
        await expectSameAsRebuilt(log, later)
      }),
      { numRuns: process.env['OUTSTANDING_LONG'] ? 100 : 4 },
    ))

  it('has the events that came meanwhile, and the writer of the old one writes no more', async () => {
    const half = fixedLog.length >> 1
    let writer = await givenCurrent(fixedLog.slice(0, half))
    // They come when the rows are derived and before the places are taken.
    const connect = async () => {
      const other = await database.connect()
      const end = other.end.bind(other)
      return Object.assign(other, {
        end: async () => {
          writer = await projectedOn(other, writer, fixedLog.slice(half, -5), [3])
          await end()
        },
      })
    }
    expect(await buildFor(later, connect)).toEqual({ ok: true })
    const batch = { events: fixedLog.slice(-5), through: fixedLog.at(-1)?.position ?? null }
    expect(await projectBatch(database.client, writer, batch, { models: allReadModels })).toEqual({ ok: false, why: 'FENCED' })
    const next = (await takeEpoch(database.client, readModelVersion(later))) as Progress
    await givenProjection(later).projectedOn(database.client, next, fixedLog.slice(-5), [2])
    await expectSameAsRebuilt(fixedLog, later)
  })

  it('loses none of them however writing and building meet', async () => {
    let writer = await givenCurrent(fixedLog.slice(0, 20))
    const connection = await database.connect()
    const writing = async (): Promise<void> => {
      for (let from = 20; from < fixedLog.length; from += 1) {
        const batch = { events: fixedLog.slice(from, from + 1), through: fixedLog[from]?.position ?? null }
        const projected = await projectBatch(connection, writer, batch, { models: allReadModels })
        if (!projected.ok) return expect(projected).toEqual({ ok: false, why: 'FENCED' })
        writer = projected.progress
      }
    }
    const [placed] = await Promise.all([buildFor(later), writing()])
    expect(placed).toEqual({ ok: true })
    const next = (await takeEpoch(database.client, readModelVersion(later))) as Progress
    expect(next.events).toBe(writer.events)
    await givenProjection(later).projectedOn(connection, next, fixedLog.slice(next.events), [6])
    await connection.end()
    await expectSameAsRebuilt(fixedLog, later)
  })

  it('is read as it was by readers that began before, and as it is by later ones', async () => {
    await givenCurrent(fixedLog)
    const names = (snapshot: Snapshot) =>
      sql<{ name: string }>`select name from ${rowsIn(snapshot, committeeTable, snapshot.today)} committee order by stream`
        .execute(snapshot.db)
        .then(({ rows }) => rows.map(({ name }) => name))
    const before = await database.models.read(names)
    const snapshot = await database.models.openSnapshot()
    expect(await buildFor(later)).toEqual({ ok: true })
    expect(await names(snapshot)).toEqual(before)
    await snapshot.close()
    expect(before.length).toBeGreaterThan(0)
    expect(await database.models.read(names)).toEqual(before.map((name) => name.toUpperCase()))
    const old = openReadModels({ databaseUrl: database.url, models: allReadModels })
    await expect(old.read(names)).rejects.toThrow(/Start the projector of the same release/)
    expect(await old.status()).toMatchObject({ isReadable: false, version: readModelVersion(later) })
    await old.close()
  })

  it('leaves everything as it stood when it cannot fold a stream, or a connection breaks', async () => {
    await givenCurrent(fixedLog)
    const before = [await current(), await placesOf(allReadModels)]
    const refusing = withModels([
      {
        ...committees,
        version: committees.version + 1,
        rows: () => {
          throw new Error('this committee has no name')
        },
      },
    ])
    expect(await buildFor(refusing)).toMatchObject({ ok: false, why: 'POISON', problem: expect.stringContaining('no name') as string })
    await expect(buildFor(later, () => Promise.reject(new Error('no connection')))).rejects.toThrow('no connection')
    expect([await current(), await placesOf(allReadModels)]).toEqual(before)
    const { rows } = await database.client.query(`select state from read_models.read_model where state <> 'IN_USE'`)
    expect(rows).toEqual([])
    expect(await buildFor(later)).toEqual({ ok: true })
    await expectSameAsRebuilt(fixedLog, later)
  })
})

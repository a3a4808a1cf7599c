import type { ReadModel } from '@outstanding/projection'
import { dropLeftModels, openReadModels, planBuild, readModelVersion, removedReadModel, takeEpoch } from '@outstanding/projection'
import { givenDatabase, givenProjection, makeCurrent } from '@outstanding/projection/testing'
import { describe, expect, it } from 'vitest'
import { createDatabase } from '../../../test/support/database.ts'
import { fixedLog, givenBuilds, readFor } from '../testing/given-builds.ts'
import { shouted, withModels } from '../testing/later-models.ts'
import { allReadModels } from './all-read-models.ts'
import { offices } from './offices/project.ts'
import { policies } from './policies/project.ts'

const database = givenDatabase(createDatabase)
const { current, givenCurrent, buildFor, placesOf, expectSameAsRebuilt } = givenBuilds(database)

const without = (name: string): readonly ReadModel[] => allReadModels.filter((one) => one.name !== name)

describe('a read model', { timeout: 300_000 }, () => {
  it('whose table has another shape is built alone, though its version was forgotten', async () => {
    await givenCurrent(fixedLog)
    const indexed = withModels([
      { ...offices, tables: offices.tables.map((table) => ({ ...table, indexes: [...table.indexes, '(kind)'] })) },
    ])
    expect(await planBuild(database.client, await current(), indexed)).toMatchObject({ kind: 'SOME', changed: [{ name: 'offices' }] })
    expect(await buildFor(indexed)).toEqual({ ok: true })
    await expectSameAsRebuilt(fixedLog, indexed)
  })

  it('that is new is built alone beside the others, and read by programs that know it', async () => {
    await givenCurrent(fixedLog)
    const table = { ...policies.tables[0], name: 'adoption' } as ReadModel['tables'][number]
    const rows: ReadModel['rows'] = (state, stream) => ({ adoption: policies.rows(state, stream)['policy'] ?? [] })
    const adoptions: ReadModel = { ...policies, name: 'adoptions', version: 1, tables: [table], rows }
    const more = [...allReadModels, adoptions]
    const before = await placesOf(allReadModels)
    expect(await buildFor(more)).toEqual({ ok: true })
    expect(await placesOf(allReadModels)).toEqual(before)
    await expectSameAsRebuilt(fixedLog, more)
    for (const models of [allReadModels, more]) {
      const reader = openReadModels({ databaseUrl: database.url, models })
      expect(await reader.read(async ({ version }) => version)).toBe(readModelVersion(more))
      await reader.close()
    }
  })

  it('that was removed is dropped, and leaves the timeline as a rebuild would', async () => {
    await givenCurrent(fixedLog)
    const fewer = [...without('offices'), removedReadModel('offices', offices.version + 1)]
    expect(readModelVersion(fewer)).toBeGreaterThan(readModelVersion(allReadModels))
    const dropped = `${(await current()).schemas.get('office')}.office`
    const isThere = async () => (await database.client.query(`select to_regclass($1) is not null as found`, [dropped])).rows
    expect(await buildFor(fewer)).toEqual({ ok: true })
    expect((await current()).schemas.has('office')).toBe(false)
    // A reader that began before may go on; the next start drops it.
    expect(await isThere()).toEqual([{ found: true }])
    const reader = await database.connect()
    await reader.query(`begin; select from ${dropped}`)
    await database.client.query(`set lock_timeout = '100ms'`)
    await dropLeftModels(database.client)
    expect(await isThere()).toEqual([{ found: true }])
    await reader.end()
    await database.client.query(`set lock_timeout = '30s'`)
    await dropLeftModels(database.client)
    expect(await isThere()).toEqual([{ found: false }])
    await expectSameAsRebuilt(fixedLog, fewer)
  })

  it('of a category whose events nothing read before takes the whole log', async () => {
    const fewer = without('offices')
    await makeCurrent(database.client, await givenProjection(fewer).projectedIn(database.client, readFor(fewer, fixedLog), [40]))
    expect(await planBuild(database.client, await current(), allReadModels)).toEqual({ kind: 'ALL' })
  })

  it('takes the whole log where nothing says of which version it is, and where the log’s own tables cannot be trusted', async () => {
    await givenCurrent(fixedLog)
    const later = withModels([shouted('reports', 'title')])
    const planned = async () => planBuild(database.client, await current(), later)
    expect(await planned()).toMatchObject({ kind: 'SOME', changed: [{ name: 'reports' }], ended: [] })
    for (const [broken, mended] of [
      ['events = events + 1', 'events = events - 1'],
      [`halted = '{"kind":"LOG","reason":"set back"}'`, 'halted = null'],
    ]) {
      await database.client.query(`update read_models.projection set ${broken} where state = 'CURRENT'`)
      expect(await planned()).toEqual({ kind: 'ALL' })
      await database.client.query(`update read_models.projection set ${mended} where state = 'CURRENT'`)
    }
    await database.client.query('delete from read_models.read_model')
    expect(await planned()).toEqual({ kind: 'ALL' })
  })

  it('that a newer release built is left alone', async () => {
    await givenCurrent(fixedLog)
    expect(await buildFor(withModels([shouted('reports', 'title')]))).toEqual({ ok: true })
    expect(await planBuild(database.client, await current(), allReadModels)).toEqual({ kind: 'NEWER' })
    expect(await takeEpoch(database.client, readModelVersion(allReadModels))).toBeNull()
  })
})

import { registry } from '@outstanding/domain'
import { versionsOf } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import { describe, expect, it } from 'vitest'
import { readGoldenRows, readLog } from './golden-files.ts'
import { eventsToAdd, missingTypes } from './golden-log.ts'
import { goldenRowsOf, rowsFault } from './golden-rows.ts'

describe('the rows of every read model', () => {
  it.each(allReadModels.map((model) => [model.name, model] as const))('%s has the rows of its version', (_, model) => {
    expect(rowsFault(model, readLog(model.category), readGoldenRows(model))).toBeNull()
  })

  it.each(registry.all.map((aggregate) => [aggregate.name, aggregate] as const))('the log of %s has every event', (_, aggregate) => {
    expect(missingTypes(aggregate, readLog(aggregate.name)), 'Run: npm run golden').toEqual([])
  })

  it.each(allReadModels.map((model) => [model.name, model] as const))('the log of %s fills every column', (_, model) => {
    const histories = Map.groupBy(
      readLog(model.category).map((event, index) => ({ index, event })),
      ({ event }) => event.stream,
    )
    const versions = [...histories].flatMap(([stream, events]) => versionsOf(model, { stream, events }))
    const isFilled = (table: string, column: string) =>
      versions.some(({ table: { name }, row }) => name === table && row[column] !== null && row[column] !== undefined)
    const empty = model.tables.flatMap(({ name, columns }) =>
      Object.keys(columns)
        .filter((column) => !isFilled(name, column))
        .map((column) => `${name}.${column}`),
    )
    expect(empty, `Append events that fill them to log/${model.category}.jsonl. Then run: npm run golden`).toEqual([])
  })
})

describe('a read model whose rows change', () => {
  const [model] = allReadModels.filter(({ name }) => name === 'offices')
  if (model === undefined) throw new Error('there is no read model of offices')
  const log = readLog(model.category)
  const golden = goldenRowsOf(model, log)
  const renamed = { ...model, rows: (state: unknown, stream: string) => rowsWith(model.rows(state, stream)) }
  const rowsWith = (rows: ReturnType<typeof model.rows>): typeof rows =>
    Object.fromEntries(
      Object.entries(rows).map(([table, all]) => [table, all.map((row) => ({ ...row, name: `${JSON.stringify(row['name'])}.` }))]),
    )

  it('without a new version is refused, with what to do', () => {
    expect(rowsFault(renamed, log, golden)).toBe(
      'The rows of the read model offices have changed, but its version is still 1: existing tables would keep the old rows. ' +
        'Raise `version` to 2 in its project.ts. Then run: npm run golden',
    )
  })

  it('and an event that it no longer folds, are refused too', () => {
    const evolve: typeof model.evolve = (state, event) => (event.type === 'OfficeRenamed' ? state : model.evolve(state, event))
    expect(rowsFault({ ...model, evolve }, log, golden)).toMatch(/have changed, but its version is still 1/)
  })

  it('with a new version asks for new golden rows, which are then content', () => {
    const changed = { ...renamed, version: 2 }
    expect(rowsFault(changed, log, golden)).toBe('The read model offices has the new version 2. Run: npm run golden')
    expect(rowsFault(changed, log, goldenRowsOf(changed, log))).toBeNull()
  })

  it('is not refused for another order of columns, and has no lower version and no missing file', () => {
    expect(rowsFault({ ...model, version: 0 }, log, golden)).toMatch(/^The version of the read model offices was 1\. Raise it to 2\./)
    expect(rowsFault(model, log, null)).toBe('The read model offices has no golden rows. Run: npm run golden')
  })

  it('is compared by the events that its golden rows were made of: a log that has grown asks for new ones', () => {
    expect(rowsFault(model, log, goldenRowsOf(model, log.slice(0, 3)))).toMatch(/has grown/)
    expect(rowsFault(renamed, log, goldenRowsOf(model, log.slice(0, 3)))).toMatch(/have changed/)
  })
})

describe('the log of the golden rows', () => {
  it('has nothing to add, and adds only what reaches a new event', () => {
    for (const aggregate of registry.all) expect(eventsToAdd(aggregate, readLog(aggregate.name))).toEqual([])
    const office = registry.aggregate('office')
    const without = readLog('office').filter(({ type }) => type !== 'OfficeRenamed')
    expect(eventsToAdd(office, without).map(({ type }) => type)).toContain('OfficeRenamed')
  })
})

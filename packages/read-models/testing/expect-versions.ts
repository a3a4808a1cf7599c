import type { Registry } from '@outstanding/domain'
import { categoryOf, effectiveEntries } from '@outstanding/domain'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { History, LogEvent, ReadModel, Row, Version } from '@outstanding/projection'
import { countEvents, versionsOf } from '@outstanding/projection'
import { arbitraryLogOf } from './arbitrary-log.ts'
import { arbitraryDay } from './arbitrary-names.ts'

const fromNothing = { events: 0, foreignEvents: 0, recordedAt: null }

function historiesOf(log: readonly LogEvent[]): History[] {
  const { facts } = countEvents(log, fromNothing)
  return [...Map.groupBy(facts, ({ event }) => event.stream)].map(([stream, events]) => ({ stream, events }))
}

/** What the versions say of a day, as known at a place of the log. */
const versionsAt = (versions: readonly Version[], index: number, day: string): string[] =>
  versions
    .filter(
      ({ from, to, knownFrom, knownTo }) => from <= day && (to === null || day < to) && knownFrom <= index && index < (knownTo ?? Infinity),
    )
    .map(({ table, row }) => printed(table.name, row))
    .toSorted()

/** What the pure fold of the log's beginning says. */
function foldedOf(model: ReadModel, { stream, events }: History, index: number, day: string): string[] {
  const known = events.filter((one) => one.index <= index).map(({ event }) => event)
  const entries = effectiveEntries(known, null, day)
  if (entries.length === 0) return []
  const rows = model.rows(entries.reduce(model.evolve, model.initial), stream)
  return Object.entries(rows)
    .flatMap(([name, ofTable]) => ofTable.map((row) => printed(name, row)))
    .toSorted()
}

const follows = (a: Version, b: Version): boolean =>
  a.to === b.from && a.knownFrom === b.knownFrom && a.knownTo === b.knownTo && a.table === b.table

const printed = (name: string, row: Row): string => `${name} ${JSON.stringify(row)}`

/** The tests of the versions that read models make of any log of some aggregates: they are those of the pure fold, in both times. */
export function expectVersions(registry: Registry, models: readonly ReadModel[]): void {
  const modelsOf = (stream: string): readonly ReadModel[] => models.filter(({ category }) => category === categoryOf(stream))

  it('say of any two times what the log known then folds to on that day', { timeout: 120_000 }, () => {
    const compared = new Map<ReadModel, number>(models.map((model) => [model, 0]))
    fc.assert(
      fc.property(
        arbitraryLogOf(registry, 60, 20),
        fc.array(fc.tuple(fc.integer({ min: -1, max: 60 }), arbitraryDay), { minLength: 20, maxLength: 20 }),
        (log, times) => {
          for (const history of historiesOf(log))
            for (const model of modelsOf(history.stream)) {
              const versions = versionsOf(model, history)
              for (const [index, day] of times) {
                expect(versionsAt(versions, index, day)).toEqual(foldedOf(model, history, index, day))
                compared.set(model, (compared.get(model) ?? 0) + 1)
              }
            }
        },
      ),
      { numRuns: 100 },
    )
    for (const [model, count] of compared) expect([model.name, count > 500]).toEqual([model.name, true])
  })

  it('never overlap, and neighbours differ', () =>
    fc.assert(
      fc.property(arbitraryLogOf(registry, 60, 20), (log) => {
        for (const history of historiesOf(log))
          for (const model of modelsOf(history.stream)) {
            const versions = versionsOf(model, history)
            for (const { from, to, knownFrom, knownTo } of versions) {
              expect(to === null || from < to).toBe(true)
              expect(knownTo === null || knownFrom < knownTo).toBe(true)
            }
            const neighbours = versions.flatMap((a) => versions.filter((b) => follows(a, b)).map((b) => [a, b] as const))
            for (const [a, b] of neighbours) expect(printed(a.table.name, a.row)).not.toBe(printed(b.table.name, b.row))
          }
      }),
      { numRuns: 40 },
    ))

  it('are tried with every event type of every aggregate', () => {
    const facts = fc
      .sample(arbitraryLogOf(registry, 150, 100), { numRuns: 60, seed: 1 })
      .flatMap((log) => log.flatMap(({ content }) => (content.kind === 'FACT' ? [content.event] : [])))
    expect([...new Set(facts.map(({ type }) => type))].toSorted()).toEqual([...registry.factTypes].toSorted())
  })
}

import type { AnyAggregate, Fact, Recorded } from '@outstanding/domain'
import { defaultPolicy } from '@outstanding/domain'
import { arbitraryHistory, exampleData, recommendationLives, type Chosen } from '@outstanding/domain/testing'
import fc from 'fast-check'

export type LogEvent = Recorded<Fact<string, unknown>>

const authority = 'example-borough'
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const streamOf = ({ name, streams }: AnyAggregate, n: number): string =>
  `${name}-${{ AUTHORITY_AND_UUID: `${authority}.${uuid(n)}`, AUTHORITY: `${authority}-${n}`, ID: uuid(n) }[streams]}`

/** How many histories of accepted commands are added, each the one with the most types of events of how many that are generated. */
const histories = 6
const generated = 30
/** Always the same histories from the same generators. */
const seed = 20_260_604

/** The types of an aggregate's events that a log does not have yet. */
export const missingTypes = ({ events }: AnyAggregate, log: readonly LogEvent[]): readonly string[] => {
  const present = new Set(log.map(({ type }) => type))
  return Object.keys(events).filter((type) => !present.has(type))
}

/**
 * The events to add to the log of an aggregate, so that it has every type that is declared; empty if nothing is missing. The first stream
 * has one event of each type in the order of their declaration; the others are histories of accepted commands, late entries and
 * corrections.
 */
export function eventsToAdd(aggregate: AnyAggregate, log: readonly LogEvent[]): readonly LogEvent[] {
  if (missingTypes(aggregate, log).length === 0) return []
  const first = new Set(log.map(({ stream }) => stream)).size
  const accepted = Array.from({ length: histories }, (_, n) => {
    const found = fc.sample(historyOf(aggregate, first + n + 1), { seed: seed + first + n, numRuns: generated })
    return found.toSorted((a, b) => typesIn(b) - typesIn(a) || b.length - a.length)[0] ?? []
  })
  const special = (lives[aggregate.name]?.() ?? []).flatMap((life, n) =>
    life.map((event) => ({ ...event, stream: streamOf(aggregate, first + histories + 1 + n) })),
  )
  return [...oneOfEach(aggregate, first), ...accepted.flat(), ...special]
}

/** Histories that generated commands do not reach. */
const lives: Readonly<Record<string, () => readonly (readonly LogEvent[])[]>> = { recommendation: recommendationLives }

const typesIn = (history: readonly LogEvent[]): number => new Set(history.map(({ type }) => type)).size

const historyOf = (aggregate: AnyAggregate, n: number) =>
  arbitraryHistory(aggregate, streamOf(aggregate, n), (revision) => uuid(n * 1_000 + revision + 1_000), chosen).map((events) =>
    events.map((event) => ({ ...event, metadata: { ...event.metadata, policy: { authority, version: 1 } } })),
  )

const contents: Readonly<Record<string, unknown>> = { ...defaultPolicy }
/** A policy is accepted only if its parts fit each other, which those of the default policy do. */
const chosen: Chosen = (path) => (Object.hasOwn(contents, path) ? fc.constant(contents[path]) : undefined)

const oneOfEach = (aggregate: AnyAggregate, n: number): readonly LogEvent[] =>
  Object.entries(aggregate.events)
    .filter(([type]) => type !== 'EntryCorrected')
    .map(([type, fields], revision) => ({
      type,
      data: exampleData(fields),
      eventId: uuid(n * 1_000 + revision + 1_000),
      stream: streamOf(aggregate, n),
      revision,
      position: String(revision + 1),
      recordedAt: '2026-11-22T09:00:00.000Z',
      metadata: {
        schemaVersion: 1,
        effectiveOn: '2017-05-02',
        commandId: uuid(1),
        index: 0,
        requestDigest: 'sha256:0',
        correlationId: uuid(1),
        causationId: uuid(1),
        actor: { id: `person-${uuid(1)}`, role: 'officer' },
        authority,
      },
    }))

import { randomBytes } from 'node:crypto'
import { registry } from '@outstanding/domain'
import { decodeEvent, openEvent, sealEvent, type StoredEvent } from '@outstanding/event-store'
import { print } from './figures.ts'
import { historyOf, streamOf } from './history.ts'

const streams = 500
const rounds = 4

/** What one event costs of our own CPU, and of bytes: without any store, so that whatever else the machine does counts little. */
export function printSealingCost(): void {
  const key = randomBytes(32)
  const stored = Array.from({ length: streams }, (_, index) => index).flatMap((index) =>
    historyOf(index).map((event, revision): StoredEvent => ({
      ...event,
      stream: streamOf(index),
      revision,
      position: '1',
      recordedAt: '2026-01-01T00:00:00.000Z',
    })),
  )
  const seal = (event: StoredEvent) =>
    sealEvent(event.stream, { ...event, data: event.data as object, metadata: event.metadata as object }, { registry, corrected: [], key })
  const sealed = stored.map((event) => ({ ...event, ...seal(event) }))
  print('bytes of an event: plain, sealed', `${bytesOf(stored)}, ${bytesOf(sealed)}`)
  const cost = (work: (event: StoredEvent) => unknown, events: readonly StoredEvent[]): string =>
    Math.min(...Array.from({ length: rounds }, () => cpuOf(work, events))).toFixed(1)
  print(
    'our own CPU for an event, best round: check, open, seal',
    `${cost(decodeEvent, stored)}, ${cost((event) => openEvent(event, key), sealed)}, ${cost(seal, stored)} µs`,
  )
}

function cpuOf(work: (event: StoredEvent) => unknown, events: readonly StoredEvent[]): number {
  const before = process.cpuUsage()
  for (const event of events) work(event)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / events.length
}

const bytesOf = (events: readonly StoredEvent[]): number =>
  Math.round(
    events.reduce((sum, { data, metadata }) => sum + JSON.stringify(data).length + JSON.stringify(metadata).length, 0) / events.length,
  )

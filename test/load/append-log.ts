import type { EventStore } from '@outstanding/event-store'
import { eventsInAStream, historyOf, streamOf } from './history.ts'

const rounds = 5
const inFlight = 32

/**
 * Fills an empty log with about `events` events. The streams grow in turns, so that what belongs together lies apart, as in a
 * log that grew over years.
 */
export async function appendLog(store: EventStore, events: number): Promise<number> {
  const streams = Math.ceil(events / eventsInAStream)
  const share = eventsInAStream / rounds
  for (let round = 0; round < rounds; round += 1) {
    let next = 0
    const work = async (): Promise<void> => {
      for (let index = next++; index < streams; index = next++) {
        const from = round * share
        const appended = await store.append(
          streamOf(index),
          from === 0 ? 'NO_STREAM' : from - 1,
          historyOf(index).slice(from, from + share),
        )
        if (!appended.ok) throw new Error(`${streamOf(index)} was not at revision ${from - 1}: is the log empty?`)
      }
    }
    await Promise.all(Array.from({ length: inFlight }, work))
  }
  return streams * eventsInAStream
}

import type { EventStore, StoredEvent } from '@outstanding/event-store'
import type { Parked, Parking } from '@outstanding/projection'

/** Holds what operators did to the projection: acts like any other, in the log and in its tree. */
export const parkingStream = 'operations-parking'

export const parkedType = 'StreamParked'
export const resumedType = 'StreamResumed'

/** `revision`: the first event of the stream that is not projected. `reason` is the program's, `note` the operator's, for everybody. */
export type StreamParked = {
  readonly stream: string
  readonly revision: number
  readonly eventId: string
  readonly type: string
  readonly reason: string
  readonly note: string
}
export type StreamResumed = { readonly stream: string; readonly note: string }

/** Which streams are parked, by the last act on each. The whole stream is read: such acts are few. */
export async function readParking(store: EventStore): Promise<Parking> {
  const parking = new Map<string, Parked>()
  for (const { type, data, recordedAt } of await store.readStream(parkingStream)) {
    const { stream, revision, note } = (data ?? {}) as Partial<StreamParked>
    if (typeof stream !== 'string' || typeof note !== 'string') continue
    if (type === resumedType) parking.delete(stream)
    if (type === parkedType && Number.isSafeInteger(revision))
      parking.set(stream, { revision: Number(revision), parkedAt: recordedAt, note })
  }
  return parking
}

/** Where the stream of such acts ends: what the next one expects. */
export const expectedOf = (acts: readonly StoredEvent[]): number | 'NO_STREAM' => acts.at(-1)?.revision ?? 'NO_STREAM'

import { createHash, randomUUID } from 'node:crypto'
import type { EventStore } from '@outstanding/event-store'
import { connectEventStore, decodeEvent, eventIdOf } from '@outstanding/event-store'
import { withoutTexts } from '@outstanding/event-store/without-texts'
import { readCurrent } from '@outstanding/projection'
import { today } from '@outstanding/runtime'
import { connect } from '../connect.ts'
import { rebuildReadModels } from '../rebuild.ts'
import type { StreamParked, StreamResumed } from './read-parking.ts'
import { expectedOf, parkedType, parkingStream, readParking, resumedType } from './read-parking.ts'

export type ParkingOptions = {
  readonly databaseUrl: string
  readonly eventStoreUrl: string
  readonly stream: string
  /** Why, for everybody to read. */
  readonly note: string
}

/** A problem is one sentence: nothing was recorded, unless it says so. */
export type ParkingOutcome = { readonly ok: true; readonly words: string } | { readonly ok: false; readonly problem: string }

/**
 * Records that the stream whose event halts the projection is parked from that event on: the projector goes on without it. Only that
 * stream can be parked, and only as a whole. Throws when the database or the store fails.
 */
export const parkStream = (options: ParkingOptions): Promise<ParkingOutcome> =>
  withStore(options, async (store) => {
    const { databaseUrl, stream, note } = options
    const halted = await haltOf(databaseUrl)
    if (halted?.kind !== 'EVENT') return { ok: false, problem: 'no event halts the projection: there is nothing to park' }
    const { revision, eventId, type, reason } = halted
    if (halted.stream !== stream)
      return { ok: false, problem: `the projection is halted at an event of ${halted.stream}, not of ${stream}` }
    await recordAct(store, parkedType, { stream, revision, eventId, type, reason, note })
    return { ok: true, words: `${stream} is parked from event ${revision} on. The projector continues within a few seconds` }
  })

/**
 * Records that a parked stream is projected again, and rebuilds the read models with it. Where one of its events still cannot be
 * projected it stays parked. Throws when the database or the store fails.
 */
export const resumeStream = (options: ParkingOptions): Promise<ParkingOutcome> =>
  withStore(options, async (store) => {
    const { stream, note } = options
    const parked = (await readParking(store)).get(stream)
    if (!parked) return { ok: false, problem: `${stream} is not parked` }
    for (const event of await store.readStream(stream)) {
      const decoded = decodeEvent(withoutTexts(event, 'sealed'))
      if (!decoded.ok) return { ok: false, problem: `${stream} stays parked: ${decoded.message}` }
    }
    await recordAct(store, resumedType, { stream, note })
    const rebuilt = await rebuildReadModels(options)
    if (rebuilt.ok) return { ok: true, words: `${stream} is shown again: the read models were rebuilt from ${rebuilt.events} events` }
    // Else the next rebuild would meet the same event.
    const [first] = await store.readStream(stream, { from: parked.revision, maxCount: 1 })
    const { eventId = '', type = '' } = first ?? {}
    await recordAct(store, parkedType, { stream, revision: parked.revision, eventId, type, reason: rebuilt.problem, note: parked.note })
    return { ok: false, problem: `${stream} was parked again: ${rebuilt.problem}` }
  })

async function withStore(options: ParkingOptions, work: (store: EventStore) => Promise<ParkingOutcome>): Promise<ParkingOutcome> {
  const store = connectEventStore(options.eventStoreUrl, { name: 'outstanding-parking' })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

async function haltOf(databaseUrl: string) {
  const client = await connect(databaseUrl)
  try {
    return (await readCurrent(client))?.halted ?? null
  } finally {
    await client.end().catch(() => {})
  }
}

const national = 'national'
/** The authority in the name of a stream that has one. */
const authorityPattern = /^[a-z]+-([a-z0-9]+(?:-[a-z0-9]+)*)\.[0-9a-f-]{36}$/

/** An act of the operator on the machine: no person of the register, and for no office. */
async function recordAct(store: EventStore, type: string, data: StreamParked | StreamResumed): Promise<void> {
  const commandId = randomUUID()
  const metadata = {
    schemaVersion: 1,
    effectiveOn: today(),
    commandId,
    index: 0,
    requestDigest: `sha256:${createHash('sha256').update(JSON.stringify(data)).digest('hex')}`,
    correlationId: commandId,
    causationId: commandId,
    actor: { id: 'operator', role: 'administrator' },
    authority: authorityPattern.exec(data.stream)?.[1] ?? national,
  }
  const event = { eventId: eventIdOf(commandId, parkingStream, 0), type, data, metadata }
  const appended = await store.append(parkingStream, expectedOf(await store.readStream(parkingStream)), [event])
  if (!appended.ok) throw new Error('another stream was parked or resumed at the same time. Check "outstanding status" and try again')
}

import { removalIn } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import type { Current, Halt, ReadModel } from '@outstanding/projection'
import { countByStreams, readCurrent, recordHalt } from '@outstanding/projection'
import { leafAt } from '@outstanding/transparency-log'
import type pg from 'pg'
import { clearRemoved } from './clear-removed.ts'
import { connect } from './connect.ts'
import { logFault } from './log-fault.ts'
import { readParking } from './parking/read-parking.ts'
import { catchUpLeaves } from './transparency/catch-up-leaves.ts'
import { fencedBy, openWriter } from './writer.ts'

export type FollowOptions = {
  readonly store: EventStore
  readonly databaseUrl: string
  readonly models: readonly ReadModel[]
  readonly signal: AbortSignal
  report(line: string): void
  /** Everything that was in the log is projected. */
  onLive(): void
}

/** How it went: `progressed`, whether anything was projected. */
export type Followed =
  | { readonly kind: 'STOPPED' }
  | { readonly kind: 'FENCED'; readonly reason: string }
  | { readonly kind: 'INTERRUPTED'; readonly reason: string; readonly progressed: boolean }
  | { readonly kind: 'HALTED'; readonly halt: Halt; readonly progressed: boolean }

const maxQueryMs = 120_000

/**
 * Projects the log from where the database says that the read models are, over one connection to each, until either breaks. First
 * it makes sure that this is still the log that was projected. Never throws.
 */
export async function followLog(options: FollowOptions, epoch: string): Promise<Followed> {
  let client: pg.Client | null = null
  try {
    client = await connect(options.databaseUrl, maxQueryMs)
    const current = await readCurrent(client)
    const fenced = fencedBy(current, epoch, options.models)
    if (fenced !== null || current === null) return { kind: 'FENCED', reason: fenced ?? 'no read models are current' }
    const halt = (await faultOf(client, current, options.store)) ?? (await catchUpLeaves(client, current, options))
    if (options.signal.aborted) return { kind: 'STOPPED' }
    if (halt) {
      await recordHalt(client, current, halt)
      return { kind: 'HALTED', halt, progressed: false }
    }
    // What an event halted is over when that event is projected.
    if (current.halted && current.halted.kind !== 'EVENT') await recordHalt(client, current, null)
    await cleared(client, options)
    return await follow(client, current, options)
  } catch (error) {
    if (options.signal.aborted) return { kind: 'STOPPED' }
    return { kind: 'INTERRUPTED', reason: reasonOf(error), progressed: false }
  } finally {
    // A connection that is broken does not answer the farewell.
    void client?.end().catch(() => {})
  }
}

/** A copy that cannot be dropped now must not keep the projection from going on. */
const cleared = (client: pg.Client, { report }: Pick<FollowOptions, 'report'>): Promise<void> =>
  clearRemoved(client, report).catch((error: unknown) =>
    report(`copies that hold removed texts could not be dropped yet: ${reasonOf(error)}`),
  )

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function follow(client: pg.Client, current: Current, { store, models, signal, report, onLive }: FollowOptions): Promise<Followed> {
  const broken = new AbortController()
  let reason = 'the event store ended the subscription'
  const onInterruption = (interruption: { readonly reason: string }): void => {
    reason = interruption.reason
    broken.abort()
  }
  // The last event, and not a later place without one: should the log have been set back to just there, nothing is passed over.
  const last = current.events === 0 ? null : await leafAt(client, current.events - 1)
  const writer = openWriter(client, current, { store, models, parking: await readParking(store) })
  let start = current.events
  let progressed = false
  const subscribing = { after: last?.position, signal: AbortSignal.any([signal, broken.signal]), onInterruption }
  for await (const { events, through, caughtUp } of store.subscribeToAll(subscribing)) {
    const written = await writer.write({ start, events, through })
    if (written.kind === 'FENCED') return written
    if (written.kind !== 'WRITTEN') return { ...written, progressed }
    start += events.length
    progressed ||= events.length > 0
    if (events.some((event) => removalIn(event) !== null)) await cleared(client, { report })
    if (caughtUp) onLive()
  }
  return signal.aborted ? { kind: 'STOPPED' } : { kind: 'INTERRUPTED', reason, progressed }
}

/** Whether the log is still the one that was projected, and all of it was: of each stream as many events as its last revision says. */
async function faultOf(client: pg.Client, current: Current, store: EventStore): Promise<Halt | null> {
  const reason = await logFault(store, client, current)
  if (reason !== null) return { kind: 'LOG', reason }
  const expected = await countByStreams(client, current.schema)
  if (expected === current.events) return null
  return {
    kind: 'READ_MODELS',
    reason: `the read models (${current.schema}) counted ${current.events} events, but their streams have ${expected}`,
  }
}

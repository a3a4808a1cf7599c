import type { OfficeEvent, Recorded, DomainFact } from '@outstanding/domain'
import { officeDecider } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { decodeEvent } from '@outstanding/event-store'

/** What the offices are called now on whose behalf something was recorded, by their ids. Names of offices are no secret. */
export async function officeNames(store: EventStore, facts: readonly Recorded<DomainFact>[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(facts.flatMap(({ metadata: { actor } }) => (actor.onBehalfOf?.kind === 'office' ? [actor.onBehalfOf.id] : [])))
  const named = await Promise.all([...ids].map(async (id) => [id, await nameOf(store, id)] as const))
  return new Map(named.flatMap(([id, name]) => (name === null ? [] : [[id, name]])))
}

async function nameOf(store: EventStore, office: string): Promise<string | null> {
  const decoded = (await store.readStream(office)).map(decodeEvent)
  const events = decoded.flatMap((one) => (one.ok ? [one.event as Recorded<OfficeEvent>] : []))
  const state = events.reduce(officeDecider.evolve, officeDecider.initial)
  return 'name' in state ? state.name : null
}

import type { IsoDate, Sealed } from '@outstanding/domain'
import { personDecider } from '@outstanding/domain'
import { handleCommand, personStream, uuidV5 } from '@outstanding/event-store'
import type { EventStore } from '@outstanding/event-store'
import type { PersonKeys } from '@outstanding/identity'
import type { Viewer } from './viewer.ts'

/** The people behind opaque ids: the one place where a name is sealed into the log or opened again. */
export type People = {
  /** The first use of a token registers its person; every later one does nothing. */
  register(viewer: Viewer, today: IsoDate, correlationId: string): Promise<void>
  /** The name that a row holds sealed; `nameRemoved` where it was removed, or cannot be opened any more. */
  openName(person: SealedName): Promise<string>
  readonly keys: PersonKeys
}

/** A name as it is kept: `field` is the type of the event that has it, `id` the opaque id of the person. */
type SealedName = { readonly id: string; readonly name: Sealed | null; readonly field: 'PersonRegistered' | 'PersonRenamed' | null }

/** What stands everywhere in the place of a name whose key was deleted. */
export const nameRemoved = 'name removed'

export function createPeople(store: EventStore, keys: PersonKeys): People {
  const registered = new Set<string>()
  return {
    keys,
    register: async (viewer, today, correlationId) => {
      if (!viewer.signedIn || registered.has(viewer.actor.id)) return
      await registerOnce(store, keys, { viewer, today, correlationId })
      registered.add(viewer.actor.id)
    },
    openName: async ({ id, name, field }) =>
      (name && field ? await keys.openName(name, { stream: personStream(id), eventType: field, field: 'name' }) : null) ?? nameRemoved,
  }
}

type SignedIn = Extract<Viewer, { signedIn: true }>
type First = { readonly viewer: SignedIn; readonly today: IsoDate; readonly correlationId: string }

async function registerOnce(store: EventStore, keys: PersonKeys, { viewer: { actor, name }, today, correlationId }: First): Promise<void> {
  const stream = personStream(actor.id)
  const known = await store.readStream(stream, { maxCount: 1 })
  if (known.length > 0) return
  const sealed = await keys.seal(actor.id, name, { stream, eventType: 'PersonRegistered', field: 'name' })
  const command = { type: 'RegisterPerson' as const, data: { name: sealed }, actor, effectiveOn: today, today }
  // One id a person, so that two first uses at once register once; a refusal means that the other was quicker.
  const commandId = uuidV5(actor.id, 'register')
  await handleCommand(store, personDecider, { stream, authority: 'national', command, commandId, correlationId, input: {} })
}

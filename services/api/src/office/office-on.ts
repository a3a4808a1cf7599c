import type { IsoDate, OfficeOnDay } from '@outstanding/domain'
import { firstName, officeDecider, parseStream } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { foldStream, foldUpTo } from '../commands/fold-stream.ts'

/**
 * An office as it was on a day, by the log itself; null where there is none. One that is on the register only since a later day has its
 * first name. Its end counts whenever it was: nothing is given to an office that is no more.
 */
export async function officeOn(store: EventStore, office: string, day: IsoDate): Promise<OfficeOnDay | null> {
  if (parseStream(office)?.aggregate !== 'office') return null
  const now = await foldStream(store, officeDecider, office)
  if (!now?.created) return null
  const then = await foldStream(store, officeDecider, office, day)
  return { name: then?.created ? then.name : firstName(now), abolishedOn: now.abolished?.on ?? null }
}

/** Whether an office had not been abolished when the entry at a place of the log was recorded. Of what is no office, nothing is said. */
export async function officeExistedAt(store: EventStore, office: string, position: string): Promise<boolean> {
  if (parseStream(office)?.aggregate !== 'office') return true
  return ((await foldUpTo(store, officeDecider, office, position))?.abolished ?? null) === null
}

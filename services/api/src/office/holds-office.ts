import type { IsoDate } from '@outstanding/domain'
import { officeDecider } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { foldStream } from '../commands/fold-stream.ts'

type Asked = { readonly office: string; readonly person: string; readonly days: readonly IsoDate[] }

/** Whether a person held an office on every one of some days, by the log itself. */
export async function holdsOffice(store: EventStore, { office, person, days }: Asked): Promise<boolean> {
  const state = await foldStream(store, officeDecider, office)
  const own = (state?.holdings ?? []).filter(({ holder }) => bare(holder) === bare(person))
  return days.every((day) => own.some(({ from, to }) => from <= day && (to === null || day < to)))
}

/** `person-{uuid}` and the uuid alone are the same person. */
const bare = (id: string): string => id.replace(/^person-/, '').toLowerCase()

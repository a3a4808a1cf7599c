import type { IsoDate } from '@outstanding/domain'
import { officeDecider } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { foldStream } from '../commands/fold-stream.ts'
import { personIdOf } from '../server/identity/person-id.ts'

type Asked = { readonly office: string; readonly person: string; readonly days: readonly IsoDate[] }

/** Whether a person held an office on every one of some days, by the log itself. */
export async function holdsOffice(store: EventStore, { office, person, days }: Asked): Promise<boolean> {
  const state = await foldStream(store, officeDecider, office)
  const own = (state?.holdings ?? []).filter(({ holder }) => personIdOf(holder) === personIdOf(person))
  return days.every((day) => own.some(({ from, to }) => from <= day && (to === null || day < to)))
}

import { registry } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { currentVersion, decodeEvent } from '@outstanding/event-store'
import type { Current, EventForms, Halt, Parking } from '@outstanding/projection'
import { readEntriesOf, readEventForms, typesOfEntries } from '@outstanding/projection'
import type pg from 'pg'
import { eventForms, versionIn } from './event-forms.ts'
import { readParking } from './parking/read-parking.ts'

/** REBUILD: the entries are not as this release would write them, so everything must be built from the log. */
export type Checked = { readonly kind: 'READABLE' | 'REBUILD' } | { readonly kind: 'UNREADABLE'; readonly halt: Halt }

type Entry = Awaited<ReturnType<typeof readEntriesOf>>[number]
type Unreadable = { readonly entry: Entry; readonly reason: string }

const entriesAtOnce = 2_000

/**
 * Whether this release can read every entry that an earlier one projected. Only types whose form has changed since then are looked
 * through: where no form has, that costs one query. Names the first entry that cannot be read and whose stream is not parked.
 */
export const checkEntries = (client: pg.Client, current: Current, store: EventStore): Promise<Checked> =>
  check(client, current, store).catch((error: unknown) => {
    if (!isOfAnotherShape(error)) throw error
    return { kind: 'REBUILD' }
  })

/** The log's tables are those of a release that kept entries in another way: undefined column or table. */
const isOfAnotherShape = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42703' || error.code === '42P01')

async function check(client: pg.Client, current: Current, store: EventStore): Promise<Checked> {
  const known = await readEventForms(client, current.schema)
  const types = (known === null ? await typesOfEntries(client, current.schemas) : Object.keys(known)).filter(
    (type) => known?.[type] !== eventForms[type] || known?.[type] === undefined,
  )
  if (types.some((type) => hasNewVersion(type, known))) return { kind: 'REBUILD' }
  let parking: Parking | null = null
  for (let from = 0; types.length > 0;) {
    const entries = await readEntriesOf(client, current.schemas, { types, from, maxCount: entriesAtOnce })
    const faulty = entries.flatMap(unreadable)
    if (faulty.length > 0) parking ??= await readParking(store)
    const first = faulty.find(({ entry }) => !isParked(entry, parking))
    if (first) return { kind: 'UNREADABLE', halt: haltAt(first) }
    const last = entries.at(-1)
    if (!last || entries.length < entriesAtOnce) break
    from = last.index + 1
  }
  // What was projected of a stream that was parked since then must go.
  return { kind: parking === null ? 'READABLE' : 'REBUILD' }
}

const hasNewVersion = (type: string, known: EventForms | null): boolean =>
  registry.isFactType(type) && versionIn(known?.[type] ?? '1') !== String(currentVersion(type))

/** Entries hold the data of their event in the newest version. */
function unreadable(entry: Entry): readonly Unreadable[] {
  const { event } = entry
  if (!registry.isFactType(event.type)) return [{ entry, reason: 'its type is not known' }]
  const decoded = decodeEvent({ ...event, metadata: { ...event.metadata, schemaVersion: currentVersion(event.type) } })
  return decoded.ok ? [] : [{ entry, reason: decoded.message }]
}

const isParked = ({ event }: Entry, parking: Parking | null): boolean =>
  event.revision >= (parking?.get(event.stream)?.revision ?? Number.POSITIVE_INFINITY)

const haltAt = ({ entry: { index, event }, reason }: Unreadable): Halt => {
  const { position, stream, revision, eventId, type } = event
  return { kind: 'EVENT', wasProjected: true, index, position, stream, revision, eventId, type, reason }
}

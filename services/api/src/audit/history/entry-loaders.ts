import type { Change } from '@outstanding/domain'
import type { Snapshot, TimelineEntry } from '@outstanding/projection'
import { entriesById, readStreams } from '@outstanding/projection'
import DataLoader from 'dataloader'
import type { Context } from '../../server/context.ts'
import type { AsOf } from '../../as-of/as-of.ts'
import { now } from '../../as-of/as-of.ts'

export type Events = Awaited<ReturnType<typeof readStreams>>[number]

/** What the entries of one view are asked for, each stream and each entry read once. */
export type EntryLoaders = {
  /** All events of a stream, in the order of the log. */
  readonly events: (stream: string) => Promise<Events>
  /** What each event of a stream changed, by eventId. */
  readonly effects: (stream: string) => Promise<ReadonlyMap<string, readonly Change[]>>
  /** An entry by its eventId, with the marks of the corrections that were known. */
  readonly entry: (eventId: string) => Promise<TimelineEntry | null>
}

const ofSnapshot = new WeakMap<Snapshot, EntryLoaders>()

/** Those of what was known then in the request's view, of all that is known by default. They end with the view. */
export async function entryLoaders(
  { readSession, beside }: Context,
  { knownIndex }: Pick<AsOf, 'knownIndex'> = now,
): Promise<EntryLoaders> {
  const { snapshot } = (await readSession.view()).at({ knownIndex })
  const loaders =
    ofSnapshot.get(snapshot) ??
    createEntryLoaders(snapshot, (stream, events) => beside.run({ kind: 'EFFECTS', events, stream }, readSession.signal))
  ofSnapshot.set(snapshot, loaders)
  return loaders
}

type Effects = ReadonlyMap<string, readonly Change[]>
type EffectsOf = (stream: string, events: Events) => Promise<Effects>

function createEntryLoaders(snapshot: Snapshot, effectsOf: EffectsOf): EntryLoaders {
  const streams = new DataLoader((ids: readonly string[]) => readStreams(snapshot, ids))
  const entries = new DataLoader((ids: readonly string[]) => entriesById(snapshot, ids))
  const effects = new Map<string, Promise<Effects>>()
  return {
    events: (stream) => streams.load(stream),
    effects: (stream) => {
      const known = effects.get(stream) ?? streams.load(stream).then((events) => effectsOf(stream, events))
      effects.set(stream, known)
      return known
    },
    entry: (eventId) => entries.load(eventId),
  }
}

/** The entries of some eventIds that were known, in their order. */
export async function entriesOf(context: Context, ids: readonly string[], asOf: Pick<AsOf, 'knownIndex'> = now): Promise<TimelineEntry[]> {
  const loaders = await entryLoaders(context, asOf)
  const found = await Promise.all(ids.map((id) => loaders.entry(id)))
  return found.filter((entry) => entry !== null)
}

import type { Change } from '@outstanding/domain'
import type { Snapshot, TimelineEntry } from '@outstanding/read-models'
import { effectsById, entriesById, readStreams } from '@outstanding/read-models'
import DataLoader from 'dataloader'
import type { Context } from '../context.ts'

export type Events = Awaited<ReturnType<typeof readStreams>>[number]

/** What the entries of one view are asked for, each stream and each entry read once. */
export type EntryLoaders = {
  /** All events of a stream, in the order of the log. */
  readonly events: (stream: string) => Promise<Events>
  /** What each event of a stream changed, by eventId. */
  readonly effects: (stream: string) => Promise<ReadonlyMap<string, readonly Change[]>>
  /** An entry by its eventId, marked by the corrections known at a position (null: all). */
  readonly entry: (eventId: string, knownAt?: string | null) => Promise<TimelineEntry | null>
}

const ofView = new WeakMap<Snapshot, EntryLoaders>()

/** Those of the request's view: they end with it. */
export async function entryLoaders(context: Context): Promise<EntryLoaders> {
  const { snapshot } = await context.reading.view()
  const loaders = ofView.get(snapshot) ?? createEntryLoaders(snapshot)
  ofView.set(snapshot, loaders)
  return loaders
}

function createEntryLoaders(snapshot: Snapshot): EntryLoaders {
  const streams = new DataLoader((ids: readonly string[]) => readStreams(snapshot, ids))
  const effects = new Map<string, Promise<ReadonlyMap<string, readonly Change[]>>>()
  const entries = new Map<string | null, DataLoader<string, TimelineEntry | null>>()
  const entriesKnownAt = (knownAt: string | null) => {
    const loader = entries.get(knownAt) ?? new DataLoader((ids: readonly string[]) => entriesById(snapshot, ids, knownAt))
    entries.set(knownAt, loader)
    return loader
  }
  return {
    events: (stream) => streams.load(stream),
    effects: (stream) => {
      const known = effects.get(stream) ?? streams.load(stream).then((events) => effectsById(stream, events))
      effects.set(stream, known)
      return known
    },
    entry: (eventId, knownAt = null) => entriesKnownAt(knownAt).load(eventId),
  }
}

/** The entries of some eventIds that are there, in their order. */
export async function entriesOf(
  context: Context,
  ids: readonly string[],
  knownAt: string | null = null,
): Promise<readonly TimelineEntry[]> {
  const loaders = await entryLoaders(context)
  const found = await Promise.all(ids.map((id) => loaders.entry(id, knownAt)))
  return found.filter((entry) => entry !== null)
}

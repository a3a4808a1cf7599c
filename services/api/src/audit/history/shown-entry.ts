import { allToTheDay, mentionsIn, mentionsOf, withKnownParts } from '@outstanding/domain'
import { mayRead } from '@outstanding/identity'
import type { TimelineEntry } from '@outstanding/projection'
import { sentenceOf } from '@outstanding/wording'
import type { Context } from '../../server/context.ts'
import { allSeen, hiddenFrom } from '../../as-of/shown.ts'
import { entryLoaders } from './entry-loaders.ts'
import { notPublic } from './enums.ts'

const shown = new WeakMap<TimelineEntry, Promise<TimelineEntry>>()

/**
 * An entry as its reader may see it: where it mentions an item that is not shown to them, no more than that something was recorded,
 * when and in which role. Every way to an entry goes through here. An entry object belongs to one request, so it is asked once.
 */
export function shownEntry(entry: TimelineEntry, context: Context): TimelineEntry | Promise<TimelineEntry> {
  if (mayRead(context.viewer.role, 'unpublished')) return entry
  const asked = shown.get(entry) ?? shownTo(entry, context)
  shown.set(entry, asked)
  return asked
}

const shownTo = async (entry: TimelineEntry, context: Context): Promise<TimelineEntry> =>
  (await hasPublicDetails(entry, context)) ? entry : withoutDetails(entry)

type StatedEntry = Pick<TimelineEntry, 'eventId' | 'stream' | 'type' | 'data' | 'metadata'>

/** Whether the reader may see what an entry says: neither it nor what it corrects is kept from them, and all that it mentions is shown. */
export async function hasPublicDetails(entry: StatedEntry, context: Context): Promise<boolean> {
  const view = await context.readSession.view()
  const hidden = await hiddenFrom(view, entry.stream)
  if (hidden !== null && (await correctedWith(entry, context)).some((eventId) => hidden.hidesEntry({ eventId }))) return false
  return allSeen(view, await mentionedBy(entry, context))
}

/** The entry itself, and those that it corrects in turn. An entry names only earlier ones, so this ends. */
async function correctedWith(entry: StatedEntry, context: Context): Promise<readonly string[]> {
  if (entry.type !== 'EntryCorrected') return [entry.eventId]
  const events = await (await entryLoaders(context)).events(entry.stream)
  const named = (entry.data as { readonly entry?: unknown } | null)?.entry
  const corrected = events.find(({ eventId }) => eventId === named)
  const isEarlier = corrected !== undefined && events.indexOf(corrected) < events.findIndex(({ eventId }) => eventId === entry.eventId)
  return isEarlier ? [entry.eventId, ...(await correctedWith(corrected, context))] : [entry.eventId]
}

/** What a correction corrects is in its stream; nothing else mentions more than it says. */
async function mentionedBy(entry: StatedEntry, context: Context): Promise<readonly string[]> {
  const contents = [entry.data, entry.metadata.source]
  if (entry.type !== 'EntryCorrected') return mentionsIn(contents)
  const events = await (await entryLoaders(context)).events(entry.stream)
  const recorded = events.find(({ eventId }) => eventId === entry.eventId)
  return [...mentionsIn(contents), ...(recorded ? mentionsOf(recorded, events) : [])]
}

const withoutDetails = (entry: TimelineEntry): TimelineEntry => {
  const { source: _source, ...metadata } = entry.metadata
  return { ...entry, metadata, type: notPublic, data: null }
}

/** The entry in one sentence. */
export const sentenceIn = ({ type, data, metadata }: TimelineEntry): string =>
  type === notPublic
    ? 'The details of this entry are not public.'
    : sentenceOf(type, withKnownParts(data, metadata.precisions ?? allToTheDay))

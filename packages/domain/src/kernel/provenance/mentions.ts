import type { Fact, Recorded } from '../../envelope.ts'
import { correctionIn } from '../events/entry-corrected.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const nameBefore = /[a-z0-9]+(?:-[a-z0-9]+)+\.$/i
/** The longest name of an aggregate and its authority. */
const maxNameLength = 130

/**
 * The ids (stream names, in lower case) that something says, each once: in a field, in a list, or within somebody's words. Read from the
 * value itself, so that no event type and no field can be forgotten.
 */
export const mentionsIn = (value: unknown): readonly string[] => [...new Set(found(value))]

const found = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return inText(value)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(found) : []
}

const inText = (text: string): readonly string[] =>
  [...text.matchAll(uuid)].flatMap(({ 0: id, index }) => {
    const [name] = nameBefore.exec(text.slice(Math.max(0, index - maxNameLength), index)) ?? []
    return name === undefined ? [] : [`${name}${id}`.toLowerCase()]
  })

/** What one entry mentions. A correction mentions also whatever the entry mentions that it corrects. `events` are those of its stream. */
export const mentionsOf = (
  entry: Recorded<Fact<string, unknown>>,
  events: readonly Recorded<Fact<string, unknown>>[],
): readonly string[] => {
  const byId = new Map(events.map((event) => [event.eventId, event]))
  const chain = new Set([entry])
  // A set that grows while it is gone through is gone through to its new end.
  for (const each of chain) {
    const corrected = byId.get(correctionIn(each)?.entry ?? '')
    if (corrected !== undefined) chain.add(corrected)
  }
  return mentionsIn([...chain].map(({ data }) => data))
}

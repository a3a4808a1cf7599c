/**
 * Recorded times that a program gives instead of the node: in the past, for an example register that is to show what was known when.
 * A node takes them only if it was started for that, and only while its log holds nothing else, so that no time of an entry that
 * anybody relies on can be made up. The first other event ends it for good.
 */
export type Seeding = {
  /** The recorded time of the newest seeded event, in ms since 1970 (0: none yet); null when such times are not, or no longer, taken. */
  readonly upTo: number | null
}

/** Where an event's metadata states its recorded time: UTC with milliseconds, `2024-07-16T09:00:00.000Z`. */
const FIELD = 'seededAt'
const QUOTED = Buffer.from(`"${FIELD}"`)
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** The recorded time that an event's metadata states, in ms since 1970; NaN for one that is no instant, undefined for none. */
export function statedTime(customMetadata: Buffer): number | undefined {
  if (!customMetadata.includes(QUOTED)) return undefined
  const stated = fieldOf(customMetadata.toString('utf8'))
  if (stated === undefined) return undefined
  return typeof stated === 'string' && INSTANT.test(stated) ? Date.parse(stated) : Number.NaN
}

function fieldOf(json: string): unknown {
  try {
    const metadata: unknown = JSON.parse(json)
    return typeof metadata === 'object' && metadata !== null && FIELD in metadata ? metadata[FIELD] : undefined
  } catch {
    return undefined
  }
}

/** The one time that the events of an append state; NaN where they disagree, undefined where none states one. */
export function timeOfAll(events: readonly { readonly customMetadata: Buffer }[]): number | undefined {
  const times = new Set(events.map(({ customMetadata }) => statedTime(customMetadata)))
  return times.size > 1 ? Number.NaN : [...times][0]
}

/** Whether a log that was seeded up to a time may go on with this one: never backwards, and never beyond the clock. */
export const mayFollow = (time: number, { upTo }: Seeding, now: number): boolean => upTo !== null && time >= upTo && time <= now

import { decodeFrame } from '../wire/recorded-event.ts'
import type { Frame } from '../wire/recorded-event.ts'

/** What a stream's metadata hides from its readers. `truncateBefore` 'deleted' marks a soft-deleted stream. */
export type StreamMetadata = {
  readonly maxCount: number | undefined
  /** Seconds. */
  readonly maxAge: number | undefined
  readonly truncateBefore: number | 'deleted' | undefined
}

export const NO_METADATA: StreamMetadata = { maxCount: undefined, maxAge: undefined, truncateBefore: undefined }

const LONG_MAX = 9223372036854775807n
export const SOFT_DELETED = `{"$tb":${LONG_MAX}}`

type Sources = ReadonlyMap<string, string>

/**
 * Reads the metadata that an event of a metastream carries. As on the real server one bad value makes the whole of it
 * empty, the event's type does not matter, and it must be flagged as JSON.
 */
export function parseMetadata(frame: Frame): StreamMetadata {
  const event = decodeFrame(frame)
  return event.isJson ? metadataOfText(event.data.toString('utf8')) : NO_METADATA
}

export function metadataOfText(text: string): StreamMetadata {
  const sources = topLevelSources(text)
  if (sources === undefined) return NO_METADATA
  const maxCount = positive(sources, '$maxCount')
  const maxAge = positive(sources, '$maxAge')
  const cache = positive(sources, '$cacheControl')
  const before = longOf(sources, '$tb')
  if (maxCount === 'bad' || maxAge === 'bad' || cache === 'bad' || before === 'bad' || (before ?? 0n) < 0n) return NO_METADATA
  const truncateBefore = before === LONG_MAX ? 'deleted' : before === undefined ? undefined : Number(before)
  return { maxCount, maxAge, truncateBefore }
}

/** The metadata's text with `$tb` set, for a soft-deleted stream that is written to again. */
export function withTruncateBefore(text: string, truncateBefore: number): string {
  const parsed: unknown = topLevelSources(text) === undefined ? {} : JSON.parse(text)
  const { $tb: _, ...others } = parsed as Record<string, unknown>
  return JSON.stringify({ ...others, $tb: truncateBefore })
}

/** The source text of each top-level `$` key that is a primitive; undefined where the text is no JSON object. */
function topLevelSources(text: string): Sources | undefined {
  const seen: { holder: unknown; key: string; source: string }[] = []
  function note(this: unknown, key: string, value: unknown, context: { source?: string }): unknown {
    if (key.startsWith('$')) seen.push({ holder: this, key, source: context.source ?? 'not a primitive' })
    return value
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(text, note as (this: unknown, key: string, value: unknown) => unknown)
  } catch {
    return undefined
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
  return new Map(seen.filter(({ holder }) => holder === parsed).map(({ key, source }) => [key, source]))
}

function longOf(sources: Sources, key: string): bigint | undefined | 'bad' {
  const source = sources.get(key)
  if (source === undefined) return undefined
  if (!/^-?\d{1,19}$/.test(source)) return 'bad'
  const value = BigInt(source)
  return value > LONG_MAX || value < -LONG_MAX ? 'bad' : value
}

function positive(sources: Sources, key: string): number | undefined | 'bad' {
  const value = longOf(sources, key)
  if (value === undefined || value === 'bad') return value
  return value > 0n ? Number(value) : 'bad'
}

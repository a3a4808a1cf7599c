import type { Expected } from '../wire/append-request.ts'
import { ANY, NO_STREAM, STREAM_EXISTS } from '../wire/append-request.ts'

/** What the rules of appending need to know of a stream. `last` is -1 where it has no event. */
export type StreamStanding = {
  readonly last: number
  readonly tombstoned: boolean
  readonly softDeleted: boolean
  readonly hasMetadata: boolean
}

/**
 * The first judgement of an append: to be written; refused; or, where it may be a repetition, which ids to compare:
 * those of the revisions from `compareFrom` on, or those lately written.
 */
export type Judgement =
  | { readonly verdict: 'write' }
  | { readonly verdict: 'wrongExpectedVersion' }
  | { readonly verdict: 'streamDeleted' }
  | { readonly verdict: 'compare'; readonly compareFrom: number }
  | { readonly verdict: 'lookUpRecent' }

/** Where one of the proposed events already is: its position, and for recent ids its revision. */
export type Found = { readonly revision: number; readonly position: number } | undefined

export type RepeatJudgement =
  | { readonly verdict: 'write' }
  | { readonly verdict: 'wrongExpectedVersion' }
  | { readonly verdict: 'repeated'; readonly revision: number; readonly position: number }

export function judgeAppend(stream: StreamStanding, expected: Expected): Judgement {
  if (stream.tombstoned) return { verdict: 'streamDeleted' }
  if (expected === STREAM_EXISTS) {
    if (stream.softDeleted) return { verdict: 'streamDeleted' }
    if (stream.last < 0 && !stream.hasMetadata) return { verdict: 'wrongExpectedVersion' }
    return { verdict: 'lookUpRecent' }
  }
  if (expected === ANY) return { verdict: 'lookUpRecent' }
  const last = BigInt(stream.last)
  if (expected === last) return { verdict: 'write' }
  if (expected > last) return { verdict: 'wrongExpectedVersion' }
  return { verdict: 'compare', compareFrom: Number(expected) + 1 }
}

/** An exact expectation below the last revision: a repetition only if every id stands where it would have been written. */
export function judgeComparison(stream: StreamStanding, expected: Expected, matches: readonly Found[]): RepeatJudgement {
  const last = matches.at(-1)
  if (last !== undefined && matches.every((match) => match !== undefined)) return { verdict: 'repeated', ...last }
  const fresh = matches.length > 0 && matches[0] === undefined
  if (fresh && expected === NO_STREAM && stream.softDeleted) return { verdict: 'write' }
  return { verdict: 'wrongExpectedVersion' }
}

/** ANY or STREAM_EXISTS: new if the first id is not known in this stream, a repetition if all are, refused in between. */
export function judgeRecent(found: readonly Found[]): RepeatJudgement {
  const last = found.at(-1)
  if (found[0] === undefined) return { verdict: 'write' }
  if (last !== undefined && found.every((place) => place !== undefined)) return { verdict: 'repeated', ...last }
  return { verdict: 'wrongExpectedVersion' }
}

/** Delete and tombstone have no repetition; a tombstone may also be put where nothing ever was. */
export function judgeDelete(
  stream: StreamStanding,
  expected: Expected,
  final: boolean,
): 'write' | 'wrongExpectedVersion' | 'streamDeleted' {
  if (stream.tombstoned) return 'streamDeleted'
  const exists = stream.last >= 0 || stream.hasMetadata
  if (expected === STREAM_EXISTS) return exists && !stream.softDeleted ? 'write' : 'wrongExpectedVersion'
  if (!exists && !final) return 'wrongExpectedVersion'
  if (expected === ANY || expected === BigInt(stream.last)) return 'write'
  return expected === NO_STREAM && stream.softDeleted ? 'write' : 'wrongExpectedVersion'
}

import type { IsoDate } from '@outstanding/domain'
import { isIsoDate } from '@outstanding/domain'
import type { Snapshot } from '@outstanding/projection'
import { indexAt, positionAt } from '@outstanding/projection'
import { fieldError } from '../server/errors/field-error.ts'
import { instantFrom } from './instant.ts'
import { endOfLondonDay } from './london-day.ts'

/** In which times something is asked for: valid time up to a day, system time up to a place in the log. */
export type AsOf = {
  /** Inclusive; null: today in London, whatever was known when. */
  readonly asAt: IsoDate | null
  /** A log position, inclusive; null: everything that the read models hold. */
  readonly knownAt: string | null
  /** The same as a place in the dense index, -1 before everything: what the read models' versions are asked by. */
  readonly knownIndex: number | null
}

/** Today, with all that is known. */
export const now: AsOf = { asAt: null, knownAt: null, knownIndex: null }

const beforeEverything = '0'
const lastPosition = 2n ** 63n - 1n

/** `asKnownAt` as it may be written: digits are a log position, a day means its end in London, a date-time needs its offset. */
export async function resolveAsOf(snapshot: Snapshot, args: { asAt?: string | null; asKnownAt?: string | null }): Promise<AsOf> {
  const asAt = args.asAt ?? null
  return args.asKnownAt == null ? { ...now, asAt } : knownUpTo(snapshot, await positionOf(snapshot, args.asKnownAt), asAt)
}

/** As known at a place of the log. */
export const knownUpTo = async (snapshot: Snapshot, position: string, asAt: IsoDate | null): Promise<AsOf> => ({
  asAt,
  knownAt: position,
  knownIndex: await indexAt(snapshot, position),
})

async function positionOf(snapshot: Snapshot, words: string): Promise<string> {
  if (/^\d+$/.test(words)) return positionIn(words)
  const moment = isIsoDate(words) ? endOfLondonDay(words) : instantOf(words)
  return (await positionAt(snapshot, moment)) ?? beforeEverything
}

/** Beyond the last place that a log can have everything is known. */
function positionIn(digits: string): string {
  const position = BigInt(digits)
  return String(position < lastPosition ? position : lastPosition)
}

function instantOf(words: string): string {
  const instant = instantFrom(words)
  if (instant !== null) return instant
  throw fieldError(
    'isMoment',
    'asKnownAt',
    'Use a log position (digits), a day (2018-02-14: its end in London) or a date and time with offset (2018-02-14T09:30:00Z).',
  )
}

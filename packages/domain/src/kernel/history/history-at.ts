import type { DatePrecisions } from '../../dates/date-precision.ts'
import type { EventMetadata, Fact, IsoDate, Recorded } from '../../envelope.ts'
import { correctionIn, type EntryCorrected } from '../events/entry-corrected.ts'
import type { Decider } from '../decider.ts'

type AnyFact = Fact<string, unknown>
type Change = EntryCorrected['data']['change']

/**
 * The entries of one stream in force, in order of (effectiveOn, revision): those recorded up to the log position `position` (a decimal
 * string, inclusive; null: all of them) that happened by the day `asAt` (inclusive, London; null: any day).
 *
 * Only the newest correction of an entry applies: it replaces fields and perhaps the `effectiveOn` of the entry, or makes it void, which
 * leaves it out. A correction is an entry too: if it is void itself, the correction before it applies again. A correction applies whatever
 * its own day is, because it says what was true from the start.
 */
export const effectiveEntries = <F extends AnyFact>(
  events: readonly Recorded<F>[],
  position: string | null,
  asAt: IsoDate | null,
): readonly Recorded<F>[] =>
  corrected(knownAt(events, position))
    .filter((entry) => asAt === null || entry.metadata.effectiveOn <= asAt)
    .sort(byDayThenRevision)

/** The state that those entries fold to. It serves the command handler, the projections and every as-at query alike. */
export const historyAt = <State, Cmd, F extends AnyFact>(
  decider: Pick<Decider<State, Cmd, F>, 'initial' | 'evolve'>,
  events: readonly Recorded<F>[],
  position: string | null,
  asAt: IsoDate | null,
): State => effectiveEntries(events, position, asAt).reduce((state, event) => decider.evolve(state, event), decider.initial)

const knownAt = <F extends AnyFact>(events: readonly Recorded<F>[], position: string | null): readonly Recorded<F>[] => {
  if (position === null) return events
  const last = BigInt(position)
  return events.filter((event) => BigInt(event.position) <= last)
}

/** From the newest to the oldest, so that whatever corrects an entry (and that correction's own) is settled before the entry. */
const corrected = <F extends AnyFact>(events: readonly Recorded<F>[]): Recorded<F>[] => {
  const newest = new Map<string, Change>()
  const inForce: Recorded<F>[] = []
  for (const event of events.toSorted((a, b) => b.revision - a.revision)) {
    const entry = applied(event, newest.get(event.eventId))
    if (entry === null) continue
    inForce.push(entry)
    const correction = correctionIn(entry)
    if (correction !== null && !newest.has(correction.entry)) newest.set(correction.entry, correction.change)
  }
  return inForce
}

const applied = <F extends AnyFact>(event: Recorded<F>, change: Change | undefined): Recorded<F> | null => {
  if (change === undefined) return event
  if (change.kind === 'VOID') return null
  const data = event.data as Readonly<Record<string, unknown>>
  const fields = Object.entries(change.fields).filter(([name, value]) => Object.hasOwn(data, name) && fits(event, name, value))
  return {
    ...event,
    data: { ...data, ...Object.fromEntries(fields) },
    metadata: {
      ...event.metadata,
      effectiveOn: change.effectiveOn ?? event.metadata.effectiveOn,
      ...(change.precisions !== undefined && { precisions: lessThanDays({ ...event.metadata.precisions, ...change.precisions }) }),
    },
  }
}

const lessThanDays = (precisions: DatePrecisions): EventMetadata['precisions'] =>
  Object.fromEntries(Object.entries(precisions).flatMap(([path, precision]) => (precision === 'DAY' ? [] : [[path, precision]])))

/** What a correction is given instead must be one that can be applied; no command writes another, but the fold is total. */
const fits = (event: AnyFact, name: string, value: unknown): boolean =>
  correctionIn(event) === null || (name === 'change' ? isChange(value) : typeof value === 'string')

const isChange = (value: unknown): value is Change => {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  return value.kind === 'VOID' || ('fields' in value && typeof value.fields === 'object' && value.fields !== null)
}

const byDayThenRevision = <F extends AnyFact>(a: Recorded<F>, b: Recorded<F>): number => {
  const [dayA, dayB] = [a.metadata.effectiveOn, b.metadata.effectiveOn]
  if (dayA === dayB) return a.revision - b.revision
  return dayA < dayB ? -1 : 1
}

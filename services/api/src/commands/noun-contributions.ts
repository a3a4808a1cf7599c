import type { AggregateName, IsoDate, Rejection } from '@outstanding/domain'
import { parseStream } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { decodeEvent } from '@outstanding/event-store'
import type { Facts } from './facts.ts'

/** `position`: of the correction that undid it. */
export type Undone = { readonly refusal: Rejection; readonly position: string }

/** An entry of any noun: the name of its stream says which. */
type AnyEntry = { readonly stream: string }

/** What a noun adds to the code of all commands, which names no noun. Each part is optional. */
export type Contribution = {
  /**
   * Undoes an entry that the order of the log forbids, where commands to several items were sent together. Null where it holds.
   * Doing it again changes nothing.
   */
  readonly undoInOrder?: (store: EventStore, entry: AnyEntry, today: IsoDate) => Promise<Undone | null>
  /** Whether a person (an opaque id) holds such an item today, and held it on the day of the command. */
  readonly isHeldBy?: (facts: Facts, item: string, person: string) => Promise<boolean>
}

const contributions = new Map<AggregateName, Contribution>()

/** Called once by the folder of a noun, when the schema loads it. */
export const contribute = (aggregate: AggregateName, contribution: Contribution): void => void contributions.set(aggregate, contribution)

const contributionOf = (stream: string): Contribution => {
  const aggregate = parseStream(stream)?.aggregate
  return (aggregate && contributions.get(aggregate)) ?? {}
}

export const isHeldBy = async (facts: Facts, item: string, person: string): Promise<boolean> =>
  (await contributionOf(item).isHeldBy?.(facts, item, person)) ?? false

/** Undoes an entry that only the order of the log forbids; null where it holds. */
export const undoInOrder = async (store: EventStore, entry: AnyEntry, today: IsoDate): Promise<Undone | null> =>
  (await contributionOf(entry.stream).undoInOrder?.(store, entry, today)) ?? null

/** As `undoInOrder`, for any event of the log: whoever recorded it, and however that program ended. */
export async function settleInOrder(store: EventStore, event: StoredEvent, today: IsoDate): Promise<void> {
  if (contributionOf(event.stream).undoInOrder === undefined) return
  const decoded = decodeEvent(event)
  if (decoded.ok) await undoInOrder(store, decoded.event, today)
}

/** What a correction of any noun is decided with, besides the entry: under which policy, for one. */
type CorrectionFacts = (facts: Facts, authority: string, day: IsoDate | undefined) => Promise<object>

const correctionFacts: CorrectionFacts[] = []
export const contributeToCorrections = (found: CorrectionFacts): void => void correctionFacts.push(found)

export async function factsOfCorrection(...asked: Parameters<CorrectionFacts>): Promise<object> {
  const parts = await Promise.all(correctionFacts.map((found) => found(...asked)))
  return Object.assign({}, ...parts) as object
}

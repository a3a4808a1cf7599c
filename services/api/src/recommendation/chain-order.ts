import type { Recorded, RecommendationEvent, Rejection } from '@outstanding/domain'
import { successorsOf, historyAt, recommendationDecider, recommendationRules } from '@outstanding/domain'
import { comparePositions, decodeEvent } from '@outstanding/event-store'
import type { EventStore } from '@outstanding/event-store'
import { undoingCommandOf } from '../commands/undo-entry.ts'

type Event = Recorded<RecommendationEvent>

/** The field by which an entry names the recommendation that carries on; null where it names none. */
const successorFieldOf = (entry: Event): 'into' | 'by' | 'supersededBy' | null => {
  if (entry.type === 'DuplicateMerged') return 'into'
  if (entry.type === 'RecommendationSuperseded') return 'by'
  return entry.type === 'TrackingConcluded' && entry.data.supersededBy !== null ? 'supersededBy' : null
}

/**
 * Why an entry should not have been recorded, had all entries come one after the other in the order of the log: it closes a circle of
 * mergers and successions, or merges into what was itself merged before. Null where it holds. What is void by now was never there.
 *
 * Two commands sent together each read the other's stream before it was written, so each was decided without the other; but each reads
 * here what the log holds once its own entry is in it, and of any circle the last entry sees the whole.
 */
export async function refusedInOrder(store: EventStore, entry: Event): Promise<Rejection | null> {
  const field = successorFieldOf(entry)
  if (field === null && entry.type !== 'EntryCorrected') return null
  const known = upTo(store, entry)
  const [carriedOn] = field === 'into' ? await known(String(namedBy(entry))) : []
  if (carriedOn !== undefined && carriedOn !== entry.stream) return refusal('targetHasSuccessor', 'into')
  return (await isCircle(entry.stream, known)) ? refusal('successorCircle', field ?? 'change') : null
}

const namedBy = (entry: Event): unknown => (entry.type === 'DuplicateMerged' ? entry.data.into : null)

/** A refusal that only another entry of the same time brought about. */
export const refusal = (rule: 'targetHasSuccessor' | 'successorCircle' | 'ownerNotAbolished', field: string): Rejection => {
  const rejected = recommendationRules[rule]
  const message = `${sentenceCase(rejected.message)}: another entry was recorded at the same time, so this one was undone.`
  return { rule, field, message, remedy: `${rejected.remedy}.` }
}

const sentenceCase = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

type SuccessorsOf = (recommendation: string) => Promise<readonly string[]>

async function isCircle(start: string, successors: SuccessorsOf): Promise<boolean> {
  const met = new Set(await successors(start))
  // A set that grows while it is gone through is gone through to its new end.
  for (const one of met) for (const next of one === start ? [] : await successors(one)) met.add(next)
  return met.has(start)
}

/** By what was recorded up to an entry, corrected as it is today, but as if the entry had not been undone: asked again, the answer is the same. */
const upTo =
  (store: EventStore, entry: Event): SuccessorsOf =>
  async (recommendation) => {
    const stored = await store.readStream(recommendation)
    const events = stored.flatMap((event) => {
      const decoded = decodeEvent(event)
      if (!decoded.ok) throw new Error(decoded.message)
      const isKnown = event.type === 'EntryCorrected' || comparePositions(event.position, entry.position) <= 0
      const undoes = decoded.event.metadata.commandId === undoingCommandOf(entry)
      return isKnown && !undoes ? [decoded.event as Event] : []
    })
    return successorsOf(historyAt(recommendationDecider, events, null, null).record)
  }

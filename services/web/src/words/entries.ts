import { longDate, longInstant } from './dates.ts'
import type { EntryHeadFragment } from '../queries/queries.ts'
import { actorWords, wordsFor } from './positions.ts'

/** Where an entry stands on the page of what it is about. */
export const anchorOf = (id: string): string => `entry-${id}`

/** `CompletionDateRevisionApproved` as "Completion date revision approved". */
export function titleOf(type: string): string {
  const words = type.replace(/(?<=[a-z])([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "Progress updated, 12 October 2016": what happened, and when. */
export const headOf = ({ type, effectiveOn }: Pick<EntryHeadFragment, 'type' | 'effectiveOn'>): string =>
  `${titleOf(type)}, ${longDate(effectiveOn)}`

/** Who typed it, and for whom: the role where no name may be shown. */
export function whoRecorded({ actor }: Pick<EntryHeadFragment, 'actor'>): string {
  const who = actor.name ?? wordsFor(actorWords, actor.role)
  const principal = actor.onBehalfOf?.name ?? null
  return principal === null ? who : `${who} for ${principal}`
}

export const recordedWords = (entry: Pick<EntryHeadFragment, 'actor' | 'recordedAt'>): string =>
  `recorded by ${whoRecorded(entry)}, ${longInstant(entry.recordedAt)}`

import { longDate, longInstant } from './dates.ts'
import { actorWords, wordsFor } from './positions.ts'

/** What is said of an entry of the log wherever it is named. */
export type EntryHead = {
  readonly id: string
  readonly type: string
  readonly effectiveOn: string
  readonly recordedAt: string
  readonly actor: { readonly role: string; readonly name: string | null; readonly onBehalfOf: { readonly name: string | null } | null }
}

/** Where an entry stands on the page of what it is about. */
export const anchorOf = (id: string): string => `entry-${id}`

/** `CompletionDateRevisionApproved` as "Completion date revision approved". */
export function titleOf(type: string): string {
  const words = type.replace(/(?<=[a-z])([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "Progress updated, 12 October 2016": what happened, and when. */
export const headOf = ({ type, effectiveOn }: Pick<EntryHead, 'type' | 'effectiveOn'>): string =>
  `${titleOf(type)}, ${longDate(effectiveOn)}`

/** Who typed it, and for whom: the role where no name may be shown. */
export function whoRecorded({ actor }: Pick<EntryHead, 'actor'>): string {
  const who = actor.name ?? wordsFor(actorWords, actor.role)
  const principal = actor.onBehalfOf?.name ?? null
  return principal === null ? who : `${who} for ${principal}`
}

export const recordedWords = (entry: Pick<EntryHead, 'actor' | 'recordedAt'>): string =>
  `recorded by ${whoRecorded(entry)}, ${longInstant(entry.recordedAt)}`

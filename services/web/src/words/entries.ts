import { dateWords, eventTitle, longInstant, roleNames, termOf } from '@outstanding/wording'
import type { EntryHeadFragment } from '../queries/queries.ts'

/** Where an entry stands on the page of what it is about. */
export const anchorOf = (id: string): string => `entry-${id}`

/** "Progress update, 12 October 2016": what happened, and when. */
export const headOf = ({
  type,
  effectiveOn,
  effectiveOnPrecision,
}: Pick<EntryHeadFragment, 'type' | 'effectiveOn' | 'effectiveOnPrecision'>): string =>
  `${eventTitle(type)}, ${dateWords(effectiveOn, effectiveOnPrecision)}`

/** The API writes COMMITTEE_MEMBER for the role that the words know as `committee-member`. */
const roleOf = (role: string) => role.toLowerCase().replaceAll('_', '-') as keyof typeof roleNames

/** Who typed it, and for whom: the role where no name may be shown. */
export function whoRecorded({ actor }: Pick<EntryHeadFragment, 'actor'>): string {
  const who = actor.name ?? termOf(roleNames, roleOf(actor.role))
  const principal = actor.onBehalfOf?.name ?? null
  return principal === null ? who : `${who} for ${principal}`
}

export const recordedWords = (entry: Pick<EntryHeadFragment, 'actor' | 'recordedAt'>): string =>
  `recorded by ${whoRecorded(entry)}, ${longInstant(entry.recordedAt)}`

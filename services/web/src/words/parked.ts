import { longInstant } from '@outstanding/wording'

/** What a reader of a parked item must know. */
export const parkedWords = ({ parkedAt, note }: { readonly parkedAt: string; readonly note: string }): string =>
  `Not up to date: an entry cannot be shown yet, and no later one is shown. Marked by the operator on ${longInstant(parkedAt)}: ${note}`

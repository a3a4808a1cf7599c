import { isIsoDate } from '@outstanding/domain'
import { newestEntry } from '@outstanding/projection'
import { today } from '@outstanding/runtime'
import { builder } from '../../graphql/builder.ts'
import type { AsOf } from '../../as-of/as-of.ts'
import { resolveAsOf } from '../../as-of/as-of.ts'
import type { View } from '../../as-of/read-session.ts'
import type { AsOfTimes } from '../../as-of/as-of-args.ts'

export const MomentInput = builder.inputType('MomentInput', {
  description: 'One side of a comparison: a day, the records made up to a point, or both. Without either, the current position.',
  fields: (t) => ({
    asAt: t.field({ type: 'Date', description: 'Valid time, inclusive, London. Today by default.' }),
    asKnownAt: t.string({
      description:
        'System time, inclusive: a log position (digits), a day (its end in London) or a date and time with offset. By default all records.',
    }),
  }),
})

/** Two sides, and the day by which what was recorded between them would have had to happen to be a late entry. */
export type Between = { readonly from: AsOf; readonly to: AsOf; readonly since: string }

export async function betweenOf(view: View, from: AsOfTimes, to: AsOfTimes): Promise<Between> {
  const sides = { from: await resolveAsOf(view.snapshot, from), to: await resolveAsOf(view.snapshot, to) }
  const earlier = knowsMore(sides.from, sides.to) ? { asked: to, asOf: sides.to } : { asked: from, asOf: sides.from }
  return { ...sides, since: earlier.asked.asAt ?? (await dayOfKnowledge(view, earlier.asked, earlier.asOf)) }
}

export const knowsMore = (a: AsOf, b: AsOf): boolean => (a.knownIndex ?? Infinity) > (b.knownIndex ?? Infinity)
/** Of the two the one that knows more. */
export const laterKnown = ({ from, to }: Between): AsOf => (knowsMore(from, to) ? from : to)

/** The day, in London, of what was asked for; of a log position the day on which its entry was recorded. */
async function dayOfKnowledge(view: View, { asKnownAt }: AsOfTimes, asOf: AsOf): Promise<string> {
  if (asKnownAt == null) return view.snapshot.today
  if (isIsoDate(asKnownAt)) return asKnownAt
  if (!/^\d+$/.test(asKnownAt)) return today(new Date(asKnownAt))
  const newest = await newestEntry(view.snapshot, asOf.knownAt)
  return newest === null ? view.snapshot.today : today(new Date(newest.recordedAt))
}

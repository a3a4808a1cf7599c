import { builder } from '../graphql/builder.ts'

/** The two times that every query of lists, items and counts can be asked in. */
export const asOfArgs = {
  asAt: builder.args((t) => ({
    asAt: t.field({ type: 'Date', description: 'The position on this day (valid time, inclusive, London). Today by default.' }),
  })).asAt,
  asKnownAt: builder.args((t) => ({
    asKnownAt: t.string({
      description:
        'Uses only records made up to this point (system time, inclusive): a log position (digits), a day (its end in London) or a date and time with offset. By default all records.',
    }),
  })).asKnownAt,
}

export type AsOfTimes = { readonly asAt?: string | null; readonly asKnownAt?: string | null }

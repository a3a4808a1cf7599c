import type { Fact, IsoDate, Recorded } from '../envelope.ts'

/** The entries of a stream as they stand (corrections applied), by eventId: what a correction can name. */
export type Entries = Readonly<
  Record<
    string,
    { readonly type: string; readonly effectiveOn: IsoDate; readonly revision: number; readonly data: Readonly<Record<string, unknown>> }
  >
>

export const withEntry = (entries: Entries, event: Recorded<Fact<string, object>>): Entries => ({
  ...entries,
  [event.eventId]: { type: event.type, effectiveOn: event.metadata.effectiveOn, revision: event.revision, data: { ...event.data } },
})

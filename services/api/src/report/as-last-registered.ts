import type { Recorded, ReportEvent } from '@outstanding/domain'
import { historyAt, parseStream, reportDecider } from '@outstanding/domain'
import { readEntries } from '@outstanding/projection'
import type { Report } from '@outstanding/read-models'
import { knownUpTo } from '../as-of/as-of.ts'
import type { View } from '../as-of/read-session.ts'
import { reportById } from './loaders.ts'

/**
 * A report whose registration was marked as recorded by mistake, as it was registered last: what it recommended may still stand. Null
 * where it is registered, never was, or was not shown to the reader then.
 */
export async function asLastRegistered(view: View, id: string): Promise<Report | null> {
  if (parseStream(id)?.aggregate !== 'report') return null
  const entries = (await readEntries(view.snapshot, id)) as readonly Recorded<ReportEvent>[]
  const isThere = (upTo: number): boolean => {
    const { registered, listed } = historyAt(reportDecider, entries.slice(0, upTo), null, null)
    return registered !== null || listed !== null
  }
  // Nothing but a correction takes a registration back.
  const taken = isThere(entries.length) ? -1 : entries.findLastIndex(({ type }, index) => type === 'EntryCorrected' && isThere(index))
  const before = entries[taken - 1]
  return before ? view.at(await knownUpTo(view.snapshot, before.position, null)).load(reportById, id) : null
}

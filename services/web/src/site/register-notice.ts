import type { GraphqlAnswer } from '../asking/asking.ts'

/** What a reader must know of the whole register before reading any page; null: nothing is wrong. */
export function registerNotice(answer: GraphqlAnswer): string | null {
  const { halted, parkedStreams } = (answer.extensions?.['builtFrom'] ?? {}) as { halted?: unknown; parkedStreams?: unknown }
  if (halted === 'LOG')
    return 'This register does not match its log, which may have been restored from an older copy. Entries may be missing, and nothing can be recorded until the operator has corrected this.'
  if (typeof halted === 'string')
    return 'This register is not up to date. An entry cannot be shown, and entries recorded after it are not shown yet. The operator has to correct this.'
  if (typeof parkedStreams !== 'number' || parkedStreams < 1) return null
  return `The newest entries of ${parkedStreams === 1 ? 'one item' : `${parkedStreams.toLocaleString('en-GB')} items`} cannot be shown yet. Each of these items has a notice on its page.`
}

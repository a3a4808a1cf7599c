import type { UtcInstant } from '@outstanding/domain'
import { isIsoDate } from '@outstanding/domain'

const shape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/**
 * A date-time with its offset, as UTC with milliseconds. Null for any other text, and for a day that does not exist: JavaScript would read
 * 30 February as 2 March. The years are those of a day, 0001 to 9999.
 */
export function instantFrom(words: unknown): UtcInstant | null {
  const day = typeof words === 'string' ? shape.exec(words)?.[1] : undefined
  if (!isIsoDate(day)) return null
  const instant = new Date(words as string).toISOString()
  // An offset can lead out of the first year, or of the last.
  return /^\d{4}/.test(instant) && !instant.startsWith('0000') ? instant : null
}

import { sql } from 'kysely'
import { namesCollation } from '../position/stable-schema.ts'

/**
 * The order of names and titles for readers: as in the index of a British book, Éclair beside eclair and Ŵ beside w, and not by the
 * numbers of their characters. It is total: two texts are equal only if they are the same, so that a cursor finds its place.
 */
export const byName = sql.raw(`collate ${namesCollation}`)

const collator = new Intl.Collator('en-GB')

/** The same of a list that is in memory. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b) || (a === b ? 0 : a < b ? -1 : 1)

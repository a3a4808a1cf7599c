import type { Heading } from '../document/block.ts'
import { headingAsPrinted } from './heading-words.ts'

/** The headings a block stands under, outermost first. A heading of unknown rank replaces the last one of unknown rank. */
export type HeadingPath = { text: string; level: number | null }[]

export function under(path: HeadingPath, heading: Heading): HeadingPath {
  const text = headingAsPrinted(heading.text)
  const level = heading.level
  if (level === null) return [...path.filter((h) => h.level !== null), { text, level }]
  return [...path.filter((h) => h.level !== null && h.level < level), { text, level }]
}

import { balanced } from './isolated.ts'

const characters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/**
 * Words of at most so many UTF-16 units, the last an ellipsis where some were left out. Never ends inside what a reader sees as one
 * character (a letter with its accents, a flag, a family), and leaves no direction mark without its end.
 */
export function shortened(words: string, maxLength: number): string {
  if (words.length <= maxLength) return words
  const whole = characters.segment(words).containing(maxLength - 1)?.index ?? 0
  return `${balanced(words.slice(0, whole).trimEnd())}…`
}

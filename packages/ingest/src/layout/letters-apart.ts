import type { Line } from '../document/line.ts'

/** Stands between a letter and its item where the print has neither a stop nor a bracket, only a gap. */
export const GAP = '\u2003'
/** How many lines may lie between two items of one series. */
const REACH = 40

type Lettered = { letter: number; line: Line }

/**
 * "a      by April, publish ..." and further on "b      test ...": items counted by bare letters. Each letter is put to its text, with a gap
 * that the next step knows; a letter whose neighbour in the series is not near is a table's cell or a word.
 */
export function withLettersApart(lines: Line[]): Line[] {
  const found = new Map<number, Lettered>()
  lines.forEach((line, i) => {
    const lettered = letteredLine(line)
    if (lettered) found.set(i, lettered)
  })
  const near = (i: number, step: number) =>
    [...found].some(([k, other]) => (k - i) * step > 0 && Math.abs(k - i) <= REACH && other.letter === (found.get(i)?.letter ?? 0) + step)
  return lines.map((line, i) => (found.has(i) && (near(i, 1) || near(i, -1)) ? (found.get(i)?.line ?? line) : line))
}

function letteredLine(line: Line): Lettered | null {
  const [first, second, third] = line.segments
  if (!first || third || line.cells) return null
  const [, letter, text] = (second ? /^([a-z])()$/ : /^([a-z]) {2,}(\p{L}.*)$/u).exec(first.text.trim()) ?? []
  const rest = second ? second.text.trim() : text
  if (!letter || !rest || !/^\p{L}/u.test(rest)) return null
  const segment = { ...(second ?? first), x: first.x, text: `${letter}${GAP}${rest}` }
  return { letter: letter.charCodeAt(0) - 96, line: { ...line, segments: [segment] } }
}

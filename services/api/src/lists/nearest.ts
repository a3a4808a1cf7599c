const smallList = 8
const nearestOnes = 5

/** Of possible values those to name to somebody who wrote another: all of a few, else those that take the fewest changes of a letter. */
export function nearest(written: string, possible: readonly string[]): readonly string[] {
  if (possible.length <= smallList) return possible
  const distances = new Map(possible.map((value) => [value, distance(written.toLowerCase(), value.toLowerCase())]))
  return possible.toSorted((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0)).slice(0, nearestOnes)
}

const maxLength = 100

/** How many letters are put in, left out or changed between two texts (Levenshtein). */
function distance(one: string, other: string): number {
  const [from, to] = [one.slice(0, maxLength), other.slice(0, maxLength)]
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1]
    for (let column = 0; column < to.length; column += 1)
      next.push(Math.min(at(next, column) + 1, at(row, column + 1) + 1, at(row, column) + (to[column] === letter ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}

const at = (row: readonly number[], column: number): number => row[column] ?? 0

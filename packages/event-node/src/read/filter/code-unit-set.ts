/** A set of UTF-16 code units, as .NET's expressions see text: ascending, disjoint ranges, both ends included. */
export type CodeUnitSet = readonly (readonly [from: number, to: number])[]

const LAST = 0xffff

export const everyUnit: CodeUnitSet = [[0, LAST]]

export function units(...ranges: readonly (readonly [from: number, to: number])[]): CodeUnitSet {
  const merged: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

export function union(...sets: readonly CodeUnitSet[]): CodeUnitSet {
  return units(...sets.flat())
}

export function complement(set: CodeUnitSet): CodeUnitSet {
  let next = 0
  const gaps: [number, number][] = []
  for (const [from, to] of set) {
    if (from > next) gaps.push([next, from - 1])
    next = to + 1
  }
  if (next <= LAST) gaps.push([next, LAST])
  return gaps
}

/** The set as a class of a JavaScript expression without flags. */
export function classOf(set: CodeUnitSet): string {
  return `[${set.map(([from, to]) => (from === to ? escaped(from) : `${escaped(from)}-${escaped(to)}`)).join('')}]`
}

const categories = new Map<string, CodeUnitSet>()

/** The code units of a general category of Unicode, as `Lu` or `L`; undefined where there is none of that name. */
export function categoryOf(name: string): CodeUnitSet | undefined {
  if (!/^(?:C[cfnos]?|L[ulmot]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?)$/.test(name)) return undefined
  const known = categories.get(name)
  if (known !== undefined) return known
  const matches = new RegExp(`^\\p{${name}}$`, 'u')
  const found: [number, number][] = []
  for (let unit = 0; unit <= LAST; unit++) if (matches.test(String.fromCharCode(unit))) found.push([unit, unit])
  const set = units(...found)
  categories.set(name, set)
  return set
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}

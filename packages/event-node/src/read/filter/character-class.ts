import type { CodeUnitSet } from './code-unit-set.ts'
import { categoryOf, complement, union, units } from './code-unit-set.ts'

/** Thrown for an expression that the real server takes and this node does not. One that is none is a `SyntaxError`. */
export class UnsupportedExpression extends Error {}

export type Flags = { readonly i: boolean; readonly m: boolean; readonly s: boolean }
export type Place = { readonly text: string; at: number }

const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7, e: 27 }

const category = (...names: readonly string[]): CodeUnitSet => union(...names.map((name) => categoryOf(name) ?? []))
/** What \w stands for. */
export const word = () => category('L', 'Mn', 'Nd', 'Pc')
const space = () => union(units([9, 13], [0x85, 0x85]), category('Z'))

/** After the backslash. */
export function escapedUnits(place: Place, flags: Flags): CodeUnitSet {
  const rest = place.text.slice(place.at)
  const [whole, hex] = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(rest)?.filter((part) => part !== undefined) ?? []
  if (whole !== undefined && hex !== undefined) {
    place.at += whole.length
    return cased(single(Number.parseInt(hex, 16)), flags)
  }
  const property = /^([pP])\{(\w+)\}/.exec(rest)
  if (property !== null) {
    place.at += property[0].length
    return unitsOfProperty(property as unknown as readonly [string, string, string], flags)
  }
  place.at++
  return unitsOfLetter(rest[0] ?? '')
}

/** `\p{Lu}`, or `\P{Lu}` for all others. */
function unitsOfProperty([whole, sign, name]: readonly [string, string, string], { i }: Flags): CodeUnitSet {
  const set = categoryOf(name)
  if (set === undefined || i) throw new UnsupportedExpression(`\\${whole}${i ? ' without regard to case' : ''}`)
  return sign === 'p' ? set : complement(set)
}

function unitsOfLetter(letter: string): CodeUnitSet {
  const sets: Readonly<Record<string, () => CodeUnitSet>> = { w: word, d: () => category('Nd'), s: space }
  const set = sets[letter.toLowerCase()]
  if (set !== undefined) return letter === letter.toLowerCase() ? set() : complement(set())
  const control = CONTROLS[letter]
  if (control !== undefined) return single(control)
  if (letter === '' || /[A-Za-z0-9_]/.test(letter)) throw new UnsupportedExpression(`\\${letter}`)
  return single(letter.charCodeAt(0))
}

/** After the opening bracket. A "]" that comes first stands for itself. */
export function bracket(place: Place, flags: Flags): CodeUnitSet {
  const isNegated = place.text[place.at] === '^'
  if (isNegated) place.at++
  let set: CodeUnitSet = []
  for (let isFirst = true; isFirst || place.text[place.at] !== ']'; isFirst = false) {
    if (place.at >= place.text.length) throw new SyntaxError('a "[" without its "]"')
    if (place.text.startsWith('-[', place.at)) throw new UnsupportedExpression('one class taken from another')
    set = union(set, memberOrRange(place, flags))
  }
  place.at++
  return isNegated ? complement(set) : set
}

function memberOrRange(place: Place, flags: Flags): CodeUnitSet {
  const first = member(place, flags)
  const isRange = place.text[place.at] === '-' && !['', ']', '['].includes(place.text[place.at + 1] ?? '')
  if (typeof first === 'number') return isRange ? range(first, place, flags) : cased(single(first), flags)
  if (isRange) throw new SyntaxError('a range that begins with a class')
  return first
}

function range(first: number, place: Place, flags: Flags): CodeUnitSet {
  place.at++
  const last = member(place, flags)
  if (typeof last !== 'number' || first > last) throw new SyntaxError('a range that has no end, or runs backwards')
  return cased(units([first, last]), flags)
}

/** One code unit, its case not yet added, or a whole class. */
function member(place: Place, flags: Flags): number | CodeUnitSet {
  const sign = place.text[place.at++] as string
  if (sign !== '\\') return sign.charCodeAt(0)
  if (place.text[place.at] === 'b') {
    place.at++
    return 8
  }
  const isClass = /^[wWdDsSpP]/.test(place.text.slice(place.at))
  const set = escapedUnits(place, isClass ? flags : { ...flags, i: false })
  return isClass ? set : (set[0] as readonly [number, number])[0]
}

export function single(unit: number): CodeUnitSet {
  return units([unit, unit])
}

/** Without regard to case: of ASCII letters both cases, and the Kelvin sign with k, as .NET has it; other letters are not taken. */
export function cased(set: CodeUnitSet, { i }: Flags): CodeUnitSet {
  if (!i) return set
  const added: [number, number][] = []
  for (const [from, to] of set) {
    for (let unit = from; unit <= to; unit++) {
      const text = String.fromCharCode(unit)
      const [lower, upper] = [text.toLowerCase(), text.toUpperCase()]
      if (lower === upper) continue
      if (unit > 0x7f) throw new UnsupportedExpression(`"${text}" without regard to case`)
      added.push([lower.charCodeAt(0), lower.charCodeAt(0)], [upper.charCodeAt(0), upper.charCodeAt(0)])
      if (lower === 'k') added.push([0x212a, 0x212a])
    }
  }
  return union(set, added)
}

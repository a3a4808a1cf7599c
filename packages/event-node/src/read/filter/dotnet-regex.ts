import type { CodeUnitSet } from './code-unit-set.ts'
import { categoryOf, classOf, complement, everyUnit, union, units } from './code-unit-set.ts'

/** Thrown for an expression that the real server takes and this node does not. One that is none is a `SyntaxError`. */
export class UnsupportedExpression extends Error {}

type Flags = { readonly i: boolean; readonly m: boolean; readonly s: boolean }
type Place = { readonly text: string; at: number }

const START = '(?<![\\s\\S])'
const END = '(?![\\s\\S])'
const BEFORE_LAST_LINE_END = `(?=\\n?${END})`
const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7, e: 27 }

const category = (...names: readonly string[]): CodeUnitSet => union(...names.map((name) => categoryOf(name) ?? []))
const word = () => category('L', 'Mn', 'Nd', 'Pc')
const space = () => union(units([9, 13], [0x85, 0x85]), category('Z'))

/**
 * A .NET expression as one of JavaScript that matches the same texts. Both work on UTF-16 code units; classes, anchors and flags are
 * spelled out, since the two languages mean different things by them. What has no counterpart throws `UnsupportedExpression`.
 */
export function fromDotNet(expression: string): RegExp {
  const place = { text: expression, at: 0 }
  const source = alternatives(place, { i: false, m: false, s: false })
  if (place.at < expression.length) throw new SyntaxError('a ")" too many')
  return new RegExp(source)
}

/** Up to the end or to a closing parenthesis, which is left. */
function alternatives(place: Place, outer: Flags): string {
  let flags = outer
  let source = ''
  while (place.at < place.text.length && place.text[place.at] !== ')') {
    const inline = /^\(\?([imnsx-]+)\)/.exec(place.text.slice(place.at))
    if (inline !== null) {
      place.at += inline[0].length
      flags = withFlags(flags, inline[1] as string)
    } else if (place.text[place.at] === '|') {
      place.at++
      source += '|'
    } else source += atom(place, flags) + quantifier(place)
  }
  return source
}

function withFlags(flags: Flags, letters: string): Flags {
  const [on = '', off = ''] = letters.split('-')
  if (letters.includes('x')) throw new UnsupportedExpression('the option x')
  const set = (letter: 'i' | 'm' | 's') => (flags[letter] || on.includes(letter)) && !off.includes(letter)
  return { i: set('i'), m: set('m'), s: set('s') }
}

function quantifier(place: Place): string {
  const match = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(place.text.slice(place.at))
  if (match === null) return ''
  place.at += match[0].length
  if (/^[*+?]/.test(place.text.slice(place.at))) throw new SyntaxError('one quantifier after another')
  return match[0]
}

function atom(place: Place, flags: Flags): string {
  const sign = place.text[place.at++] as string
  switch (sign) {
    case '(':
      return group(place, flags)
    case '[':
      return classOf(bracket(place, flags))
    case '\\':
      return escape(place, flags)
    case '.':
      return classOf(flags.s ? everyUnit : complement(single(10)))
    case '^':
      return flags.m ? '(?<![^\\n])' : START
    case '$':
      return flags.m ? '(?![^\\n])' : BEFORE_LAST_LINE_END
    case '*':
    case '+':
    case '?':
      throw new SyntaxError('a quantifier after nothing')
    default:
      return classOf(cased(single(sign.charCodeAt(0)), flags))
  }
}

function group(place: Place, outer: Flags): string {
  const rest = place.text.slice(place.at)
  const comment = /^\?#[^)]*\)/.exec(rest)
  if (comment !== null) {
    place.at += comment[0].length
    return '(?:)'
  }
  const named = /^\?(?:<[A-Za-z_]\w*>|'[A-Za-z_]\w*')/.exec(rest)
  const looks = /^\?(?::|=|!|<=|<!)/.exec(rest)
  const scoped = /^\?([imns-]+):/.exec(rest)
  if (rest.startsWith('?') && named === null && looks === null && scoped === null) throw new UnsupportedExpression(`(${rest.slice(0, 2)}`)
  const opening = (named ?? looks ?? scoped)?.[0] ?? ''
  place.at += opening.length
  const inner = alternatives(place, scoped === null ? outer : withFlags(outer, scoped[1] as string))
  if (place.text[place.at++] !== ')') throw new SyntaxError('a "(" without its ")"')
  return `(${looks?.[0] ?? '?:'}${inner})`
}

function escape(place: Place, flags: Flags): string {
  const letter = place.text[place.at] ?? ''
  const anchors: Readonly<Record<string, string>> = { A: START, Z: BEFORE_LAST_LINE_END, z: END, b: boundary(true), B: boundary(false) }
  const anchor = anchors[letter]
  if (anchor !== undefined) {
    place.at++
    return anchor
  }
  return classOf(escapedUnits(place, flags))
}

/** .NET counts the two joiners as parts of words, but only here. */
function boundary(isOne: boolean): string {
  const part = classOf(union(word(), units([0x200c, 0x200d])))
  return isOne ? `(?:(?<=${part})(?!${part})|(?<!${part})(?=${part}))` : `(?:(?<=${part})(?=${part})|(?<!${part})(?!${part}))`
}

/** After the backslash. */
function escapedUnits(place: Place, flags: Flags): CodeUnitSet {
  const rest = place.text.slice(place.at)
  const [whole, hex] = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(rest)?.filter((part) => part !== undefined) ?? []
  if (whole !== undefined && hex !== undefined) {
    place.at += whole.length
    return cased(single(Number.parseInt(hex, 16)), flags)
  }
  const property = /^([pP])\{(\w+)\}/.exec(rest)
  if (property !== null) {
    place.at += property[0].length
    const set = categoryOf(property[2] as string)
    if (set === undefined || flags.i) throw new UnsupportedExpression(`\\${property[0]}${flags.i ? ' without regard to case' : ''}`)
    return property[1] === 'p' ? set : complement(set)
  }
  const letter = rest[0] ?? ''
  place.at++
  const sets: Readonly<Record<string, () => CodeUnitSet>> = { w: word, d: () => category('Nd'), s: space }
  const set = sets[letter.toLowerCase()]
  if (set !== undefined) return letter === letter.toLowerCase() ? set() : complement(set())
  const control = CONTROLS[letter]
  if (control !== undefined) return single(control)
  if (letter === '' || /[A-Za-z0-9_]/.test(letter)) throw new UnsupportedExpression(`\\${letter}`)
  return single(letter.charCodeAt(0))
}

/** After the opening bracket. A "]" that comes first stands for itself. */
function bracket(place: Place, flags: Flags): CodeUnitSet {
  const isNegated = place.text[place.at] === '^'
  if (isNegated) place.at++
  let set: CodeUnitSet = []
  for (let isFirst = true; isFirst || place.text[place.at] !== ']'; isFirst = false) {
    if (place.at >= place.text.length) throw new SyntaxError('a "[" without its "]"')
    if (place.text.startsWith('-[', place.at)) throw new UnsupportedExpression('one class taken from another')
    const first = member(place, flags)
    const isRange = place.text[place.at] === '-' && !['', ']', '['].includes(place.text[place.at + 1] ?? '')
    set = union(set, typeof first !== 'number' ? first : isRange ? range(first, place, flags) : cased(single(first), flags))
    if (isRange && typeof first !== 'number') throw new SyntaxError('a range that begins with a class')
  }
  place.at++
  return isNegated ? complement(set) : set
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

function single(unit: number): CodeUnitSet {
  return units([unit, unit])
}

/** Without regard to case: of ASCII letters both cases, and the Kelvin sign with k, as .NET has it; other letters are not taken. */
function cased(set: CodeUnitSet, { i }: Flags): CodeUnitSet {
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

import { bracket, cased, escapedUnits, type Flags, type Place, single, UnsupportedExpression, word } from './character-class.ts'
import { classOf, complement, everyUnit, union, units } from './code-unit-set.ts'

const START = '(?<![\\s\\S])'
const END = '(?![\\s\\S])'
const BEFORE_LAST_LINE_END = `(?=\\n?${END})`

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
  if (comment === null) return groupOf(rest, place, outer)
  place.at += comment[0].length
  return '(?:)'
}

/** After the opening parenthesis of a group that is no comment; `rest` is the text from there. */
function groupOf(rest: string, place: Place, outer: Flags): string {
  const named = /^\?(?:<[A-Za-z_]\w*>|'[A-Za-z_]\w*')/.exec(rest)
  const looks = /^\?(?::|=|!|<=|<!)/.exec(rest)
  const scoped = /^\?([imns-]+):/.exec(rest)
  const opening = (named ?? looks ?? scoped)?.[0] ?? ''
  if (rest.startsWith('?') && opening === '') throw new UnsupportedExpression(`(${rest.slice(0, 2)}`)
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

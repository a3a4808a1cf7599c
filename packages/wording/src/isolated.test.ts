import { describe, expect, test } from 'vitest'
import { balanced, isolated, isolatedWithin } from './isolated.ts'
import { sentenceOf } from './wording.ts'

const [fsi, lri, pdi, rlo, pdf] = ['\u2068', '\u2066', '\u2069', '\u202E', '\u202C']

describe('a text is isolated', () => {
  test.each([
    ['plain', 'Éclair & 3 (2018)', 'Éclair & 3 (2018)'],
    ['an override without end', `Head of ${rlo}Care`, `${fsi}Head of ${rlo}Care${pdf}${pdi}`],
    ['an isolate without end', `a${lri}b`, `${fsi}a${lri}b${pdi}${pdi}`],
    ['a stray end', `a${pdi}b${pdf}c`, `${fsi}abc${pdi}`],
    ['an end that closes the isolate around it', `${fsi}a${pdi}${rlo}b${pdi}`, `${fsi}${fsi}a${pdi}${rlo}b${pdf}${pdi}`],
    ['two isolates', `${fsi}a${pdi}, ${fsi}b${pdi}`, `${fsi}${fsi}a${pdi}, ${fsi}b${pdi}${pdi}`],
    ['Hebrew', 'שלום (3)', `${fsi}שלום (3)${pdi}`],
  ])('%s', (_what, text, expected) => expect(isolated(text)).toBe(expected))

  test('whatever marks it has: once is as good as twice, every mark ends, and no letter is lost', () => {
    const letters = ['a', 'ש', '\u202B', rlo, lri, fsi, pdf, pdi]
    let texts = ['']
    for (let length = 1; length <= 5; length += 1) {
      texts = texts.flatMap((text) => letters.map((letter) => text + letter))
      for (const text of texts) expect(faultOf(text)).toBeNull()
    }
  })

  test('within lists and objects, but for what is excepted', () =>
    expect(isolatedWithin({ a: [rlo, 1, null], themes: [rlo] }, new Set(['themes']))).toEqual({
      a: [`${fsi}${rlo}${pdf}${pdi}`, 1, null],
      themes: [rlo],
    }))
})

test('a name in a sentence does not turn round the words that follow', () =>
  expect(sentenceOf('OwnerAssigned', { owner: 'x', name: `Head of ${rlo}Care`, role: 'LEAD_OFFICER', asPrinted: null })).toBe(
    `Assigned to ${fsi}Head of ${rlo}Care${pdf}${pdi} as lead officer.`,
  ))

function faultOf(text: string): string | null {
  const once = isolated(text)
  const read = (marked: string) => marked.replaceAll(/[^aש]/g, '')
  const depths = depthsOf(once)
  if (isolated(once) !== once || balanced(once) !== once) return `${JSON.stringify(text)} is not the same twice`
  if (read(once) !== read(text)) return `${JSON.stringify(text)} lost a letter`
  return depths.some((depth) => depth < 0) || (depths.at(-1) ?? 0) !== 0 ? `${JSON.stringify(text)} runs over` : null
}

/** How many isolates are open after each letter. */
function depthsOf(text: string): number[] {
  let depth = 0
  return [...text].map((letter) => (depth += /[\u2066-\u2068]/.test(letter) ? 1 : letter === pdi ? -1 : 0))
}

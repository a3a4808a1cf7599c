import { recommendationAttributeNames, reportAttributeNames } from '@outstanding/domain'
import { describe, expect, it } from 'vitest'
import { allNouns } from './nouns/all-nouns.ts'
import type { AnyNounWords } from './nouns/noun-words.ts'
import { changeInWords, effectInWords, fieldLabel, valueWords } from './wording.ts'

describe('the effect of an entry in words', () => {
  it('names every value that became another, from what and to what', () =>
    expect(
      effectInWords([
        {
          field: 'ASSESSMENT_AGREED',
          key: '',
          before: null,
          after: { category: '3', label: 'Some progress', completedOn: null, anticipatedCompletionDate: '2018-04-30', obstacle: null },
        },
        { field: 'DUE_ON', key: '', before: '2018-02-28', after: '2018-04-30' },
        { field: 'TRACKING', key: '', before: 'OPEN', after: 'CONCLUDED' },
      ]),
    ).toBe(
      'Agreed assessment: none → 3: Some progress; expected by 30 April 2018; due: 28 February 2018 → 30 April 2018; tracking: open → concluded',
    ))
  it('leaves to the entry what it says itself, and says where that is all, or nothing', () => {
    const added = { field: 'UPDATE', key: 'e1', before: null, after: { words: 'begun', claim: null } }
    expect(effectInWords([added, { field: 'DELIVERY', key: '', before: 'NOT_STARTED', after: 'IN_PROGRESS' }])).toBe(
      'Delivery: not started → in progress',
    )
    expect(effectInWords([added])).toBe('Added to the record. Nothing else changed.')
    expect(effectInWords([])).toBe('No change: already recorded, or replaced by a later entry.')
  })
  it('shortens long texts in the line, and only there', () => {
    const text = `We ${'really '.repeat(40)}mean it.`
    const change = changeInWords({ field: 'TEXT', key: '', before: text, after: 'Short.' })
    expect(change).toMatchObject({ label: 'text', beforeWords: text, afterWords: 'Short.' })
    expect(change.words).toMatch(/^Text: We (really ){16}rea…|^Text: We .{1,120}… → Short\.$/)
    expect(change.words.length).toBeLessThan(150)
  })
  it('shows what a correction made strange as it is', () => {
    expect(valueWords('TIMESCALE', 7)).toBe('7')
    expect(valueWords('OWNER', null)).toBe('none')
    expect(valueWords('SOMETHING_NEW', { a: 1 })).toBe('{"a":1}')
    expect(fieldLabel('SOMETHING_NEW')).toBe('something new')
  })
  it('has the same words for an attribute that several nouns have', () => {
    const words = new Map<string, unknown>()
    for (const { attributes } of Object.values<AnyNounWords>(allNouns))
      for (const [name, own] of Object.entries(attributes)) {
        expect([name, words.get(name) ?? own]).toEqual([name, own])
        words.set(name, own)
      }
  })
  it('has a name for every field', () => {
    for (const field of [...recommendationAttributeNames, ...reportAttributeNames]) expect(fieldLabel(field)).toMatch(/^[a-z][a-z, ’]+$/)
  })
})

describe('shortened words', () => {
  const shortened = (after: string): string => changeInWords({ field: 'THEME', key: '', before: null, after }).words
  const family = '👨‍👩‍👧‍👦'
  it.each([
    ['an emoji', '😀'],
    ['a family of several', family],
    ['a letter with its accents', 'e\u0301\u0302'],
    ['a flag', '🇬🇧'],
  ])('never end inside %s', (_what, character) => {
    for (let before = 100; before < 125; before += 1) {
      const words = shortened(`${'a'.repeat(before)}${character.repeat(20)}`)
      const kept = words.slice('Theme: none → '.length)
      expect(words.isWellFormed()).toBe(true)
      expect(kept).toMatch(/…$/)
      expect(kept.length).toBeLessThanOrEqual(120)
      expect(kept.slice(0, -1).replace(/^a+/, '').replaceAll(character, '')).toBe('')
    }
  })
})

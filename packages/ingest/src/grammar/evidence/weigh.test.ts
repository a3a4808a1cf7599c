import { expect, test } from 'vitest'
import { candidate } from '../candidate.ts'
import { EVIDENCE, EVIDENCE_NAMES } from './evidence.ts'
import { genreOf } from './genre.ts'
import { observe } from './observe.ts'
import { BAR, confidenceOf, why, whyNot } from './weigh.ts'
import { WEIGHTS } from './weights.ts'

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text, bold: false, indent: 0, at: { page: null, paragraph: 1 } })
const seen = (text: string, fields = {}) => observe(candidate(paragraph(text), text, fields), [])

test('no weight has the other sign than its prior: the fit learns how much, never in which direction', () => {
  for (const name of EVIDENCE_NAMES) expect(Math.sign(WEIGHTS[name]) * Math.sign(EVIDENCE[name].prior)).toBeGreaterThanOrEqual(0)
})

test('evidence adds up: what is announced and asks lies above the bar, what asks nothing among findings below it', () => {
  expect(confidenceOf(['announced', 'obligation', 'addressee', 'somebodyShould', 'siblingsMostlyAsk'])).toBeGreaterThan(0.9)
  expect(confidenceOf(['alone', 'asksNothing', 'narrative'])).toBeLessThan(BAR)
  expect(confidenceOf(['labelled'])).toBeGreaterThan(confidenceOf(['numbered']))
})

test('what a wording says is observed', () => {
  expect(seen('The council should publish its plan by May 2020.')).toEqual(
    expect.arrayContaining(['obligation', 'addressee', 'somebodyShould', 'deadline']),
  )
  expect(seen('Should the council publish its plan?')).toContain('question')
  expect(seen('Members said that suppliers should be paid on time.')).toContain('reported')
  expect(seen('Drivers should not cross flooded roads.')).toContain('everybody')
  expect(seen('Keep a torch by the bed.', { rule: 'loose list' })).toContain('bareInstruction')
  expect(seen('The master shall keep a log.')).toContain('shall')
  expect(seen('Plans are late.')).toEqual(expect.arrayContaining(['asksNothing', 'narrative']))
})

test('the genre of a document is read from its title and from what it tells', () => {
  const rules = [{ kind: 'heading' as const, text: 'Code of practice for keepers', level: 1, at: { page: null, paragraph: 1 } }]
  expect(genreOf(rules)).toContain('rules')
  expect(
    genreOf([paragraph('The inspectors visited ten stores and found that four were damp. Nobody had told the audit committee.')]),
  ).toEqual(expect.arrayContaining(['reports', 'tellsThePast']))
})

test('why and why not are said in words', () => {
  expect(whyNot(['announced', 'listedElsewhere', 'alone'])).toContain('lists its recommendations elsewhere')
  expect(why(['labelled', 'alone'])).toContain('label')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import type { Reading } from './reading.ts'

async function read(text: string, name = 'report.md'): Promise<Reading> {
  const outcome = await readDocument(name, Buffer.from(text))
  if (!outcome.ok) throw new Error(outcome.unreadable.sentence)
  return outcome.reading
}

const texts = (reading: Reading) => reading.recommendations.map((r) => r.text)

test('a lettered list below a heading that announces recommendations', async () => {
  const reading = await read('## Recommendations\n\nThe Department should:\n\na. publish its survey;\n\nb. say what it means to do.\n')
  expect(reading.recommendations).toMatchObject([
    { ref: 'a.', text: 'publish its survey;', owner: 'The Department' },
    { ref: 'b.', text: 'say what it means to do.', owner: 'The Department' },
  ])
})

test('timescales as headings go down to the items below them', async () => {
  const reading = await read(
    '## Areas for improvement\n\n### Immediately:\n\n- Ensure that visits are made.\n\n### Within three months\n\n- Review all plans.\n',
  )
  expect(reading.recommendations).toMatchObject([
    { timescale: 'Immediately', timescaleGrade: 'immediate' },
    { timescale: 'Within three months', timescaleGrade: 'withinMonths', timescaleMonths: 3 },
  ])
})

test('deeper items are parts of the item above', async () => {
  const reading = await read(
    '## Recommendations\n\n- Improve outcomes by:\n  - widening the choice of courses\n  - raising attendance.\n- Improve value for money.\n',
  )
  expect(reading.recommendations).toHaveLength(2)
  expect(reading.recommendations[0]?.children.map((c) => c.text)).toEqual(['widening the choice of courses', 'raising attendance.'])
})

test('numbered paragraphs that go on with findings end the list', async () => {
  const reading = await read(
    '## What does the council need to improve?\n\n1. Ensure that plans are clear.\n\n2. Reduce caseloads.\n\n## The council’s strengths\n\n3. Leaders know their services well.\n',
  )
  expect(texts(reading)).toEqual(['Ensure that plans are clear.', 'Reduce caseloads.'])
  expect(reading.recommendations[0]?.owner).toBe('the council')
})

test('a summary and the list it repeats are proposed once, and the other place is shown', async () => {
  const reading = await read(
    '## Summary of recommendations\n\n1. The council should keep a register of all its trees and publish it.\n\n## Chapter 2\n\n**Recommendation 1**\n\nThe council should keep a register of all its trees and publish it every year.\n',
  )
  expect(reading.recommendations).toHaveLength(1)
  expect(reading.notProposed.some((n) => n.reason.startsWith('says again'))).toBe(true)
})

test('a page without a recommendation gives none, and says what it saw', async () => {
  const reading = await read('## Recommendations\n\nThat Cabinet:\n\n1. notes the report;\n2. approves the award of the contract.\n')
  expect(reading.recommendations).toEqual([])
  expect(reading.notProposed.map((n) => n.reason)).toContain('a decision sought from a meeting, not a recommendation to a body')
})

test('the same bytes give the same reading, whatever they are, and nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.pdf', 'a.docx'),
      async (text, name) => {
        const bytes = Buffer.from(`Recommendations\n\n- ${text}`)
        expect(await readDocument(name, bytes)).toEqual(await readDocument(name, bytes))
      },
    ),
    { numRuns: 60 },
  )
})

import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = async (text: string) => {
  const outcome = await readDocument('report.txt', Buffer.from(text))
  if (!outcome.ok) throw new Error(outcome.unreadable.sentence)
  return outcome.reading.recommendations.map((r) => [r.ref, r.text, r.owner])
}

test('references that count make a series, with the owner that each answer names', async () => {
  expect(
    await read(
      'Inquiry report\n\nR01 - The board should publish its minutes within a week.\nResponsibility: Clerk\n\nR02 - The board should meet in public.\nResponsibility: Chair\n',
    ),
  ).toEqual([
    ['R01', 'The board should publish its minutes within a week.', 'Clerk'],
    ['R02', 'The board should meet in public.', 'Chair'],
  ])
})

import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = async (html: string) => {
  const outcome = await readDocument('form.html', Buffer.from(`<h1>Internal audit of a pool</h1>${html}`))
  return outcome.ok ? outcome.reading.recommendations.map((r) => [r.ref, r.text, r.owner, r.timescale]) : []
}
const row = (...cells: string[]) => `<tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`

test('a table that stands upright is read as its labels and answers', async () => {
  const table = [
    row('Finding 1', 'Tills were not counted.'),
    row('Risk', 'Money may be lost.'),
    row('Recommendation', 'Tills should be counted at the end of each day.'),
    row('Management response', 'Agreed.'),
    row('Responsible officer', 'Pool Manager'),
    row('Target date', '31 May 2024'),
  ]
  expect(await read(`<table>${table.join('')}</table>`)).toEqual([
    [null, 'Tills should be counted at the end of each day.', 'Pool Manager', '31 May 2024'],
  ])
})

test('a form whose label stands in a row of its own, the wording on the right and the date on the left', async () => {
  const table = [
    row('Area for improvement 1', ''),
    row(
      'Ref: Regulation 27 (4) Stated: First time To be completed by: 31 July 2024',
      'The registered person shall ensure that fire doors are kept shut.',
    ),
  ]
  expect(await read(`<table>${table.join('')}</table>`)).toEqual([
    [
      'Area for improvement 1',
      'The registered person shall ensure that fire doors are kept shut.',
      'The registered person',
      '31 July 2024',
    ],
  ])
})

import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

async function dates(text: string, name = 'report.txt') {
  const outcome = await readDocument(name, Buffer.from(text))
  if (!outcome.ok) throw new Error(outcome.unreadable.sentence)
  const { publishedOn, inspectedFrom } = outcome.reading.report
  return [publishedOn, inspectedFrom]
}

test.each([
  ['a date to comply by', 'Compliance plan\n\nDate to be complied with: 30/06/2031\n', [null, null]],
  [
    'a target date beside the meeting',
    'Audit and governance committee, 19 November 2019\n\nThe target date 31 March 2019 was a typing error.\n',
    ['2019-11-19', null],
  ],
  ['the next review', 'Review of passwords\n\nPublished 5 March 2024\n\nThe next review is due on 1 April 2027.\n', ['2024-03-05', null]],
  [
    'a review again',
    'School report\n\nDate of inspection: January 2017\n\nPublication date: 17/03/2017\n\nR2 Review again by 1 September 2018\n',
    ['2017-03-17', '2017-01'],
  ],
  [
    'a deadline of the reply',
    'Report\n\nYou must reply within 56 days of the date of this report, namely by 12 April 2024.\n',
    [null, null],
  ],
])('%s is not the date of publication or of the visit', async (_, text, expected) => {
  expect(await dates(text)).toEqual(expected)
})

test('the dates in a table of actions are theirs', async () => {
  const table =
    '| No | Recommendation | Owner | Due |\n|---|---|---|---|\n| 1 | The council should publish its list. | Head of Visits | 31 March 2024 |\n| 2 | The board should test its pumps. | Head of ICT | 30 June 2024 |\n'
  expect(await dates(`# Action plan\n\n${table}`, 'plan.md')).toEqual([null, null])
})

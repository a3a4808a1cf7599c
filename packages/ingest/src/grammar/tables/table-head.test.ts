import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const table = '| No | Action | Who | By when |\n|---|---|---|---|\n| 1 | Send the plan to every school | Clerk | May 2023 |\n'
const read = async (heading: string) => {
  const outcome = await readDocument('log.md', Buffer.from(`# ${heading}\n\n${table}`))
  return outcome.ok ? outcome.reading.recommendations.map((r) => [r.text, r.owner, r.timescale]) : null
}

test('a table of actions alone is what was asked where a tracker or a log says so', async () => {
  expect(await read('Committee action log')).toEqual([['Send the plan to every school', 'Clerk', 'May 2023']])
})

test.each([
  ['Recommended measure', 'Rec', 'Timeline'],
  ['Action/recommendation', 'No', 'Date'],
  ['Detail', 'Rec', 'Timescale'],
])('a column "%s" beside "%s" and "%s" holds the wording', async (wording, ref, time) => {
  const text = `# Review\n\n| ${ref} | ${wording} | Lead | ${time} |\n|---|---|---|---|\n| 2.1 | Send the plan to every school. | Clerk | May 2023 |\n| 2.2 | Count the tills each day. | Head | June 2023 |\n`
  const outcome = await readDocument('review.md', Buffer.from(text))
  expect(outcome.ok && outcome.reading.recommendations.map((r) => [r.ref, r.owner, r.timescale])).toEqual([
    ['2.1', 'Clerk', 'May 2023'],
    ['2.2', 'Head', 'June 2023'],
  ])
})

test('below any other heading it is somebody’s own plan', async () => {
  expect(await read('Our plan for the year')).toEqual([])
})

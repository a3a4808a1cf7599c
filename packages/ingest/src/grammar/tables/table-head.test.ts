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

test('below any other heading it is somebody’s own plan', async () => {
  expect(await read('Our plan for the year')).toEqual([])
})

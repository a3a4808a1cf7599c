import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

async function read(text: string) {
  const outcome = await readDocument('report.txt', Buffer.from(text))
  return outcome.ok ? outcome.reading : null
}
const FOUND = 'The inspectors visited thirty stores and found that nine were damp. The inquiry heard that four had been paid for twice.\n\n'

test('a list that nothing announces is read where each of its members says who should do what', async () => {
  const reading = await read(
    `Report of the inquiry into grain stores\n\n${FOUND}1. The ministry should sell the damp stores.\n2. The ministry should pay for grain once it is weighed.\n3. The council should seal each store.\n`,
  )
  expect(reading?.recommendations.map((r) => [r.ref, r.owner])).toEqual([
    ['1', 'The ministry'],
    ['2', 'The ministry'],
    ['3', 'The council'],
  ])
})

test('one sentence alone, rules for everybody and instructions to readers are not', async () => {
  expect((await read(`Report\n\n${FOUND}The ministry should have known.\n`))?.recommendations).toEqual([])
  expect((await read('Code of practice\n\n1. Keepers should lock the door.\n2. Keepers should keep a list.\n'))?.recommendations).toEqual(
    [],
  )
  expect((await read('Storm warning\n\n- Check the forecast.\n- Call the council if a drain is blocked.\n'))?.recommendations).toEqual([])
})

test('what lies near the bar is listed with the reason against it', async () => {
  const reading = await read('Terms of the tender\n\nThe contractor should clean each shelter.\n\nThe contractor should hold insurance.\n')
  expect(reading?.recommendations).toEqual([])
  expect(reading?.notProposed.some((n) => n.text.includes('insurance') && n.reason.includes('rules'))).toBe(true)
})

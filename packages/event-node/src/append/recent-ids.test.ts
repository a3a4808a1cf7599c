import { expect, test } from 'vitest'
import { createRecentIds } from './recent-ids.ts'

const place = (revision: number) => ({ streamId: 1, revision, position: revision })

test('the newest ids are remembered, the oldest forgotten; being asked for counts as new', () => {
  const recent = createRecentIds(3)
  for (const n of [0, 1, 2]) recent.note(`id-${n}`, place(n))
  expect(recent.find('id-0')).toEqual(place(0))
  recent.note('id-3', place(3))
  expect(['id-0', 'id-1', 'id-2', 'id-3'].map((id) => recent.find(id)?.revision)).toEqual([0, undefined, 2, 3])
  recent.clear()
  expect(recent.find('id-0')).toBeUndefined()
})

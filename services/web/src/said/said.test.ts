import { expect, test } from 'vitest'
import type { SourcesFragment } from '../queries/queries.ts'
import { whoSaidIn } from './said.ts'

const entry = (id: string, type: string, corrects: string | null = null) => ({
  id,
  type,
  effectiveOn: '2018-02-14',
  recordedAt: '2026-11-27T09:05:00.000Z',
  actor: { role: 'officer', name: null, onBehalfOf: null },
  corrects,
})
const values: readonly SourcesFragment[] = [
  { field: 'RESPONSE', key: '', entryCount: 0, entries: [], corrected: [] },
  { field: 'OWNER', key: 'LEAD_OFFICER office-x.1', entryCount: 1, entries: [entry('a', 'OwnerAssigned')], corrected: [] },
  {
    field: 'DELIVERY',
    key: '',
    entryCount: 796,
    entries: [entry('c', 'EntryCorrected', 'b')],
    corrected: [entry('b', 'ProgressUpdated')],
  },
]
const whoSaid = whoSaidIn(values, new Set(['a', 'c']))

test('each value leads to the entries that said so, in words', () => {
  expect(whoSaid('Director', 'OWNER', 'LEAD_OFFICER office-x.1')).toEqual({
    of: 'Director',
    entries: [
      {
        text: 'Owner assigned, 14 February 2018',
        href: '#entry-a',
        recorded: 'recorded by an officer, 27 November 2026 at 9:05am',
        putsRight: null,
      },
    ],
    others: null,
  })
})

test('a correction says what it put right; what is not on the page is named without a link', () => {
  expect(whoSaid('Delivery', 'DELIVERY')?.entries).toMatchObject([
    { href: '#entry-c', putsRight: { text: 'Progress update, 14 February 2018', href: null } },
  ])
})

test('what is so from the beginning was said by none, and of what is not said nothing is shown', () => {
  expect(whoSaid('Response', 'RESPONSE')?.entries).toEqual([])
  expect(whoSaid('Other', 'OWNER', 'LEAD_OFFICER office-x.2')).toBeNull()
})

test('of many that said the same only the latest are named, and the others counted', () => {
  expect(whoSaid('Delivery', 'DELIVERY')?.others).toBe('and 795 earlier entries')
})

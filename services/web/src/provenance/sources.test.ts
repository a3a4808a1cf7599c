import { expect, test } from 'vitest'
import type { EntryType, SourcesFragment } from '../queries/queries.ts'
import { sourcesIn } from './sources.ts'

const entry = (id: string, type: EntryType, corrects: string | null = null) => ({
  id,
  type,
  effectiveOn: '2018-02-14',
  effectiveOnPrecision: 'DAY' as const,
  recordedAt: '2026-11-27T09:05:00.000Z',
  actor: { role: 'OFFICER' as const, name: null, onBehalfOf: null },
  corrects,
})
const values: readonly SourcesFragment[] = [
  { attribute: 'RESPONSE', key: '', entryCount: 0, entries: [], corrected: [] },
  { attribute: 'OWNER', key: 'LEAD_OFFICER office-x.1', entryCount: 1, entries: [entry('a', 'OwnerAssigned')], corrected: [] },
  {
    attribute: 'DELIVERY',
    key: '',
    entryCount: 796,
    entries: [entry('c', 'EntryCorrected', 'b')],
    corrected: [entry('b', 'ProgressUpdated')],
  },
]
const sourcesOf = sourcesIn(values, new Set(['a', 'c']))

test('each value leads to its sources, in words', () => {
  expect(sourcesOf('Director', 'OWNER', 'LEAD_OFFICER office-x.1')).toEqual({
    of: 'Director',
    entries: [
      {
        text: 'Owner assigned, 14 February 2018',
        href: '#entry-a',
        recorded: 'recorded by an officer, 27 November 2026 at 9:05am',
        corrects: null,
      },
    ],
    others: null,
  })
})

test('a correction names the entry it corrects, without a link if that is not on the page', () => {
  expect(sourcesOf('Delivery', 'DELIVERY')?.entries).toMatchObject([
    { href: '#entry-c', corrects: { text: 'Progress update, 14 February 2018', href: null } },
  ])
})

test('an initial value has no source, and a value that the item does not have shows nothing', () => {
  expect(sourcesOf('Response', 'RESPONSE')?.entries).toEqual([])
  expect(sourcesOf('Other', 'OWNER', 'LEAD_OFFICER office-x.2')).toBeNull()
})

test('of many sources only the latest are named, and the others counted', () => {
  expect(sourcesOf('Delivery', 'DELIVERY')?.others).toBe('and 795 earlier entries')
})

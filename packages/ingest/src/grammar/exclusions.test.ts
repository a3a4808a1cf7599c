import { expect, test } from 'vitest'
import { whyExcluded } from './exclusions.ts'

test.each([
  'That Cabinet notes the report.',
  'That Cabinet:',
  'notes the outcome of the procurement;',
  'approves the award of the contract to the preferred bidder;',
  'delegates authority to the Director of Place',
  'That the minutes be approved.',
  'RESOLVED: that the report be received.',
  'We will plant a tree for every home.',
  'The government accepts this recommendation.',
  'High: should be addressed immediately.',
  'Priority 1 - a fundamental weakness that should be addressed',
  'This report contains five recommendations.',
  'For more information visit our website, you should register.',
])('no recommendation: %s', (text) => {
  expect(whyExcluded(text)).not.toBeNull()
})

test.each([
  'Agree and implement a strategy for early help.',
  'Approve all placements in writing.',
  'The council should note each complaint in its register.',
  'Significantly strengthen oversight.',
  'Ensure that every plan names the money needed, and what of it is to be delegated.',
  'High-quality plans should be made for every child.',
])('a recommendation: %s', (text) => {
  expect(whyExcluded(text)).toBeNull()
})

import { expect, test } from 'vitest'
import { typenameOfId } from './node-id.ts'

test.each([
  ['recommendation-birmingham.2b653c6d-2b42-5b2e-95a9-a5e9a1de9b77', 'Recommendation'],
  ['report-national.2b653c6d-2b42-5b2e-95a9-a5e9a1de9b77', 'Report'],
  ['policy-example-borough', 'Policy'],
  ['person-2b653c6d-2b42-5b2e-95a9-a5e9a1de9b77', 'Person'],
  ['office-x.y', 'Office'],
  ['import-1', 'Recommendation'],
  ['$all', 'Recommendation'],
  ['constructor-x', 'Recommendation'],
  ['', 'Recommendation'],
])('%s is a %s', (id, typename) => expect(typenameOfId(id)).toBe(typename))

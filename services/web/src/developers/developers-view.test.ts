import { expect, test } from 'vitest'
import { developersView } from './developers-view.ts'

test('the names of a section stand in order, each with what the schema says of it', () => {
  const fields = [
    { name: 'reports', description: 'All reports.' },
    { name: 'policy', description: null },
  ]
  const view = developersView(
    { __schema: { queryType: { fields }, mutationType: { fields: [] }, subscriptionType: null } },
    'http://127.0.0.1:4000',
  )
  expect(view.sections.map(({ id, fields: found }) => [id, found])).toEqual([
    [
      'queries',
      [
        { name: 'policy', words: '' },
        { name: 'reports', words: 'All reports.' },
      ],
    ],
    ['mutations', []],
    ['subscriptions', []],
  ])
  for (const { command } of view.examples) expect(command).toMatch(/^curl -sG? http:\/\/127\.0\.0\.1:4000\//)
})

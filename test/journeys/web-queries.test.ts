import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { thereTodayQueries } from '../../services/web/src/past/not-then-page.ts'
import { itemChangesQuery, listChangesQuery } from '../../services/web/src/changes/changes-query.ts'
import { outstandingQuery } from '../../services/web/src/outstanding/outstanding-query.ts'
import { moreHistoryQuery, recommendationQuery } from '../../services/web/src/recommendation/recommendation-query.ts'
import { verificationQuery } from '../../services/web/src/verification/verification-query.ts'
import { reportQuery, reportsQuery } from '../../services/web/src/report/report-query.ts'

const schema = buildSchema(readFileSync(new URL('../../services/api/schema.graphql', import.meta.url), 'utf8'))
const operations = [
  outstandingQuery,
  recommendationQuery,
  moreHistoryQuery,
  reportsQuery,
  reportQuery,
  verificationQuery,
  itemChangesQuery,
  listChangesQuery,
  ...Object.values(thereTodayQueries),
]

describe('what the pages ask', () => {
  test.each(operations.map(({ name, text }) => [name, text] as const))('%s fits the schema of the API', (name, text) => {
    const document = parse(text)
    expect(validate(schema, document)).toEqual([])
    expect(document.definitions).toMatchObject([{ kind: 'OperationDefinition', operation: 'query', name: { value: name } }])
  })
})

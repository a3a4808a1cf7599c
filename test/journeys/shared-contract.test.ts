import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OperationDefinitionNode } from 'graphql'
import { parse, print, validate, visit } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { committee, decision } from './kit/examples.ts'
import { liveOneLife } from './kit/whole-life.ts'
import { committedSchema } from './kit/whole-schema.ts'

/*
 * The operations that others rely on: each is valid against the schema and answered by the product, once something has been recorded.
 */

const file = join(import.meta.dirname, '../../../shared/contract/mend.graphql')
const there = existsSync(file)
const text = there ? readFileSync(file, 'utf8') : 'query { viewer { role } }'
const operations = parse(text).definitions.filter((each): each is OperationDefinitionNode => each.kind === 'OperationDefinition')
const schema = committedSchema()

describe.skipIf(!there)(`the operations of mend.graphql${there ? '' : ' (skipped: ../shared is not here)'}`, () => {
  let running: RunningApi
  let officer: Client
  let recommendation: string
  beforeAll(async () => {
    running = await startApi()
    officer = createClient(inProcess(running.api.fetch), await running.tokenOf('officer'))
    const life = await liveOneLife(officer)
    recommendation = life.recommendation
    const dissent = { effectiveOn: '2026-04-22', words: 'Too early', by: 'Opposition group', decision: decision('2026-04-22') }
    await officer.done('recordDissent', { recommendation, onBehalfOf: committee, ...dissent })
  }, 120_000)
  afterAll(() => running.stop())

  /** With the item recorded above, and the authority of the examples, where the operation leaves them open. */
  const filledIn = (operation: OperationDefinitionNode): string =>
    print(
      visit(operation, {
        StringValue: (node) => {
          const value = node.value === '...' ? recommendation : node.value
          return { ...node, value }
        },
        Argument: (node) =>
          node.name.value === 'authority' && node.value.kind === 'StringValue'
            ? { ...node, value: { ...node.value, value: 'example-borough' } }
            : undefined,
        ObjectField: (node) =>
          node.name.value === 'authority' && node.value.kind === 'StringValue'
            ? { ...node, value: { ...node.value, value: 'example-borough' } }
            : undefined,
      }),
    )

  test.each(operations.map((operation) => [print(operation).replaceAll(/\s+/g, ' ').slice(0, 90), operation] as const))(
    '%s',
    async (_words, operation) => {
      expect(validate(schema, { kind: parse(text).kind, definitions: [operation] })).toEqual([])
      const { data, errors } = await officer.ask(filledIn(operation))
      expect(errors).toBeUndefined()
      expect(Object.values(data ?? {}).filter((value) => value === null || value === undefined)).toEqual([])
    },
  )

  test('who disagreed, and about what', async () => {
    const query = `{ disagreements(filter: { authority: "example-borough" }) { totalCount edges { node { recommendation { id } proposed { code by { name } }
      agreed { code decision { meetingOn } } dissents { dissenter } } } } }`
    expect(await officer.read(query)).toMatchObject({
      disagreements: {
        totalCount: 1,
        edges: [{ node: { recommendation: { id: recommendation }, dissents: [{ dissenter: 'Opposition group' }] } }],
      },
    })
  })

  test.each([
    ['transferService', ['office', 'to', 'service', 'accountableBody', 'deliveringBody', 'items']],
    ['abolishOffice', ['office', 'successor']],
    ['markExempt', ['recommendation', 'parts', 'ground', 'publicInterest', 'reviewOn']],
    ['endExemption', ['recommendation', 'reason']],
    ['reviewExemption', ['recommendation']],
    ['publishRecommendation', ['recommendation']],
    ['withdrawProposal', ['recommendation']],
    ['withdrawRevisionRequest', ['recommendation']],
    ['reopenTracking', ['recommendation', 'newDate']],
    ['requireResponse', ['recommendation', 'of']],
  ])('%s takes the fields that the comments name', (name, fields) => {
    const argument = schema.getMutationType()?.getFields()[name]?.args[0]
    const input = schema.getType(String(argument?.type).replace('!', ''))
    expect(input && 'getFields' in input ? Object.keys(input.getFields()) : []).toEqual(expect.arrayContaining(fields))
  })
})

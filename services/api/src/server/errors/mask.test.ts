import { createLog } from '@outstanding/runtime'
import { GraphQLError } from 'graphql'
import { describe, expect, test } from 'vitest'
import { nameErrors } from './mask.ts'

/** A log whose lines can be read. */
function readableLog() {
  const lines: string[] = []
  return { lines, log: createLog('test', 'info', { write: (line: string) => void lines.push(line) }) }
}

describe('an answer with errors', () => {
  test('shows what was meant for the caller, with the correlation id', () => {
    const { lines, log } = readableLog()
    const meant = new GraphQLError('Enter a day.', { extensions: { code: 'BAD_USER_INPUT', rule: 'isDate', field: 'asAt' } })
    expect(nameErrors({ errors: [meant] }, { correlationId: 'c-1', log }).errors?.[0]?.toJSON()).toMatchObject({
      message: 'Enter a day.',
      extensions: { code: 'BAD_USER_INPUT', rule: 'isDate', field: 'asAt', correlationId: 'c-1' },
    })
    expect(lines).toEqual([])
  })

  test('hides what went wrong inside, at any depth, and tells it to the log', () => {
    const { lines, log } = readableLog()
    const inner = new GraphQLError('relation "keys.person_key" does not exist', { originalError: new Error('secret address') })
    const { errors } = nameErrors(
      { errors: [new GraphQLError('relation', { path: ['viewer'], originalError: inner })] },
      { correlationId: 'c-2', log },
    )
    expect(JSON.stringify(errors)).not.toMatch(/secret|person_key/)
    expect(errors?.[0]?.toJSON()).toMatchObject({ path: ['viewer'], extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: 'c-2' } })
    expect(lines.join('')).toContain('c-2')
  })

  test('without errors it stays what it is', () => {
    const answer: { data: object; errors?: readonly GraphQLError[] } = { data: { ok: true } }
    expect(nameErrors(answer, { correlationId: 'c-3', log: readableLog().log })).toBe(answer)
  })
})

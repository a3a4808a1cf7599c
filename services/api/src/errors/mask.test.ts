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
    expect(nameErrors({ errors: [meant] }, { correlationId: 'c-1', showsSchema: true, log }).errors?.[0]?.toJSON()).toMatchObject({
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
      { correlationId: 'c-2', showsSchema: true, log },
    )
    expect(JSON.stringify(errors)).not.toMatch(/secret|person_key/)
    expect(errors?.[0]?.toJSON()).toMatchObject({ path: ['viewer'], extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: 'c-2' } })
    expect(lines.join('')).toContain('c-2')
  })

  test.each([
    [true, 'Cannot query field "titel" on type "Report". Did you mean "title"?'],
    [false, 'Cannot query field "titel" on type "Report".'],
  ])('suggests names of the schema only to those who may ask for it: %s', (showsSchema, message) => {
    const { log } = readableLog()
    const error = new GraphQLError('Cannot query field "titel" on type "Report". Did you mean "title"?')
    expect(nameErrors({ errors: [error] }, { correlationId: 'c-4', showsSchema, log }).errors?.[0]?.message).toBe(message)
  })

  test('without errors it stays what it is', () => {
    const answer: { data: object; errors?: readonly GraphQLError[] } = { data: { ok: true } }
    expect(nameErrors(answer, { correlationId: 'c-3', showsSchema: true, log: readableLog().log })).toBe(answer)
  })
})

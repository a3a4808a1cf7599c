import { expect, it } from 'vitest'
import { reasonIn } from './reason-in.ts'

const log = (...lines: string[]) => lines.map((line) => `2026-01-05 10:00:00.000 UTC [77] ${line}`).join('\n')
const ending = ['LOG:  terminating any other active server processes', 'LOG:  shutting down', 'LOG:  database system is shut down']

it('given a log that ends with the consequences of an error, then the error comes first', () =>
  expect(reasonIn(log('FATAL:  could not write: No space left on device', 'LOG:  startup process exited', ...ending))).toBe(
    ['FATAL:  could not write: No space left on device', ...ending].join('; '),
  ))

it('given an error from before it was last ready, or one that only clients saw, then that is no reason', () => {
  expect(reasonIn(log('PANIC:  old', 'LOG:  database system is ready to accept connections', ...ending))).toBe(ending.join('; '))
  expect(reasonIn(log('FATAL:  the database system is in recovery mode', ...ending))).toBe(ending.join('; '))
  expect(reasonIn(log('LOG:  database system is ready to accept connections'))).toBe('')
})

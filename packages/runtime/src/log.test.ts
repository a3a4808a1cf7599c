import { expect, it } from 'vitest'
import { createLog } from './log.ts'

it('given fields that hold secrets, when logged, then they are blanked and the rest stays', () => {
  const lines: string[] = []
  const log = createLog('server', 'info', { write: (line) => lines.push(line) })
  log.info({ databaseUrl: 'postgres://u:hunter2@db', request: { authorization: 'Bearer hunter2', path: '/graphql' } }, 'asked')
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('hunter2')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name: 'server', msg: 'asked', request: { path: '/graphql' } })
})

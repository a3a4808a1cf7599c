import { expect, it } from 'vitest'
import { stopInOrder } from './shutdown.ts'

it('given a part that fails and one that hangs, when stopped, then the others still stop, in order', async () => {
  const stopped: string[] = []
  const problems: string[] = []
  const part = (name: string, stop: () => Promise<void>) => ({ name, stop, timeoutMs: 30 })
  await stopInOrder(
    [
      part('pages', async () => void stopped.push('pages')),
      part('projector', () => Promise.reject(new Error('broken'))),
      part('event node', () => new Promise(() => {})),
      part('database', async () => void stopped.push('database')),
    ],
    (problem) => problems.push(problem),
  )
  expect(stopped).toEqual(['pages', 'database'])
  expect(problems).toEqual([
    'projector did not stop cleanly: broken',
    'event node did not stop cleanly: stopping event node took longer than 0.03 s',
  ])
})

import { expect, it } from 'vitest'
import { createHealth } from './health.ts'

it('given checks that fail or throw, when asked, then it is not ready, says what is missing, and hides the reason of a throw', async () => {
  let sampleIsLoaded = false
  let databaseIsUp = false
  const health = createHealth({
    version: '1.2.3',
    checks: {
      sample: async () => (sampleIsLoaded ? undefined : 'the sample register is being loaded'),
      database: () => (databaseIsUp ? Promise.resolve(undefined) : Promise.reject(new Error('postgres://u:hunter2@db'))),
    },
  })
  expect(await health.startup()).toMatchObject({ status: 503 })
  expect(await health.ready()).toEqual({
    status: 503,
    body: { status: 'not ready', missing: { sample: 'the sample register is being loaded', database: 'database cannot be reached' } },
  })
  sampleIsLoaded = databaseIsUp = true
  expect(await health.ready()).toMatchObject({ status: 200 })
  databaseIsUp = false
  expect(await health.ready()).toMatchObject({ status: 503 })
  expect(await health.startup()).toMatchObject({ status: 200 })
  expect(health.live()).toMatchObject({ status: 200 })
})

it('given what only a new start would mend, when asked, then it is not live and says why', () => {
  let problem: string | undefined
  const health = createHealth({ version: '1.2.3', checks: {}, deadlock: () => problem })
  expect(health.live()).toMatchObject({ status: 200 })
  problem = 'all database connections have been taken for 60 s'
  expect(health.live()).toEqual({ status: 503, body: { status: 'not live', problem } })
})

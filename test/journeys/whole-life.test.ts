import { allReadModels } from '@outstanding/read-models'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oneQuery } from './kit/contract.ts'
import type { One } from './kit/contract.ts'
import { startJourney } from './kit/product-or-url.ts'
import type { Journey } from './kit/product-or-url.ts'
import { historyOf, liveOneLife } from './kit/whole-life.ts'
import type { Life } from './kit/whole-life.ts'

let journey: Journey
let life: Life

beforeAll(async () => {
  journey = await startJourney()
  life = await liveOneLife(journey.officer)
}, 180_000)
afterAll(() => journey.stop(), 60_000)

const asked = async (times: object = {}) =>
  (await journey.officer.read<One>(oneQuery, { id: life.recommendation, ...times })).recommendation

describe('one recommendation, from its issue to its conclusion and its reopening, over HTTP only', () => {
  test('has its whole history, both times on every entry', async () => {
    const nodes = await historyOf(journey.officer, life.recommendation)
    expect(nodes.map(({ type }) => type)).toEqual(life.types)
    for (const { effectiveOn, recordedAt, logPosition, actor } of nodes) {
      expect(effectiveOn).toMatch(/^2026-\d\d-\d\d$/)
      expect(Date.now() - Date.parse(recordedAt)).toBeLessThan(600_000)
      expect(logPosition).toMatch(/^\d+$/)
      expect(actor).toMatchObject({ role: 'OFFICER', name: expect.stringMatching(/./) })
    }
    const recorded = nodes.map(({ recordedAt }) => recordedAt)
    expect(recorded).toEqual(recorded.toSorted())
    expect(new Set(nodes.map(({ logPosition }) => logPosition)).size).toBe(nodes.length)
  })

  test('happened as the committee and the member said, each in their own voice', async () => {
    expect(await asked({ asAt: '2026-04-22' })).toMatchObject({
      position: { assessment: { proposed: '3', agreed: '5' }, tracking: 'OPEN', schedule: { state: 'DUE_SOON', daysUntilDue: 39 } },
    })
    expect(await asked({ asAt: '2026-06-17' })).toMatchObject({
      position: { assessment: { proposed: '2', agreed: '2' }, tracking: 'CONCLUDED', schedule: { state: 'MET_LATE' } },
    })
  })

  test('was concluded as known then, and is open again as known now', async () => {
    expect((await asked({ asKnownAt: life.concludedAt }))?.position.tracking).toBe('CONCLUDED')
    expect((await asked())?.position.tracking).toBe('OPEN')
  })

  test('never lost its original date, though a later one was approved', async () => {
    expect(await asked()).toMatchObject({ originalCompletionDate: '2026-04-06', revisedCompletionDate: '2026-12-31' })
  })

  test('is on the public register, without anybody’s name', async () => {
    const { recommendation } = await journey.anybody.read<One>(oneQuery, { id: life.recommendation })
    expect(recommendation?.history.edges.map(({ node }) => node.type)).toEqual(life.types)
    expect(recommendation?.history.edges.every(({ node }) => node.actor.name === null)).toBe(true)
  })
})

test('the product says that it is ready', async () => {
  const ready = await fetch(`${journey.url}/health/ready`)
  expect(ready.status).toBe(200)
  const versions = Object.fromEntries(allReadModels.map(({ name, version }) => [name, version]))
  expect(await ready.json()).toMatchObject({ status: 'ready', readModels: versions })
  expect((await fetch(`${journey.url}/health/live`)).status).toBe(200)
})

import type { EventStore } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import { issueToken } from '@outstanding/identity'
import type { ReadModels } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import { openReadModels } from '@outstanding/projection'
import { tokenKeysOf } from '@outstanding/standalone'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../support/product.ts'
import { type Accepted, clerk } from './given-clerk.ts'
import { newStream, record } from './given-facts.ts'
import { type Parts, startParts } from './given-parts.ts'

const patience = 90_000

let parts: Parts
let store: EventStore
let models: ReadModels
let token: string

beforeAll(async () => {
  parts = await startParts()
  store = connectEventStore(parts.eventStoreUrl)
  models = openReadModels({ databaseUrl: parts.databaseUrl, models: allReadModels, maxConnections: 2 })
  token = await issueToken(await tokenKeysOf(parts.dataDir), { role: 'officer', name: 'Ann Example' })
}, 180_000)
afterAll(async () => {
  await models.close()
  await store.close()
  await parts.stop()
})

const outstanding = (...args: string[]) =>
  runCommand(args, {
    DATABASE_URL: parts.databaseUrl,
    EVENTSTORE_URL: parts.eventStoreUrl,
    OUTSTANDING_DATA_DIR: parts.dataDir,
    OUTSTANDING_PORT: '0',
  })

/** Registers reports until so many are accepted. */
async function registered(count: number): Promise<readonly Accepted[]> {
  const accepted: Accepted[] = []
  const ending = new AbortController()
  const working = clerk(parts.url, token, accepted, ending.signal)
  await expect.poll(() => accepted.length, { timeout: patience }).toBeGreaterThanOrEqual(count)
  ending.abort()
  await working
  return accepted
}

const readiness = async (): Promise<string> =>
  fetch(`${parts.url}/health/ready`).then(
    (answer) => answer.text(),
    () => '',
  )

async function swapLog(from: string, to: string): Promise<void> {
  await parts.kept['event node'].without(async () => {
    await parts.postgres.rename('log', to)
    await parts.postgres.rename(from, 'log')
  })
  const isBack = () =>
    store.head().then(
      () => true,
      () => false,
    )
  await expect.poll(isBack, { timeout: patience }).toBe(true)
}

describe('a log that is set back to an older copy under a running product', { timeout: 300_000 }, () => {
  it('halts the projector before it writes; readiness, pages, commands, checkpoints and the status say so; the right log ends it', async () => {
    await registered(3)
    await parts.kept['event node'].without(async () => void (await parts.postgres.create('older', 'log')))
    await registered(3)
    const before = await models.status()
    await swapLog('older', 'newer')

    await expect.poll(readiness, { timeout: patience }).toContain('the log is a different one')
    expect(await (await fetch(`${parts.url}/`)).text()).toContain('This register does not match its log')
    const checkpoint = await outstanding('checkpoint')
    expect(checkpoint).toMatchObject({ code: 1, stderr: expect.stringContaining('restored to an earlier state') as string })
    const status = await outstanding('status')
    expect(status).toMatchObject({ code: 3, stdout: expect.stringContaining('infra/recovery.md') as string })
    const refused: Accepted[] = []
    await clerk(parts.url, token, refused, AbortSignal.timeout(1_500))
    expect(refused).toEqual([])
    expect(await models.status()).toMatchObject({ events: before?.events, position: before?.position, halted: { kind: 'LOG' } })

    await swapLog('newer', 'older')
    await expect.poll(readiness, { timeout: patience }).toContain('"status":"ready"')
    expect((await registered(1)).every(({ projected }) => projected)).toBe(true)
  })

  it('a command that is taken before that is noticed is not said to be shown, although the read models are beyond its place', async () => {
    await parts.kept['event node'].without(async () => void (await parts.postgres.create('older_yet', 'log')))
    await registered(8)
    const before = await models.status()
    await parts.kept.projector.without(async () => {
      await swapLog('older_yet', 'newest')
      const answers = await registered(1)
      expect(answers).not.toEqual([])
      for (const { logPosition, projected } of answers) {
        expect(BigInt(logPosition)).toBeLessThanOrEqual(BigInt(before?.position ?? -1))
        expect(projected).toBe(false)
      }
      await swapLog('newest', 'written_on')
    })
    await expect.poll(readiness, { timeout: patience }).toContain('"status":"ready"')
  })

  it('is noticed, too, where it was written on beyond the place that had been reached', async () => {
    await parts.kept['event node'].without(async () => void (await parts.postgres.create('older_still', 'log')))
    await registered(2)
    const before = await models.status()
    await parts.kept.projector.without(async () => {
      await swapLog('older_still', 'newer_still')
      for (let written = 0; written < 8; written += 1) await record(store, newStream())
    })
    await expect.poll(async () => (await models.status())?.halted, { timeout: patience }).toMatchObject({ kind: 'LOG' })
    expect(await models.status()).toMatchObject({ events: before?.events, position: before?.position })
  })
})

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EventStore } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import { issueToken } from '@outstanding/identity'
import { rebuildReadModels } from '@outstanding/projector'
import type { ReadModels } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import { openReadModels } from '@outstanding/projection'
import { tokenKeysOf } from '@outstanding/standalone'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../support/product.ts'
import { type Accepted, clerk } from './given-clerk.ts'
import { type Parts, startParts } from './given-parts.ts'

const isLong = Boolean(process.env['OUTSTANDING_LONG'])
const cycles = Number(process.env['OUTSTANDING_KILL_CYCLES'] ?? (isLong ? 200 : 5))
const patience = 120_000
/** Each part once, then the commonest again. */
const victims = ['single backend', 'projector', 'server', 'event node', 'postmaster', 'single backend', 'single backend'] as const

let parts: Parts
let store: EventStore
let models: ReadModels

beforeAll(async () => {
  parts = await startParts()
  store = connectEventStore(parts.eventStoreUrl)
  models = openReadModels({ databaseUrl: parts.databaseUrl, models: allReadModels, maxConnections: 2 })
}, patience)
afterAll(async () => {
  await models.close()
  await store.close()
  await parts.stop()
})

async function kill(victim: (typeof victims)[number]): Promise<void> {
  if (victim === 'postmaster') return parts.postgres.killAndRestart()
  if (victim !== 'single backend') return parts.kept[victim].kill()
  await parts.postgres.killOneBackend((candidates) => Math.floor(Math.random() * candidates))
}

/** How many events of the log each command has. */
async function eventsByCommand(): Promise<ReadonlyMap<string, number>> {
  const counted = new Map<string, number>()
  for (let after: string | undefined, more = true; more;) {
    const page = await store.readAll({ after, maxCount: 1_000 })
    for (const { metadata } of page.events) {
      const { commandId } = metadata as { commandId: string }
      counted.set(commandId, (counted.get(commandId) ?? 0) + 1)
    }
    after = page.next ?? undefined
    more = page.next !== null
  }
  return counted
}

const outstanding = (...args: string[]) =>
  runCommand(args, {
    DATABASE_URL: parts.databaseUrl,
    EVENTSTORE_URL: parts.eventStoreUrl,
    OUTSTANDING_DATA_DIR: parts.dataDir,
    OUTSTANDING_PORT: '0',
  })

async function checkpointTo(name: string): Promise<string> {
  const file = join(parts.dataDir, name)
  expect(await outstanding('checkpoint', '--out', file)).toMatchObject({ code: 0 })
  return file
}

function printed(tookMs: ReadonlyMap<string, number[]>): string {
  const lines = [...tookMs].map(([victim, all]) => {
    const sorted = all.toSorted((a, b) => a - b).map(Math.round)
    return `${victim}: ${sorted.length} kills, ms to the next entry recorded and shown: median ${sorted[sorted.length >> 1]}, longest ${sorted.at(-1)}`
  })
  return `${lines.join('\n')}\n`
}

describe(`${cycles} times one part of the product is killed while three people work`, { timeout: isLong ? 7_200_000 : 300_000 }, () => {
  it('loses and doubles nothing that was accepted, shows what a rebuild shows, and continues every checkpoint from before', async () => {
    const token = await issueToken(await tokenKeysOf(parts.dataDir), { role: 'officer', name: 'Ann Example' })
    const accepted: Accepted[] = []
    const ending = new AbortController()
    const working = Array.from({ length: 3 }, () => clerk(parts.url, token, accepted, ending.signal))
    await expect.poll(() => accepted.length, { timeout: patience }).toBeGreaterThan(2)
    const checkpoints = [await checkpointTo('checkpoint-0.txt')]
    const tookMs = new Map<string, number[]>()
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await sleep(100 + Math.random() * 500)
      const victim = victims[cycle % victims.length] ?? 'projector'
      const killed = performance.now()
      await kill(victim)
      // What was begun before the server noticed would say nothing of a recovery.
      const noticed = performance.now()
      const goesOn = () => accepted.some(({ begunAt, projected }) => projected && begunAt > noticed)
      await expect.poll(goesOn, { timeout: patience, interval: 20 }).toBe(true)
      tookMs.set(victim, [...(tookMs.get(victim) ?? []), performance.now() - killed])
      if (cycle % 50 === 25) checkpoints.push(await checkpointTo(`checkpoint-${cycle}.txt`))
    }
    ending.abort()
    await Promise.all(working)
    process.stdout.write(`${cycles} cycles, ${accepted.length} commands accepted\n${printed(tookMs)}`)

    const counted = await eventsByCommand()
    expect(accepted.filter(({ commandId }) => counted.get(commandId) !== 1)).toEqual([])
    const { databaseUrl, eventStoreUrl } = parts
    expect(await models.waitForPosition((await store.head()) ?? '0', patience)).toBe(true)
    expect(await rebuildReadModels({ databaseUrl, eventStoreUrl })).toMatchObject({ ok: true, compared: { differing: [] } })
    const bundle = join(parts.dataDir, 'bundle.jsonl')
    expect(await outstanding('export', '--out', bundle)).toMatchObject({ code: 0 })
    expect(await outstanding('verify', bundle, ...checkpoints.flatMap((file) => ['--previous', file]))).toMatchObject({ code: 0 })
  })
})

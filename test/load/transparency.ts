import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startPostgres } from '@outstanding/standalone/postgres'
import type { LeafEvent, NewLeaf } from '@outstanding/transparency-log'
import {
  bundleText,
  issueCheckpoint,
  leafHash,
  leafKeeper,
  loadOrCreateKeys,
  logKeyTypes,
  migrateTransparency,
  printKey,
  readHashes,
} from '@outstanding/transparency-log'
import pg from 'pg'
import { milliseconds, perSecond, print, quantile, seconds } from './figures.ts'

/**
 * `node test/load/transparency.ts [--events 1000000]`: how fast leaves are kept (many at once, and one at a time as live), what a
 * bundle costs to write and to verify, and with how much memory.
 */
const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000' } } })
const count = Number(values.events)
const atOnce = 500
const live = 300

const directory = await mkdtemp(join(tmpdir(), 'outstanding-bench-'))
const postgres = await startPostgres({ dataDir: join(directory, 'postgres') })
const client = new pg.Client({ connectionString: postgres.url('postgres') })
try {
  await client.connect()
  await migrateTransparency(client)
  await hashing()
  await keeping()
  await keepingLive()
  await bundling()
} finally {
  await client.end()
  await postgres.stop()
  await rm(directory, { recursive: true, force: true })
}

/** As large as a progress update usually is; a stream has twenty events. */
function event(index: number): LeafEvent {
  const id = `5f0c7b1e-9d1c-4b58-8a0e-${String(index).padStart(12, '0')}`
  return {
    stream: `recommendation-birmingham.${Math.floor(index / 20)}`,
    revision: index % 20,
    eventId: id,
    type: 'ProgressUpdated',
    created: new Date(1_763_800_000_000 + index).toISOString(),
    data: { asPrinted: null, claimsComplete: false, progress: `Homes were visited in the period, and the findings recorded (${index}).` },
    metadata: {
      actor: { id: 'person-5f0c7b1e', onBehalfOf: { id: 'office-birmingham.2', kind: 'office' }, role: 'officer' },
      authority: 'birmingham',
      causationId: id,
      commandId: id,
      correlationId: id,
      effectiveOn: '2026-10-01',
      index: 0,
      requestDigest: 'a3f1'.repeat(16),
      schemaVersion: 1,
    },
  }
}

function batch(start: number, length: number): (LeafEvent & NewLeaf)[] {
  return Array.from({ length: Math.min(length, count - start) }, (_, n) => {
    const of = event(start + n)
    return { ...of, hash: leafHash(of), position: String((start + n) * 700), recordedAt: of.created }
  })
}

async function hashing(): Promise<void> {
  const sample = Array.from({ length: 20_000 }, (_, n) => event(n))
  const began = performance.now()
  for (const of of sample) leafHash(of)
  print('leaves hashed', perSecond(sample.length, performance.now() - began))
}

async function keeping(): Promise<void> {
  const keeper = leafKeeper()
  let spent = 0
  const bulk = count - live
  for (let start = 0; start < bulk; start += atOnce) {
    const leaves = batch(start, Math.min(atOnce, bulk - start))
    const began = performance.now()
    await client.query('begin')
    await keeper.keep(client, start, leaves)
    await client.query('commit')
    spent += performance.now() - began
  }
  print(`leaves kept, ${atOnce} a transaction`, perSecond(bulk, spent))
}

async function keepingLive(): Promise<void> {
  const keeper = leafKeeper()
  const took: number[] = []
  for (let index = count - live; index < count; index += 1) {
    const leaves = batch(index, 1)
    await client.query('begin')
    await client.query('set local synchronous_commit = off')
    const began = performance.now()
    await keeper.keep(client, index, leaves)
    took.push(performance.now() - began)
    await client.query('commit')
  }
  print('one leaf within a transaction, median and 99 %', `${milliseconds(quantile(took, 0.5))}, ${milliseconds(quantile(took, 0.99))}`)
}

async function bundling(): Promise<void> {
  const keys = await loadOrCreateKeys(join(directory, 'keys.json'), logKeyTypes, 'bench.example/outstanding')
  const made = await issueCheckpoint(client, keys)
  if (!made.ok || made.checkpoint === null) throw new Error('no checkpoint')
  const file = join(directory, 'bundle.jsonl')
  const began = performance.now()
  const text = bundleText({
    header: {
      kind: 'header',
      format: 'outstanding-bundle',
      version: 1,
      origin: keys.origin,
      events: count,
      until: null,
      readModel: null,
      exportedAt: new Date().toISOString(),
      software: 'bench',
    },
    keys: keys.signers.map(printKey),
    checkpoints: [made.checkpoint],
    consistency: [],
    inclusion: [],
    leaves: (start, length) => readHashes(client, { level: 0, index: start }, length),
    events: allEvents(),
  })
  await pipeline(Readable.from(text), createWriteStream(file))
  print(`bundle of ${count} events written (${((await stat(file)).size / 1e6).toFixed(0)} MB)`, seconds(performance.now() - began))
  await verifying(file)
}

async function* allEvents(): AsyncGenerator<readonly LeafEvent[]> {
  for (let start = 0; start < count; start += atOnce)
    yield Array.from({ length: Math.min(atOnce, count - start) }, (_, n) => event(start + n))
}

/** In a process of its own, which tells what it used. */
async function verifying(file: string): Promise<void> {
  const main = fileURLToPath(new URL('../../packages/transparency-log/src/main.ts', import.meta.url))
  const report = `process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())))`
  const preload = `data:text/javascript,${encodeURIComponent(report)}`
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', preload, main, file], { stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  const { maxRSS, userCPUTime } = JSON.parse(output.slice(output.indexOf('{'))) as { maxRSS: number; userCPUTime: number }
  print(`bundle verified (exit code ${code})`, `${seconds(performance.now() - began)}, of the processor ${seconds(userCPUTime / 1_000)}`)
  print('most memory of the verifier', `${(maxRSS / 1_024).toFixed(0)} MB`)
}

import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWeb } from '@outstanding/web'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { liveOneLife } from './kit/whole-life.ts'
import type { Life } from './kit/whole-life.ts'

/** Marks that begin and never end, and ends of what never began. */
const hostile = ' \u2069\u202C3\u202E\u2066\u202B('

let running: RunningApi
let life: Life
let pages: Awaited<ReturnType<typeof createWeb>>
let server: Server
let site: string
let cacheDir: string

beforeAll(async () => {
  running = await startApi()
  const officer = createClient(inProcess(running.api.fetch), await running.tokenOf('officer'))
  life = await liveOneLife(marking(officer))
  cacheDir = await mkdtemp(join(tmpdir(), 'direction-'))
  const anybody = createClient(inProcess(running.api.fetch))
  pages = await createWeb({ graphql: ({ query, variables }) => anybody.ask(query, variables), cacheDir })
  server = createServer(express().use(pages.router)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}, 240_000)
afterAll(async () => {
  server?.close()
  await pages?.close()
  await running.stop()
  await rm(cacheDir, { recursive: true, force: true })
})

/** Every text that people write: of an input all but ids, days and codes. */
const written: ReadonlySet<string> = new Set(
  [
    'title text publisher framework authorityName addressee publishedAsPrinted summary name words reason reasons description explanation theme by found',
    'lead location reportedTo minuteReference asPrinted document',
  ].flatMap((names) => names.split(' ')),
)

/** An officer who ends every text with marks. */
function marking(client: Client): Client {
  const marked = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return written.has(key) && !/^[A-Z_]+$/.test(value) ? value + hostile : value
    if (Array.isArray(value)) return value.map((item) => marked(item, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, marked(item, name)]))
  }
  return { ...client, done: (mutation, input) => client.done(mutation, marked(input) as object) }
}

const search = encodeURIComponent(`care${hostile}`)
test.each([
  ['/', () => '/?tracking=ALL'],
  ['/ with words that are searched for', () => `/?search=${search}`],
  ['the recommendation', () => `/recommendations/${life.recommendation}`],
  ['the recommendation in the past', () => `/recommendations/${life.recommendation}?asAt=1/5/2026`],
  ['its changes', () => `/recommendations/${life.recommendation}/changes?from=1/2/2026&to=1/7/2026`],
  ['changes of the list', () => '/changes?from=1/2/2026&to=1/7/2026'],
  ['the reports', () => '/reports'],
  ['the report', () => `/reports/${life.report}`],
])('in %s no text turns round what follows it', async (_page, path) => {
  const html = await (await fetch(`${site}${path()}`)).text()
  expect(html).toContain('\u202E')
  expect(textsOf(html).filter((text) => runsOver(text))).toEqual([])
})

/** What stands between tags, and what is read aloud or shown of attributes: each on its own. */
function textsOf(html: string): string[] {
  const attributes = [...html.matchAll(/\s(?:aria-label|title|alt|placeholder|content)="([^"]*)"/g)].map(([, value]) => value ?? '')
  return [...html.replaceAll(/<[^>]*>/g, '\u0000').split('\u0000'), ...attributes]
}

/** Whatever is said after a text that people wrote, in the same sentence or not. */
const goesOn = /\u202B\((?!\u202C)/

/** A mark that turns letters round stands outside an isolate or is not ended with its text, or an isolate has no end. */
function runsOver(text: string): boolean {
  if (goesOn.test(text)) return true
  let depth = 0
  for (const letter of text) {
    if (depth === 0 && /[\u202A-\u202E\u2069]/.test(letter)) return true
    if (/[\u2066-\u2068]/.test(letter)) depth += 1
    if (letter === '\u2069') depth -= 1
  }
  return depth !== 0
}

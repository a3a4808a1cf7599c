import { randomUUID } from 'node:crypto'
import type { Api } from '@outstanding/api'
import type { EventStore } from '@outstanding/event-store'
import { detailsOf } from '@outstanding/identity'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'

let running: RunningApi
let officer: Client
let token: string

beforeAll(async () => {
  running = await startApi({ maxListeners: 3 })
  token = await running.tokenOf('officer')
  officer = createClient(inProcess(running.api.fetch), token)
})
afterAll(() => running.stop())

type FeedEntry = {
  readonly logPosition: string
  readonly type: string
  readonly stream: string
  readonly node: { readonly id: string } | null
}

const query = 'subscription ($after: LogPosition) { changes(after: $after) { logPosition type stream node { id } } }'

/** Takes so many entries of the event feed over server-sent events and goes away. */
async function takeFeed(count: number, after: string | null, headers: object = {}, api: Api = running.api): Promise<FeedEntry[]> {
  const leaving = new AbortController()
  const response = await api.fetch(
    new Request('http://outstanding.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query, variables: { after } }),
      signal: leaving.signal,
    }),
  )
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const taken: FeedEntry[] = []
  let text = ''
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  while (taken.length < count) {
    const { value, done } = await reader.read()
    if (done) throw new Error(`ended after ${taken.length}  entries: ${text}`)
    text += new TextDecoder().decode(value)
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data && /^event: next$/m.test(block)) taken.push(feedEntryIn(data))
    }
  }
  await reader.cancel()
  return taken
}

function feedEntryIn(text: string): FeedEntry {
  const answer = JSON.parse(text) as { data?: { changes: FeedEntry } | null; errors?: unknown }
  if (!answer.data) throw new Error(JSON.stringify(answer.errors))
  return answer.data.changes
}

test('the event feed sends entries in log order, readable when they arrive, and resumes after any of them', async () => {
  const { id: report, logPosition } = await officer.done('registerReport', aReport())
  const listening = takeFeed(2, logPosition, { authorization: `Bearer ${token}` })
  const { id: recommendation } = await officer.done('issueRecommendation', aRecommendation(report))
  await officer.done('publishReport', { report, effectiveOn: '2026-01-06' })
  const heard = await listening
  expect(heard.map(({ type, stream }) => [type, stream])).toEqual([
    ['RecommendationIssued', recommendation],
    ['ReportPublished', report],
  ])
  expect(heard.map(({ node }) => node?.id)).toEqual([recommendation, report])
  const again = await takeFeed(1, heard[0]?.logPosition ?? null, { authorization: `Bearer ${token}` })
  expect(again).toEqual([heard[1]])
})

test('the public hears of what is published, and of no person', async () => {
  const { id: draft } = await officer.done('registerReport', aReport({ title: 'Draft' }))
  const heard = await takeFeed(3, '0')
  expect(heard.map(({ type }) => type)).toEqual(['ReportRegistered', 'RecommendationIssued', 'ReportPublished'])
  expect(heard.some(({ stream }) => stream === draft)).toBe(false)
})

test('who listened and left gives the place back: of three places, ten come and go, and a fourth at once is refused', async () => {
  for (let time = 0; time < 10; time += 1) await vi.waitFor(() => takeFeed(1, '0'), { timeout: 5_000 })
  const readers = (await Promise.all([1, 2, 3].map(() => listen()))).map((response) =>
    (response.body as ReadableStream<Uint8Array>).getReader(),
  )
  await Promise.all(readers.map((reader) => reader.read()))
  expect(await (await listen()).text()).toContain('TOO_MANY_LISTENERS')
  await Promise.all(readers.map((reader) => reader.cancel()))
  // A reader of the log at this moment leaves after reading it.
  await vi.waitFor(async () => expect(await takeFeed(1, '0')).toHaveLength(1), { timeout: 5_000 })
})

const listen = () =>
  running.api.fetch(
    new Request('http://outstanding.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query, variables: { after: '0' } }),
    }),
  )

test('who goes away after the first entry of a long log has not had all of it read', async () => {
  const others = Array.from({ length: 60 }, () => ({ eventId: randomUUID(), type: 'OfAnotherProgram', data: {}, metadata: {} }))
  await running.store.append(`other-${randomUUID()}`, 'NO_STREAM', others)
  const read: number[] = []
  const store: EventStore = {
    ...running.store,
    readAll: async (asked) => {
      const page = await running.store.readAll(asked)
      read.push(page.events.length)
      return page
    },
  }
  const counted = await running.beside({ store })
  try {
    expect(await takeFeed(1, '0', {}, counted)).toHaveLength(1)
    expect([read.length, read[0]]).toEqual([1, 50])
  } finally {
    await counted.close()
  }
})

test('the event feed is available by GET, as EventSource in a page requests it', async () => {
  const parameters = new URLSearchParams({ query, variables: JSON.stringify({ after: '0' }) })
  const response = await running.api.fetch(
    new Request(`http://outstanding.test/graphql?${parameters.toString()}`, { headers: { accept: 'text/event-stream' } }),
  )
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  await reader.cancel()
})

/** What a listener hears until its stream ends. */
async function heardUntilEnd(bearer: string, after: string): Promise<{ readonly first: Promise<void>; readonly whole: Promise<string> }> {
  const response = await running.api.fetch(
    new Request('http://outstanding.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${bearer}` },
      body: JSON.stringify({ query, variables: { after } }),
    }),
  )
  const first = Promise.withResolvers<void>()
  const read = async (): Promise<string> => {
    let text = ''
    for await (const part of response.body as ReadableStream<Uint8Array>) {
      text += new TextDecoder().decode(part)
      if (text.includes('event: next')) first.resolve()
    }
    return text
  }
  return { first: first.promise, whole: read() }
}

test('a token that is revoked hears of nothing that is recorded afterwards, and its stream ends', async () => {
  const listener = await running.tokenOf('officer', 'Listens until revoked')
  await officer.done('registerReport', aReport({ title: 'Before' }))
  const heard = await heardUntilEnd(listener, '0')
  await heard.first
  await running.query('insert into keys.revoked_token (token_id) values ($1)', [detailsOf(listener).id])
  const { id: later } = await officer.done('registerReport', aReport({ title: 'After' }))
  const whole = await heard.whole
  expect(whole).toContain('event: complete')
  expect(whole).not.toContain(later)
}, 90_000)

test('a stream on which nothing happens ends some time after its token has expired', async () => {
  const twoSeconds = 2 / 86_400
  const listener = await running.tokenOf('officer', 'Listens until expired', twoSeconds)
  // The first use of a token registers its person: with that heard, all is quiet.
  const heard = await heardUntilEnd(listener, '0')
  await heard.first
  expect(await heard.whole).toContain('event: complete')
}, 90_000)

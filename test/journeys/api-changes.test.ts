import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'

let running: RunningApi
let officer: Client
let token: string

beforeAll(async () => {
  running = await startApi()
  token = await running.tokenOf('officer')
  officer = createClient(inProcess(running.api.fetch), token)
})
afterAll(() => running.stop())

type News = { readonly position: string; readonly type: string; readonly stream: string; readonly node: { readonly id: string } | null }

const query = 'subscription ($after: Position) { changes(after: $after) { position type stream node { id } } }'

/** Takes so many news over server-sent events and goes away. */
async function news(count: number, after: string | null, headers: object = {}): Promise<News[]> {
  const leaving = new AbortController()
  const response = await running.api.fetch(
    new Request('http://outstanding.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query, variables: { after } }),
      signal: leaving.signal,
    }),
  )
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const taken: News[] = []
  let text = ''
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  while (taken.length < count) {
    const { value, done } = await reader.read()
    if (done) throw new Error(`ended after ${taken.length} news: ${text}`)
    text += new TextDecoder().decode(value)
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data && /^event: next$/m.test(block)) taken.push((JSON.parse(data) as { data: { changes: News } }).data.changes)
    }
  }
  await reader.cancel()
  return taken
}

test('news come in the order of the log, can be read when they come, and go on after any of them', async () => {
  const { id: report, position } = await officer.done('registerReport', aReport())
  const listening = news(2, position, { authorization: `Bearer ${token}` })
  const { id: recommendation } = await officer.done('issueRecommendation', aRecommendation(report))
  await officer.done('publishReport', { report, effectiveOn: '2026-01-06' })
  const heard = await listening
  expect(heard.map(({ type, stream }) => [type, stream])).toEqual([
    ['RecommendationIssued', recommendation],
    ['ReportPublished', report],
  ])
  expect(heard.map(({ node }) => node?.id)).toEqual([recommendation, report])
  const again = await news(1, heard[0]?.position ?? null, { authorization: `Bearer ${token}` })
  expect(again).toEqual([heard[1]])
})

test('the public hears of what is published, and of no person', async () => {
  const { id: draft } = await officer.done('registerReport', aReport({ title: 'Draft' }))
  const heard = await news(3, '0')
  expect(heard.map(({ type }) => type)).toEqual(['ReportRegistered', 'RecommendationIssued', 'ReportPublished'])
  expect(heard.some(({ stream }) => stream === draft)).toBe(false)
})

test('who listened and left holds nothing: many may come and go', async () => {
  for (let time = 0; time < 25; time += 1) await news(1, '0')
  expect(await officer.read('{ position { events } }')).toBeDefined()
})

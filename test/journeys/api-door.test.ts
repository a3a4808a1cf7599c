import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, overPort } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aReport } from './kit/examples.ts'
import { overAPort } from './kit/over-a-port.ts'
import type { OverAPort } from './kit/over-a-port.ts'

let running: RunningApi
let served: OverAPort
let officer: Client
let anybody: Client
let token: string

beforeAll(async () => {
  running = await startApi()
  served = await overAPort(running.api)
  token = await running.tokenOf('officer')
  officer = createClient(overPort(served.url), token)
  anybody = createClient(overPort(served.url))
  const { id: report } = await officer.done('registerReport', aReport())
  await officer.done('publishReport', { report, effectiveOn: '2026-01-05' })
})
afterAll(async () => {
  await served.close()
  await running.stop()
})

type Answer = { readonly status: number; readonly text: string; readonly nosniff: boolean }
const answerOf = async (sent: Promise<Response>): Promise<Answer> => {
  const response = await sent
  return { status: response.status, text: await response.text(), nosniff: response.headers.get('x-content-type-options') === 'nosniff' }
}
const post = (body: string | Buffer, type = 'application/json') =>
  answerOf(
    fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${token}` },
      body: body as BodyInit,
    }),
  )
const get = (path: string) => answerOf(fetch(`${served.url}${path}`))
const errorOf = (text: string) => (JSON.parse(text) as { errors: readonly { message: string; extensions: object }[] }).errors[0]

describe('what is no text is refused at the door', () => {
  test.each(['a\u0000b', 'half a pair \ud83d'])('%j in any field of a command, named', async (title) => {
    const query = 'mutation ($input: RegisterReportInput!) { registerReport(input: $input) { __typename } }'
    const input = { commandId: '0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a', ...aReport({ title }) }
    const { status, text } = await post(JSON.stringify({ query, variables: { input } }))
    expect([status, errorOf(text)]).toEqual([
      400,
      expect.objectContaining({
        message: expect.stringMatching(/^input\.title contains /),
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', rule: 'isText', field: 'title' }),
      }),
    ])
  })

  test.each([
    'report(id: "a\\u0000")',
    'recommendations(filter: { search: "\\u0000" })',
    'offices(authority: "\\u0000")',
    'recommendations(after: "\\u0000")',
  ])('NUL in a text of the document itself: %s', async (field) => {
    const { status, text } = await post(JSON.stringify({ query: `{ ${field} { __typename } }` }))
    expect([status, errorOf(text)?.extensions]).toEqual([400, expect.objectContaining({ code: 'BAD_USER_INPUT', rule: 'isText' })])
  })

  const windows1252 = Buffer.concat([
    Buffer.from('{"query":"{ recommendations(filter: { search: \\"caf'),
    Buffer.from([0xe9]),
    Buffer.from('\\" }) { totalCount } }"}'),
  ])
  test('a body that is not UTF-8, whatever it says of itself', async () => {
    for (const type of ['application/json', 'application/json; charset=utf-8', 'application/json; charset="UTF-8"']) {
      const { status, text } = await post(windows1252, type)
      expect([status, errorOf(text)?.message]).toEqual([400, 'The body is not valid UTF-8. Encode it as UTF-8 and send it again.'])
    }
    expect((await post(windows1252, 'application/json; charset=windows-1252')).status).toBe(415)
  })

  test.each([
    ['{"query":', /^The body is not valid JSON/],
    ['[1]', /^The body must be a JSON object/],
    ['null', /^The body must be a JSON object/],
    ['{"query":7}', /query/],
    ['{"query":"{ logBounds { events } }","variables":[1]}', /variables/],
    [`{"query":"{ logBounds { events } }","variables":{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}}`, /nested more than/],
    ['{"query":"{ logBounds { events } }","variables":{"a":1e999}}', /too large/],
  ])('%s', async (body, message) => {
    const { status, text } = await post(body)
    expect([status, errorOf(text)?.message]).toEqual([400, expect.stringMatching(message)])
  })

  test.each([
    '/graphql?query=%ff',
    '/graphql?query=%7BlogBounds%7Bevents%7D%7D&variables=%7B%22a%22%3A%22%ff%22%7D',
    '/graphql?variables=%7B',
  ])('an address that does not stand for UTF-8 or JSON: %s', async (path) =>
    expect(await get(path)).toMatchObject({ status: 400, nosniff: true, text: expect.stringMatching(/not valid/) }),
  )
})

describe('a document that takes too much to read', () => {
  test.each([
    ['long', `{ logBounds { events } } # ${'x'.repeat(20_000)}`, 'length'],
    ['deep in brackets', `{ logBounds(a: ${'['.repeat(2_300)}) { events } }`, 'nesting'],
    ['the same field again and again', `{ ${'logBounds { events } '.repeat(490)} }`, 'repetition'],
    [
      'many fragments',
      `{ ${Array.from({ length: 120 }, (_, n) => `...f${n}`).join(' ')} } ${Array.from({ length: 120 }, (_, n) => `fragment f${n} on Query { a${n}: __typename }`).join(' ')}`,
      'repetition',
    ],
  ])('%s is refused by POST and GET alike', async (_name, query, limit) => {
    const refused = { status: 400, text: expect.stringContaining(`"limit":"${limit}"`) }
    expect(await post(JSON.stringify({ query }))).toMatchObject(refused)
    if (query.length < 15_000) expect(await get(`/graphql?query=${encodeURIComponent(query)}`)).toMatchObject(refused)
  })
})

describe('times and places at the edge', () => {
  const known = (asKnownAt: string) =>
    anybody.ask('query ($at: String) { recommendations(asKnownAt: $at) { totalCount } }', { at: asKnownAt })
  test.each(['9999-12-31', '9999-12-30', '9999-12-31T23:59:59Z'])('as known at %s is as known now', async (at) =>
    expect((await known(at)).data).toEqual({ recommendations: { totalCount: 0 } }),
  )
  test.each(['0000-01-01T00:00:00Z', '2026-02-30T10:00:00Z', '2025-02-29T23:00:00Z', '2026-04-31T00:00:00Z', '2026-02-30', 'now', ''])(
    'as known at %j is refused',
    async (at) => expect((await known(at)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'asKnownAt' }),
  )
  test('any day of the calendar is a day of the log', async () => {
    const query = 'query ($filter: LogFilter) { log(filter: $filter) { totalCount } }'
    for (const day of ['0001-01-01', '9999-12-31'])
      expect(
        await officer.read(query, { filter: { recordedFrom: day, recordedTo: day, effectiveFrom: day, effectiveTo: day } }),
      ).toBeDefined()
  })

  const cursor = (...parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')
  const lists = [
    ['recommendations', 'recommendations REPORT ASC', [['x'], 'title', Array(4).fill('x'), 'id']],
    ['reports', 'reports', ['x', 'title', 'id']],
    ['offices', 'office by name', ['name', 'id']],
    ['log', 'log newest', ['7']],
    ['difference(from: { asAt: "2026-01-01" }', 'differences', [['x'], 'title', Array(4).fill('x'), 'id']],
  ] as const
  const others = [
    [],
    ['x'],
    ['x', 'y', 'z'],
    [['x'], 'id'],
    ['x', 'id'],
    [[], 'id'],
    [['x\u0000', 'y'], 'id'],
    [Array(6).fill('x'), 'id'],
    [['x'], 'title', ['x'], 'id'],
    [['x'], 'title\u0000', Array(4).fill('x'), 'x', 'id'],
    ['99999999999999999999'],
    [7, 8],
    [{}],
  ]
  test.each(lists)('a cursor of %s is of its own shape', async (field, name, keys) => {
    const ask = (after: string) =>
      officer.ask(`query ($after: String) { ${field.includes('(') ? `${field},` : `${field}(`} after: $after) { totalCount } }`, { after })
    expect((await ask(cursor(name, ...keys))).errors).toBeUndefined()
    const wrong = others.filter(
      (other) =>
        JSON.stringify(other.map((key) => [typeof key, [key].flat().length])) !==
        JSON.stringify(keys.map((key) => [typeof key, [key].flat().length])),
    )
    for (const other of [...wrong.map((parts) => cursor(name, ...parts)), cursor('people', ...keys), 'x', ''])
      expect((await ask(other)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' })
  })

  test.each([
    ['where no entry lies', '7', /^There is no entry at 7/],
    ['beyond the end of the log', '9223372036854775807', /^The log ends at /],
    ['that no log can have', '99999999999999999999', /is not a log position/],
  ])('an event feed that starts after %s is refused', async (_name, after, message) => {
    const response = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({
        query: 'subscription ($after: LogPosition) { changes(after: $after) { logPosition } }',
        variables: { after },
      }),
    })
    const data = /^data: (\{.*)$/m.exec(await response.text())?.[1] ?? '{}'
    expect(errorOf(data)).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } })
  })
})

describe('beside GraphQL', () => {
  test.each(['/.well-known/outstanding/%ff', '/health/%ff', '/graphql/%ff', '/.well-known/outstanding/%00'])(
    '%s shows nothing from inside',
    async (path) => {
      const { status, text, nosniff } = await get(path)
      expect([status >= 400 && status < 500, nosniff]).toEqual([true, true])
      expect(text).not.toMatch(/\bat\b.*[/\\]|node_modules|URIError/)
    },
  )
  test('every answer says that its kind is not to be guessed', async () => {
    for (const path of ['/health/live', '/version', '/.well-known/outstanding/keys', '/graphql?query={logBounds{events}}'])
      expect(await get(path)).toMatchObject({ nosniff: true })
  })
  test('bytes that are no HTTP are refused', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(served.url).port), '127.0.0.1', () =>
        socket.write('GET /graphql?query=\u00ff\u0000 HTTP/1.1\r\n\r\n'),
      )
      socket.on('data', (data) => resolve(data.toString()))
    })
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
  })
})

import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql'
import type { IntrospectionQuery } from 'graphql'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { recommendationFields } from './kit/contract.ts'
import { aReport } from './kit/examples.ts'

let running: RunningApi
let officer: Client
let anybody: Client

beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer'))
  anybody = createClient(send)
})
afterAll(() => running.stop())

const page = 'query ($n: Int) { recommendations(first: $n) { edges { node { history(first: $n) { edges { node { id } } } } } } }'
const refusalOf = async (client: Client, query: string, variables?: object) => (await client.ask(query, variables)).errors?.[0]?.extensions

describe('what is too large is refused before it runs', () => {
  test('a cost that only a variable makes too high', async () => {
    expect(await anybody.read(page, { n: 20 })).toBeDefined()
    expect(await refusalOf(anybody, page, { n: 100_000 })).toMatchObject({ code: 'QUERY_TOO_LARGE', limit: 'cost' })
    expect(await refusalOf(officer, page, { n: 100_000 })).toMatchObject({ code: 'QUERY_TOO_LARGE', limit: 'cost' })
    expect(await refusalOf(anybody, page.replaceAll('$n)', '100000)').replace('query ($n: Int)', 'query'))).toMatchObject({
      code: 'QUERY_TOO_LARGE',
      limit: 'cost',
    })
  })

  test('a variable’s default counts as well', async () => {
    expect(await refusalOf(anybody, page.replace('$n: Int', '$n: Int = 100000'))).toMatchObject({ code: 'QUERY_TOO_LARGE', limit: 'cost' })
  })

  test('the limit is lower without a token', async () => {
    const heavy =
      'query ($n: Int) { recommendations(first: $n) { edges { node { history(first: $n) { edges { node { id type words effectiveOn recordedAt logPosition revision stream correlationId commandId policyVersion illustrative corrects reason void } } } } } } }'
    expect(await refusalOf(anybody, heavy, { n: 100 })).toMatchObject({ code: 'QUERY_TOO_LARGE', limit: 'cost', max: 120_000 })
    expect(await officer.read(heavy, { n: 100 })).toBeDefined()
  })

  test('every field that is promised, a hundred items and their histories, is not too much for anybody', async () => {
    expect(
      await anybody.read(
        `{ recommendations(first: 100) { totalCount edges { cursor node { ${recommendationFields} } } pageInfo { hasNextPage endCursor } } }`,
      ),
    ).toBeDefined()
  })

  test('depth', async () => {
    const deep = (levels: number): string => (levels === 0 ? 'id' : `children { ${deep(levels - 1)} }`)
    expect(await refusalOf(anybody, `{ recommendation(id: "x") { ${deep(14)} } }`)).toMatchObject({ limit: 'depth' })
  })

  test('aliases', async () => {
    const many = Array.from({ length: 65 }, (_, index) => `a${index}: logBounds { events }`).join(' ')
    expect(await refusalOf(officer, `{ ${many} }`)).toMatchObject({ limit: 'aliases', asked: 65 })
  })

  test('breadth, through fragments that multiply', async () => {
    const fragments = Array.from({ length: 9 }, (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`).join(' ')
    const query = `{ ...f0 } ${fragments} fragment f9 on Query { logBounds { events } }`
    expect(await refusalOf(officer, query)).toMatchObject({ limit: 'breadth', asked: 1024 })
  })

  test('words', async () => {
    const { errors } = await officer.ask(`{ ${'a '.repeat(3_000)} }`)
    expect(errors?.[0]?.message).toMatch(/token/i)
  })

  test('a body of more than a megabyte', async () => {
    const request = new Request('http://outstanding.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ logBounds { events } } # ${'x'.repeat(1_100_000)}` }),
    })
    expect((await running.api.fetch(request)).status).toBe(413)
  })
})

describe('what may be asked at all', () => {
  test('anybody may ask for the whole schema, as tools do, but not twice at once', async () => {
    const whole = getIntrospectionQuery()
    const { __schema } = await anybody.read<IntrospectionQuery>(whole)
    expect(printSchema(buildClientSchema({ __schema }))).toContain('type Recommendation implements')
    const twice = whole.replace('query IntrospectionQuery {', 'query IntrospectionQuery { again: __schema { types { ...FullType } }')
    expect(await refusalOf(anybody, twice)).toMatchObject({ limit: 'introspection' })
    expect(await refusalOf(officer, twice)).toMatchObject({ limit: 'introspection' })
  })

  test('a misspelt name is answered with the nearest names', async () => {
    const { errors } = await anybody.ask('{ recomendations { totalCount } }')
    expect(errors?.[0]?.message).toContain('Did you mean "recommendations"')
  })

  const send = (init: RequestInit, path = '/graphql') => running.api.fetch(new Request(`http://outstanding.test${path}`, init))
  const body = JSON.stringify({ query: '{ logBounds { events } }' })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'a POST of %j, which a page elsewhere could send, is not read',
    async (type) => expect((await send({ method: 'POST', headers: type ? { 'content-type': type } : {}, body })).status).toBe(415),
  )

  test('a cookie is nobody’s token', async () => {
    const token = await running.tokenOf('officer')
    const response = await send({
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `token=${token}; authorization=Bearer ${token}` },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
    })
    expect(await response.json()).toEqual({ data: { viewer: null } })
  })

  test.each(['Bearer x.y.z', 'Basic abc', 'Bearer '])(
    'a token that is none (%j) is refused, not taken for nobody',
    async (authorization) => {
      const response = await send({ method: 'POST', headers: { 'content-type': 'application/json', authorization }, body })
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    },
  )

  test('a mutation by GET is refused', async () => {
    const query = encodeURIComponent(
      'mutation { publishReport(input: { commandId: "x", effectiveOn: "2026-01-01", report: "x" }) { __typename } }',
    )
    expect((await send({ method: 'GET' }, `/graphql?query=${query}`)).status).toBe(405)
  })

  test('a batch is refused', async () => {
    const response = await send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: `[${body},${body}]` })
    expect(response.status).toBe(400)
  })
})

test('what takes too long is answered all the same', async () => {
  const hasty = await running.beside({ timeLimitMs: 1 })
  try {
    const client = createClient(inProcess(hasty.fetch))
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.ask('{ recommendations(first: 100) { totalCount } }')))
    expect(answers.some(({ errors }) => errors?.[0]?.extensions['code'] === 'TIMEOUT')).toBe(true)
  } finally {
    await hasty.close()
  }
})

test('the answer to a command that takes too long says that it is safe to send it again', async () => {
  const hasty = await running.beside({ timeLimitMs: 1 })
  try {
    const client = createClient(inProcess(hasty.fetch), await running.tokenOf('officer'))
    const command = 'mutation ($input: RegisterReportInput!) { registerReport(input: $input) { __typename } }'
    const input = { commandId: '0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a', ...aReport() }
    const { errors } = await client.ask(command, { input })
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/send this command again with the same commandId\.$/),
      extensions: { code: 'TIMEOUT' },
    })
    expect(await officer.execute('registerReport', input)).toMatchObject({ kind: 'CommandAccepted' })
  } finally {
    await hasty.close()
  }
})

test('a database that does not say in time whether a token still holds gives 503 and when to try again', async () => {
  const hasty = await running.beside({ timeLimitMs: 1 })
  const locking = new pg.Client({ connectionString: running.addresses.databaseUrl })
  await locking.connect()
  try {
    await locking.query('begin; lock table keys.revoked_token in access exclusive mode')
    const response = await hasty.fetch(
      new Request('http://outstanding.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await running.tokenOf('officer')}` },
        body: JSON.stringify({ query: '{ viewer { id } }' }),
      }),
    )
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10'])
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TIMEOUT' } }] })
  } finally {
    await locking.end()
    await hasty.close()
  }
})

test('a store that is unavailable is reported as such, with when to retry, that a retry is safe, and the id of the request', async () => {
  const correlationId = '3e1c0b5a-6b1f-4a57-8f0e-6a3f5d1f5b6a'
  await running.store.close()
  const token = await running.tokenOf('officer', 'Somebody new')
  const response = await running.api.fetch(
    new Request('http://outstanding.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-correlation-id': correlationId },
      body: JSON.stringify({
        query:
          'mutation { publishReport(input: { commandId: "0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a", effectiveOn: "2026-01-01", report: "x" }) { __typename } }',
      }),
    }),
  )
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10'])
  expect(await response.json()).toMatchObject({
    errors: [
      {
        message: expect.stringMatching(/send this command again with the same commandId/),
        extensions: { code: 'UNAVAILABLE', correlationId },
      },
    ],
  })
})

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWeb, graphqlOverHttp } from '@outstanding/web'
import fc from 'fast-check'
import { buildSchema } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { propertySeed } from '../support/property-seed.ts'
import { anyOddText, anyOperation } from './kit/arbitrary-operation.ts'
import type { Operation } from './kit/arbitrary-operation.ts'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import { overAPort } from './kit/over-a-port.ts'
import type { OverAPort } from './kit/over-a-port.ts'
import { liveOneLife } from './kit/whole-life.ts'

const isLong = process.env['OUTSTANDING_LONG'] === '1'
const runs = { numRuns: isLong ? 3_000 : 80, endOnFailure: true }

let running: RunningApi
let served: OverAPort
let cacheDir: string
let schema: GraphQLSchema
let known: readonly string[]
let tokens: Readonly<Record<'admin' | 'nobody', string | null>>
const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)

beforeAll(async () => {
  process.stdout.write(`fuzzing with OUTSTANDING_SEED=${propertySeed}\n`)
  process.on('unhandledRejection', note)
  running = await startApi()
  cacheDir = await mkdtemp(join(tmpdir(), 'outstanding-fuzz-'))
  const graphql = graphqlOverHttp('http://in-process/graphql', (input, init) => running.api.fetch(new Request(input, init)))
  const web = await createWeb({ graphql, cacheDir })
  served = await overAPort(running.api, web)
  schema = buildSchema(await readFile(new URL('../../services/api/schema.graphql', import.meta.url), 'utf8'))
  const officer = createClient(inProcess(running.api.fetch), await running.tokenOf('officer'))
  const { report, recommendation, member, lead, concludedAt, corrected } = await liveOneLife(officer)
  tokens = { admin: await running.tokenOf('administrator'), nobody: null }
  known = [report, recommendation, member, lead, concludedAt, corrected, 'example-borough', 'R01', 'policy-example-borough']
}, 120_000)

afterAll(async () => {
  await served.close()
  await running.stop()
  await rm(cacheDir, { recursive: true, force: true })
  process.off('unhandledRejection', note)
})

type Answer = { readonly status: number; readonly text: string }

async function answerTo({ query, variables }: Operation, token: string | null): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) }
  const body = JSON.stringify({ query, variables })
  const response = await running.api.fetch(new Request('http://outstanding.test/graphql', { method: 'POST', headers, body }))
  return { status: response.status, text: await response.text() }
}

/** Answered, refused or not found; never broken. */
function expectWell({ status, text }: Answer): void {
  expect([status, text]).toEqual([expect.toSatisfy((code: number) => code < 500), expect.not.stringContaining('INTERNAL_SERVER_ERROR')])
  expect(text).not.toMatch(/node_modules|\n\s+at .*:\d+:\d+/)
}

/** All is as it was before: it answers, the read models go on, and nothing was left behind. */
async function expectSound(): Promise<void> {
  expect(await answerTo({ query: '{ recommendations(first: 1) { totalCount } }', variables: {} }, null)).toMatchObject({ status: 200 })
  for (const path of ['live', 'ready'])
    expect(await (await fetch(`${served.url}/health/${path}`)).json()).toMatchObject({ status: path === 'live' ? 'live' : 'ready' })
  expect(unhandled).toEqual([])
}

const limit = isLong ? 1_800_000 : 120_000

test.each(['admin', 'nobody'] as const)(
  'any question of %s is answered or refused',
  async (who) => {
    const check = async (operation: Operation): Promise<void> => expectWell(await answerTo(operation, tokens[who]))
    await fc.assert(fc.asyncProperty(anyOperation(schema, 'query', known), check), runs)
    await expectSound()
  },
  limit,
)

test(
  'any command is recorded or refused',
  async () => {
    const check = async (operation: Operation): Promise<void> => expectWell(await answerTo(operation, tokens.admin))
    await fc.assert(fc.asyncProperty(anyOperation(schema, 'mutation', known), check), runs)
    await expectSound()
  },
  limit,
)

/** As it goes over the wire: a client of Node's would put an odd address right. */
const page = (path: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asking = request(`${served.url}/`, { path }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    asking.on('error', reject)
    asking.end()
  })

const paths = [
  '/',
  '/changes',
  '/reports',
  '/verification',
  '/accessibility',
  '/recommendations/',
  '/reports/',
  '/assets/',
  '/.well-known/outstanding/',
  '/health/',
  '/graphql',
]
const names = [
  'search',
  'authority',
  'report',
  'theme',
  'owner',
  'grade',
  'response',
  'delivery',
  'assessment',
  'schedule',
  'tracking',
  'due-before',
]
const moreNames = [
  'asAt',
  'as-at',
  'asKnownAt',
  'illustration',
  'sort',
  'order',
  'after',
  'trail',
  'page',
  'from',
  'to',
  'query',
  'fromAsAt',
  'toAsKnownAt',
  '__proto__',
]
const rawBytes = fc.constantFrom(
  '%ff',
  '%00',
  '%',
  '%zz',
  '%E0%A4%A',
  '%C0%80',
  '%ED%A0%80',
  '%F5%80%80%80',
  'BOGUS',
  'OVERDUE',
  '+',
  '/',
  '..%2f..',
  '%5c',
)

const anyAddress = (): fc.Arbitrary<string> => {
  const text = fc.oneof({ weight: 3, arbitrary: anyOddText(known).map((odd) => encodeURIComponent(odd.toWellFormed())) }, rawBytes)
  const parameter = fc
    .tuple(fc.constantFrom(...names, ...moreNames), fc.constantFrom('=', '[]=', '[a]=', ''), text)
    .map((parts) => parts.join(''))
  return fc
    .tuple(fc.constantFrom(...paths), fc.option(text, { nil: '' }), fc.constantFrom('', '/changes'), fc.array(parameter, { maxLength: 4 }))
    .map(
      ([path, id, below, parameters]) =>
        (path + (path.endsWith('/') ? id : '') + below).slice(0, 2_000) + (parameters.length > 0 ? `?${parameters.join('&')}` : ''),
    )
    .map((address) => address.slice(0, 6_000))
}

test(
  'any address of a page is answered, not found, or refused with what to do',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyAddress(), async (address) => expectWell(await page(address))),
      runs,
    )
    await expectSound()
  },
  limit,
)

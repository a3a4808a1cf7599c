import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createApi } from '@outstanding/api'
import { connectEventStore } from '@outstanding/event-store'
import { createLog, readConfiguration, reportUnhandled, stopInOrder } from '@outstanding/runtime'
import { createWeb, graphqlOverHttp, readTheme, type Theme, paths as webPaths } from '@outstanding/web'
import express from 'express'
import { tokenKeysOf } from './data-directory/token-keys.ts'
import { createHttpServer } from './server/http-server.ts'
import { reportedParts } from './server/reported-parts.ts'
import { sampleCheck } from './server/sample-check.ts'
import { version } from './version.ts'

/**
 * The API and the pages as one process. Environment: that of `readConfiguration`, with DATABASE_URL and EVENTSTORE_URL, and
 * OUTSTANDING_TAKES_SEEDING=1 while the log may be filled with recorded times in the past, and
 * OUTSTANDING_AWAITS_SAMPLE=1 while the sample register is still to be loaded: then it is not ready before its parent sends
 * `{ sampleIsLoaded: true }`. It prints `{"ready":true,"port":N}` once it answers, or `{"ready":false,"problem":"..."}`.
 */
try {
  await main()
} catch (error) {
  const problem = isTaken(error) ? `port ${process.env['OUTSTANDING_PORT']} is in use by another program` : (error as Error).message
  process.stdout.write(`${JSON.stringify({ ready: false, problem: `the server cannot start: ${problem}` })}\n`)
  process.exitCode = 1
}

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env)
  if (!configuration.ok) throw new Error(configuration.problem)
  const { dataDir, host, port, databaseUrl, eventStoreUrl, logLevel, themeFile, witnessKeys } = configuration.value
  if (databaseUrl === undefined || eventStoreUrl === undefined) throw new Error('DATABASE_URL and EVENTSTORE_URL must be set')
  const log = createLog('server', logLevel)
  reportUnhandled((fact, sentence) => log.error(fact, sentence))
  const parts = reportedParts()
  const eventStore = connectEventStore(eventStoreUrl, { name: 'outstanding-server' })
  const sample = sampleCheck({ awaited: process.env['OUTSTANDING_AWAITS_SAMPLE'] === '1', eventStore, databaseUrl })
  const api = await createApi({
    databaseUrl,
    eventStore,
    tokenKeys: await tokenKeysOf(dataDir),
    log,
    version: version(),
    witnessKeys,
    pageForBrowsers: webPaths.api,
    takesSeeding: process.env['OUTSTANDING_TAKES_SEEDING'] === '1',
    checks: { 'sample register': sample.check, parts: parts.check },
    healthDetails: () => ({ parts: parts.all() }),
  })

  const web = await createWeb({
    graphql: graphqlOverHttp('http://in-process/graphql', (input, init) => api.fetch(new Request(input, init))),
    theme: themeFile === undefined ? undefined : await themeOf(themeFile),
    cacheDir: join(dataDir, 'cache'),
    log,
  })

  const app = express().disable('x-powered-by').use(api.router).use(web.router)
  const server = createHttpServer(app).listen(port, host)
  await once(server, 'listening')
  process.on('SIGTERM', () => void stop())
  process.stdout.write(`${JSON.stringify({ ready: true, port: portOf(server) })}\n`)

  async function stop(): Promise<void> {
    const steps = [
      { name: 'the pages', stop: web.close, timeoutMs: 1_000 },
      { name: 'subscriptions and the API', stop: api.close, timeoutMs: 5_000 },
      { name: 'open requests', stop: () => drain(server), timeoutMs: 5_000 },
      { name: 'the sample check', stop: sample.close, timeoutMs: 1_000 },
      { name: 'the event store client', stop: () => eventStore.close(), timeoutMs: 2_000 },
    ]
    await stopInOrder(steps, (problem) => log.warn(problem))
    process.exit(0)
  }
}

async function themeOf(file: string): Promise<Theme> {
  const json = await readFile(file, 'utf8').catch(() => {
    throw new Error('OUTSTANDING_THEME_FILE names a file that cannot be read')
  })
  const read = readTheme(json)
  if (!read.ok) throw new Error(`the file of OUTSTANDING_THEME_FILE is not valid: ${read.problem}`)
  return read.theme
}

/** No new connections; those with a request may end it. */
async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  await closed
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
}

import { registry } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { withSealedTexts } from '@outstanding/event-store'
import {
  createBarredTokens,
  createEntryKeys,
  createErasuresFinished,
  createPersonKeys,
  destroyAgain,
  destroyEntryKeys,
  migrateKeys,
} from '@outstanding/identity'
import type { TokenKeys } from '@outstanding/identity'
import { openReadModels } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import { createHealth, today } from '@outstanding/runtime'
import type { HealthCheck, Log } from '@outstanding/runtime'
import { exportsHolding as readExports, isLeaf } from '@outstanding/transparency-log'
import { Router } from 'express'
import pg from 'pg'
import { createKeptAnswers } from './server/answers/kept-answers.ts'
import { answerErrors } from './server/errors/answer-errors.ts'
import { allTakenFor, readinessOf } from './server/health/checks.ts'
import { addHealthRoutes } from './server/health/routes.ts'
import { createBeside } from './server/beside/beside.ts'
import type { Context } from './server/context.ts'
import { createContexts } from './server/contexts.ts'
import { createGraphQLServer } from './server/graphql-server.ts'
import { finishErasures } from './server/identity/finish-erasures.ts'
import { createPeople } from './server/identity/people.ts'
import { takeBodies } from './server/request/take-body.ts'
import { answerRequest, fetchHandler } from './server/requests.ts'
import { openItemsIn } from './office/items-of-office.ts'
import { moveItems } from './office/move-items.ts'
import { recordResponses } from './report/record-responses.ts'
import { applyDates } from './report/apply-dates.ts'
import { schema } from './schema.ts'
import { addSchemaRoutes } from './schema-routes.ts'
import { settleInOrder } from './nouns/in-order.ts'
import { settleLinks } from './visit/settle-links.ts'
import { readVerification } from './audit/transparency/read-verification.ts'
import { addTransparencyRoutes, witnessesOf } from './audit/transparency/routes.ts'

export type ApiOptions = {
  /** PostgreSQL with the read models (written by the projector) and the people's keys. */
  readonly databaseUrl: string
  /** The log; it stays the caller's, and is not closed here. */
  readonly eventStore: EventStore
  readonly tokenKeys: TokenKeys
  readonly log: Log
  /** What `/version` says. */
  readonly version: string
  /** What readiness asks besides the log and the read models, by name, for example whether the sample register is loaded. */
  readonly checks?: Readonly<Record<string, HealthCheck>>
  /** What the answer of readiness says besides, for example how often a part had to be started again. */
  readonly healthDetails?: () => Readonly<Record<string, unknown>>
  /** Operations that take longer are answered with an error; 15 s by default. */
  readonly timeLimitMs?: number
  /** Public keys of the witnesses whose cosignatures of checkpoints are taken; none by default. */
  readonly witnessKeys?: readonly string[]
  /** Where a browser that opens `/graphql` is sent; nowhere by default. */
  readonly pageForBrowsers?: string
  /** Takes recorded times of example entries from an administrator, into an embedded event node that takes them too. */
  readonly takesSeeding?: boolean
  /** How many may listen to the event feed at the same time, each on a connection of its own; 200 by default. */
  readonly maxListeners?: number
}

export type Api = {
  /** `/graphql` (POST; GET for queries and subscriptions), `/schema.graphql`, `/health/*`, `/version` and `/.well-known/outstanding/*`: to be mounted at the root. */
  readonly router: Router
  /** The same `/graphql` without a port: for the pages that run in this process. */
  fetch(request: Request): Promise<Response>
  /** Ends subscriptions and closes its own connections. */
  close(): Promise<void>
}

/** Of answers to the public that are kept. */
const maxKeptBytes = 32_000_000

/** The API over one log and one database. Rejects when the database cannot be reached. */
export async function createApi(options: ApiOptions): Promise<Api> {
  const { databaseUrl, tokenKeys, log, version, checks, timeLimitMs = 15_000, maxListeners = 200, witnessKeys = [] } = options
  const maxQueryMs = Math.max(timeLimitMs, 1_000)
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 3,
    application_name: 'outstanding-api',
    connectionTimeoutMillis: 5_000,
    statement_timeout: maxQueryMs,
  })
  // A connection that breaks, idle or not, is replaced by the pool; without listeners it would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'))
  pool.on('connect', (client) => client.on('error', () => {}))
  await migrateKeys(pool)
  const eventStore = withSealedTexts(options.eventStore, createEntryKeys(pool), registry)
  const readModels = openReadModels({ databaseUrl, models: allReadModels, maxQueryMs })
  const ending = new AbortController()
  const beside = createBeside({ maxMs: maxQueryMs })
  const keys = createPersonKeys(pool)
  const people = createPeople(eventStore, keys)
  const witnesses = witnessesOf(witnessKeys)
  const verification = () => readVerification(pool, witnesses)
  const holds: Context['holds'] = (event) => isLeaf(pool, event)
  const exportsHolding: Context['exportsHolding'] = (index, before) => readExports(pool, index, before)
  const destroyText = (entry: string) => destroyEntryKeys(pool, [entry])
  const parts = {
    store: eventStore,
    beside,
    readModels,
    people,
    destroyText,
    exportsHolding,
    log,
    ending: ending.signal,
    verification,
    holds,
    maxListeners,
  }
  const context = createContexts(parts)
  const answers = createKeptAnswers(maxKeptBytes)
  const graphql = createGraphQLServer({ schema, log, context, timeLimitMs, answers })
  const tokens = { keys: tokenKeys, barOf: createBarredTokens(pool).barOf }
  const asking = { tokens, takesSeeding: options.takesSeeding ?? false, answers, stamp: () => readModels.stamp() }
  const router = Router()
  router.use((_request, response, next) => {
    response.set('x-content-type-options', 'nosniff')
    next()
  })
  router.use(takeBodies())
  const deadlock = (): string | undefined => allTakenFor(readModels, timeLimitMs)
  const readiness = readinessOf(eventStore, readModels)
  const details = () => ({ readModels: readiness.versions(), ...options.healthDetails?.() })
  addHealthRoutes(router, createHealth({ version, checks: { ...readiness.checks, ...checks }, deadlock, details }))
  await addTransparencyRoutes(router, pool, witnesses)
  const erasing = finishErasures({
    store: eventStore,
    keys,
    texts: { destroy: (entries) => destroyEntryKeys(pool, entries), destroyAgain: () => destroyAgain(pool) },
    finished: createErasuresFinished(pool),
    settle: async (event) => {
      await settleInOrder(eventStore, event, today())
      await moveItems(event, { store: eventStore, today: today(), openItems: openItemsIn(readModels, ending.signal) })
      await applyDates(eventStore, event, today())
      await recordResponses(eventStore, event, today())
      await settleLinks(eventStore, event, today())
    },
    signal: ending.signal,
    report: (line, err) => log.warn({ err }, line),
  })
  addSchemaRoutes(router, options.pageForBrowsers)
  router.all('/graphql', answerRequest(graphql, asking))
  router.use(answerErrors(log))
  return {
    router,
    fetch: fetchHandler(graphql, asking),
    close: async () => {
      ending.abort()
      await graphql.dispose()
      await erasing
      await beside.close()
      await readModels.close()
      await pool.end()
    },
  }
}

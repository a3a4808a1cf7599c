import { parseArgs } from 'node:util'
import type { Snapshot } from '@outstanding/projection'
import type { RecommendationFilter } from '@outstanding/read-models'
import { asKnownAt, connectionConfig, indexAt, openReadModels, positionAt } from '@outstanding/projection'
import { allReadModels, countBySchedule, listDifferences, listRecommendations, recommendationsById } from '@outstanding/read-models'
import pg from 'pg'
import { council, itemOf } from './both-times-log.ts'
import { milliseconds, print, quantile } from './figures.ts'
import { loadLives } from './load-lives.ts'
import { startStores } from './stores.ts'

/**
 * What the past costs against the present, in one run on the same rows: lists, single items and counts as at a day, as known at a
 * moment, and both. `--items 45000` makes about a million versions; `--runs 30` is how often each question is asked.
 */
const { values } = parseArgs({
  options: { items: { type: 'string', default: '45000' }, runs: { type: 'string', default: '30' }, events: { type: 'string' } },
})
const items = values.events ? Math.ceil(Number(values.events) / 22) : Number(values.items)
const runs = Number(values.runs)

type Question = (snapshot: Snapshot, asAt: string | null) => Promise<unknown>

const list =
  (filter: RecommendationFilter): Question =>
  (snapshot, asAt) =>
    listRecommendations(snapshot, { audience: 'ALL', first: 25, orderBy: { by: 'DUE', direction: 'ASC' }, filter, asAt })

const questions: Readonly<Record<string, Question>> = {
  'list of 25, one council, what is open by due date': list({ authority: council(3), tracking: 'OPEN' }),
  'list of 25, one council, overdue': list({ authority: council(3), schedule: ['OVERDUE'] }),
  'list of 25, whole register': list({}),
  'one item': (snapshot, asAt) => recommendationsById(snapshot, [itemOf(1_234)], { audience: 'ALL', asAt }),
  'counts by schedule, one council': (snapshot, asAt) =>
    countBySchedule(snapshot, { audience: 'ALL', filter: { authority: council(3) }, asAt }),
  'counts by schedule, whole register': (snapshot, asAt) => countBySchedule(snapshot, { audience: 'ALL', asAt }),
}

async function ask(databaseUrl: string): Promise<void> {
  const models = openReadModels({ databaseUrl, models: allReadModels, maxConnections: 2 })
  const client = new pg.Client(connectionConfig(databaseUrl, 'bench'))
  await client.connect()
  await models.read(async (now) => {
    const day = '2018-06-30'
    const known = await indexAt(now, (await positionAt(now, `${day}T23:00:00.000Z`)) ?? '0')
    const past = asKnownAt(now, known)
    const times: Times = { now, past, day, earlier: '2017-06-30' }
    for (const [what, question] of Object.entries(questions)) {
      const ways = {
        now: () => question(now, null),
        'as at': () => question(now, day),
        'known at': () => question(past, null),
        both: () => question(past, day),
      }
      printWays(what, await timed(ways))
    }
    printWays('schedules that differ between two dates, from the versions', await timed(fromVersions(client, times)))
    for (const [what, filter] of Object.entries(compared)) printWays(what, await timed(twoDates(filter, times)))
  })
  await client.end()
  await models.close()
}

type Times = { readonly now: Snapshot; readonly past: Snapshot; readonly day: string; readonly earlier: string }

const compared: Readonly<Record<string, RecommendationFilter>> = {
  'what changed in a year, one council': { authority: council(3) },
  'what changed in a year, whole register': {},
}

/** The first way reads the same list, in the same order, of one of the two dates. */
const twoDates = (filter: RecommendationFilter, { now, past, day, earlier }: Times) => {
  const audience = 'ALL' as const
  const orderBy = { by: 'REPORT', direction: 'ASC' } as const
  const compare = (from: Snapshot, to: Snapshot) =>
    listDifferences({ snapshot: from, asAt: earlier }, { snapshot: to, asAt: day }, { audience, first: 25, filter })
  return {
    'one date': () => listRecommendations(now, { audience, first: 25, orderBy, filter, asAt: day }),
    'two days': () => compare(now, now),
    'two days and two states of knowledge': () => compare(past, now),
  }
}

/** The narrow table alone, at one pair of times and at two: what a comparison of two pasts costs over the scan of one. */
const fromVersions = (client: pg.Client, { now, past, day, earlier }: Times) => {
  const at = (known: number, asAt: string): string =>
    `(select stream, tracking, due_on, achieved, ended from ${now.schemas.get('recommendation_schedule_version')}.recommendation_schedule_version
      where known @> ${known}::bigint and valid @> '${asAt}'::date)`
  const [one, other] = [at(now.events, day), at(past.knownIndex ?? now.events, earlier)]
  return {
    'one date': () => client.query(`select count(*), max(due_on), max(tracking) from ${one} f`),
    'both dates at once': () =>
      client.query(`select count(*) from ${one} f full join ${other} t on t.stream = f.stream
        where (f.tracking, f.due_on, f.achieved, f.ended) is distinct from (t.tracking, t.due_on, t.achieved, t.ended)`),
  }
}

/** Each median, and its ratio to the first. */
function printWays(what: string, medians: Readonly<Record<string, number>>): void {
  const [[, first] = ['', 1]] = Object.entries(medians)
  const told = Object.entries(medians).map(
    ([way, ms], index) => `${way} ${milliseconds(ms)}${index === 0 ? '' : ` (${(ms / first).toFixed(2)})`}`,
  )
  print(what, told.join(', '))
}

/** The median of each, asked in turns, so that whatever else the machine does falls on all alike. */
async function timed(ways: Readonly<Record<string, () => Promise<unknown>>>): Promise<Record<string, number>> {
  const samples = Object.fromEntries(Object.keys(ways).map((way): [string, number[]] => [way, []]))
  for (let run = 0; run <= runs; run += 1)
    for (const [way, asked] of Object.entries(ways)) {
      const started = performance.now()
      await asked()
      if (run > 0) samples[way]?.push(performance.now() - started)
    }
  return Object.fromEntries(Object.entries(samples).map(([way, ms]) => [way, quantile(ms, 0.5)]))
}

const stores = await startStores()
try {
  await loadLives(stores.databaseUrl, items)
  await ask(stores.databaseUrl)
} finally {
  await stores.stop()
}

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/support/database.ts'
import { createDatabase } from '../../../test/support/database.ts'
import type { PageResult, ReadModels } from '@outstanding/projection'
import { compareNames, connectionConfig, ensureStableSchema, namesCollation, openReadModels } from '@outstanding/projection'
import type { Given } from '../testing/given-register.ts'
import { given, issued, owned, project, report, streams } from '../testing/given-register.ts'
import { listOffices } from './offices/queries.ts'
import { listOutstandingByOwner, listOutstandingByReport, listThemes } from './outstanding/queries.ts'
import { listRecommendations } from './recommendation-list/queries.ts'
import { listReports } from './reports/queries.ts'
import { allReadModels } from './all-read-models.ts'

/** As the index of a book orders them; the two forms of É stand side by side, and are different texts. */
const inOrder = [
  '~tilde',
  'apple',
  'Apple',
  'Éclair'.normalize('NFD'),
  'Éclair'.normalize('NFC'),
  'O’Brien',
  'OBrien',
  'vale',
  'wales',
  'Ŵyn',
  'ysgol',
  'Ŷsgol',
  'Zebra',
]
const shuffled = [7, 2, 12, 0, 9, 4, 11, 6, 1, 8, 3, 10, 5].map((index) => inOrder[index] as string)

const decision = { committee: 'committee-1', committeeName: 'Committee', meetingOn: '2017-02-01', minuteReference: 'item 1' }
const facts: Given[] = shuffled.flatMap((name, index) => {
  const of = `report-example-borough.${index}`
  const item = streams.recommendation(`r${index}`)
  return [
    given(of, '2017-01-10', report(name, '2017-01-10')),
    given(item, '2017-01-10', issued(of, `R${index}`, '2017-04-30', { title: name })),
    given(item, '2017-02-01', { type: 'ThemeAssigned', data: { theme: name } }),
    given(item, '2017-02-01', owned(`body-${index}`, name)),
    given(item, '2017-02-01', { type: 'TrackingTakenOn', data: { decision } }),
    given(`office-example-borough.${index}`, '2017-01-10', {
      type: 'OfficeCreated',
      data: { authority: 'example-borough', name, kind: 'BODY', portfolio: null },
    }),
  ]
})

let database: TestDatabase
let models: ReadModels
beforeAll(async () => {
  database = await createDatabase()
  await project(database.url, facts)
  models = openReadModels({ databaseUrl: database.url, models: allReadModels })
})
afterAll(async () => {
  await models.close()
  await database.drop()
})

type Asked = { readonly first: number; readonly after: string | null }

/** Every name of a list, page by page. */
async function paged<Node>(
  first: number,
  page: (asked: Asked) => Promise<PageResult<Node>>,
  name: (node: Node) => string,
): Promise<string[]> {
  const names: string[] = []
  for (let after: string | null = null; ;) {
    const result: PageResult<Node> = await page({ first, after })
    if (!result.ok) throw new Error(result.rejection.message)
    names.push(...result.page.edges.map(({ node }) => name(node)))
    if (!result.page.hasNextPage) return names
    after = result.page.endCursor
  }
}

describe('names are in a reader’s order', () => {
  const sizes = Array.from({ length: inOrder.length + 1 }, (_, index) => index + 1)
  test.each(sizes)('each once, in pages of %i', (first) =>
    models.read(async (snapshot) => {
      const all = { audience: 'ALL', asAt: '2018-01-01' } as const
      const reports = await paged(
        first,
        (asked) => listReports(snapshot, { ...asked, ...all }),
        ({ title }) => title,
      )
      expect(reports).toEqual(inOrder)
      expect(
        await paged(
          first,
          (asked) => listOffices(snapshot, { ...asked }),
          ({ name }) => name,
        ),
      ).toEqual(inOrder)
      for (const by of ['TITLE', 'REPORT'] as const)
        for (const direction of ['ASC', 'DESC'] as const) {
          const orderBy = { by, direction }
          const titles = await paged(
            first,
            (asked) => listRecommendations(snapshot, { ...asked, ...all, orderBy }),
            ({ title }) => title,
          )
          expect(titles).toEqual(direction === 'ASC' ? inOrder : inOrder.toReversed())
        }
    }),
  )

  test('in lists that come whole', () =>
    models.read(async (snapshot) => {
      const all = { audience: 'ALL', asAt: '2018-01-01' } as const
      expect(await listThemes(snapshot, all)).toEqual(inOrder)
      expect((await listOutstandingByOwner(snapshot, all)).map(({ name }) => name)).toEqual(inOrder)
      expect((await listOutstandingByReport(snapshot, all)).map(({ title }) => title)).toEqual(inOrder)
    }))

  test('in memory as in the database', () => expect(shuffled.toSorted(compareNames)).toEqual(inOrder))
})

test('a server that cannot order names so orders them by their bytes, and says so', async () => {
  const other = await createDatabase()
  const client = new pg.Client(connectionConfig(other.url, 'test'))
  await client.connect()
  try {
    expect(await ensureStableSchema(client)).toEqual({ sortsNames: true })
    // What is made where the server has no ICU.
    await client.query(`drop collation ${namesCollation}; create collation ${namesCollation} from "C"`)
    expect(await ensureStableSchema(client)).toEqual({ sortsNames: false })
    const { rows } = await client.query<{ name: string }>(
      `select name from unnest($1::text[]) name order by name collate ${namesCollation}`,
      [['apple', 'Éclair', 'Zebra']],
    )
    expect(rows.map(({ name }) => name)).toEqual(['Zebra', 'apple', 'Éclair'])
  } finally {
    await client.end()
    await other.drop()
  }
})

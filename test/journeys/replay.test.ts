import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Product } from '../support/product.ts'
import { newDataDir, removeDataDir, runCommand, startProduct, superuserOf } from '../support/product.ts'
import { createClient, overPort } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { liveOneLife } from './kit/whole-life.ts'
import type { Life } from './kit/whole-life.ts'

const personName = 'Philomena Thistlewood'

let product: Product
let dataDir: string
let officer: Client
let life: Life
let superuser: string

beforeAll(async () => {
  dataDir = await newDataDir()
  product = await startProduct(dataDir, { OUTSTANDING_SAMPLE: 'on', OUTSTANDING_ORIGIN: 'example.gov.uk/outstanding' })
  officer = createClient(overPort(product.url), (await product.command('token', '--role', 'admin', '--name', personName)).stdout.trim())
  life = await liveOneLife(officer)
  superuser = (await superuserOf(dataDir))('outstanding')
}, 240_000)
afterAll(async () => {
  await product.stop()
  await removeDataDir(dataDir)
}, 60_000)

const replay = (...args: string[]) => product.command('replay', ...args)

async function query<Row extends pg.QueryResultRow>(url: string, text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text, [...values])).rows
  } finally {
    await client.end()
  }
}

/** The lines of a CSV answer, without the names. */
const csv = (answer: string): readonly string[] => answer.trimEnd().split('\r\n').slice(1)

/** The tables of the read models that are current, without those of their versions, and the schema of each. */
const currentTables = () =>
  query<{ current: string; name: string }>(
    superuser,
    `select m.schema_name as current, substr(t.name, 1, length(t.name) - 8) as name
       from read_models.projection p join read_models.read_model m on m.projection = p.schema_name, unnest(m.tables) as t (name)
       where p.state = 'CURRENT' and m.state = 'IN_USE' and t.name like '%\\_version'`,
  )
const currentSchemaOf = async (table: string): Promise<string | undefined> =>
  (await currentTables()).find(({ name }) => name === table)?.current

/** The place and the event's number of each of some events of the log, spread over it. */
async function placesOfLog(count: number): Promise<readonly { readonly position: string; readonly index: number }[]> {
  const rows = await query<{ position: string; index: string }>(superuser, 'select position, index from transparency.leaf order by index')
  return Array.from({ length: count }, (_, n) => rows[Math.floor(((n + 1) * rows.length) / count) - 1])
    .filter((row) => row !== undefined)
    .map(({ position, index }) => ({ position, index: Number(index) }))
}

describe('the life of a recommendation', { timeout: 120_000 }, () => {
  test('is printed step by step: both times, role, words and effect, then the position', async () => {
    const { code, stdout, stderr } = await replay('--stream', life.recommendation)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')[0]).toBe(`${life.recommendation}: ${life.types.length} entries, all that is known`)
    for (const [n, type] of life.types.entries())
      expect(stdout).toMatch(
        new RegExp(`^${n + 1}\\. ${type} on \\d{4}-\\d\\d-\\d\\d, recorded \\d{4}-\\d\\d-\\d\\d \\S+Z at log position \\d+$`, 'm'),
      )
    expect(stdout).toMatch(/by administrator, on behalf of Cabinet member/)
    expect(stdout).toMatch(/Response of Cabinet: accepted\.\n {3}effect: response: awaited → accepted/)
    expect(stdout).toMatch(/effect: .*tracking: open → concluded/)
    expect(stdout).toMatch(/corrected by entry \d+/)
    expect(stdout).toMatch(/^As at \d{4}-\d\d-\d\d:\n[^]*response: accepted\n[^]*tracking: open\n$/m)
    expect(stdout).not.toContain(personName.split(' ')[1])
  })

  test('up to a place in the log: what came later is not known, and the end is another', async () => {
    const { code, stdout } = await replay('--stream', life.recommendation, '--until', life.concludedAt)
    expect(code).toBe(0)
    expect(stdout).toContain(`as known at ${life.concludedAt}`)
    expect(stdout).toContain('TrackingConcluded')
    expect(stdout).not.toContain('TrackingReopened')
    expect(stdout).toMatch(/tracking: concluded\n/)
  })

  test('of any other stream of ours is printed too', async () => {
    expect(await replay('--stream', life.report)).toMatchObject({ code: 0, stdout: expect.stringContaining('1. ReportRegistered') })
    const { viewer } = await officer.read<{ viewer: { id: string } }>('{ viewer { id } }')
    const person = await replay('--stream', viewer.id)
    expect(person.stdout).toContain('Person registered.')
    expect(person.stdout).not.toContain('Philomena')
  })

  test.each([
    [['--stream', 'recommendation-nobody.1'], 1, /there is no stream "recommendation-nobody\.1"/],
    [['--until', '1999-12-31'], 1, /nothing had been recorded by 1999-12-31/],
    [['--until', 'yesterday'], 2, /--until must be a log position, a date/],
    [['--until', '2026-03-31T12:00:00'], 2, /--until must be a log position, a date/],
    [[], 2, /choose one: --stream/],
    [['--list', '--until', '5'], 2, /choose one: --stream/],
    [['--schema', 'replay_x'], 2, /--schema and --sql go together/],
    [['--schema', 'rm_2_1', '--sql', 'select 1'], 1, /there is no replayed register "rm_2_1"/],
    [['--drop', 'keys'], 1, /there is no replayed register "keys"/],
    [['--drop', 'outstanding'], 1, /there is no replayed register "outstanding"/],
  ])('given %j, then code %i and one sentence', async (args, code, sentence) => {
    expect(await replay(...args)).toEqual({ code, stdout: '', stderr: expect.stringMatching(sentence) })
  })
})

describe('a register as known once', { timeout: 240_000 }, () => {
  test('is what the read models know of that place, row by row, whatever the place', async () => {
    const tables = await currentTables()
    expect(tables.length).toBeGreaterThan(5)
    for (const { position, index } of await placesOfLog(4)) {
      const made = await replay('--until', position)
      expect(made, made.stderr).toMatchObject({ code: 0 })
      const schema = `replay_position_${position}`
      expect(made.stdout).toContain(`${schema}: as known at ${position}, ${index + 1} events up to log position ${position}`)
      for (const { current, name } of tables) {
        const columns = (
          await query<{ name: string }>(
            superuser,
            `select quote_ident(column_name) as name from information_schema.columns where table_schema = $1 and table_name = $2`,
            [current, name],
          )
        ).map((column) => column.name)
        const row = (...others: readonly string[]): string => `row(${[...others, ...columns].join(', ')})::text`
        // What was known there: what came to be known later had not yet ceased to be known otherwise.
        const known = `case when upper_inf(known) or upper(known) > ${index} then int8range(lower(known), null) else known end`
        const versions = `from ${current}.${name}_version where lower(known) <= ${index}`
        const stillKnown = `${versions} and (upper_inf(known) or upper(known) > ${index})`
        for (const [expected, replayed] of [
          [`select ${row(known, 'valid')} ${versions}`, `select ${row('known', 'valid')} from ${schema}.${name}_version`],
          [`select ${row()} ${stillKnown} and upper_inf(valid)`, `select ${row()} from ${schema}.${name}`],
          [`select ${row()} ${stillKnown} and valid @> date '2024-12-01'`, `select ${row()} from ${schema}.${name}_on('2024-12-01')`],
        ]) {
          const [differing] = await query<{ missing: string; extra: string }>(
            superuser,
            `select (select count(*) from (${expected} except all ${replayed}) m) as missing, (select count(*) from (${replayed} except all ${expected}) e) as extra`,
          )
          expect({ name, position, ...differing }).toEqual({ name, position, missing: '0', extra: '0' })
        }
      }
      expect(await replay('--drop', schema)).toMatchObject({ code: 0, stdout: `dropped ${schema}\n` })
    }
  })

  test('says the same as the API as known then, and what a bundle up to there prints', async () => {
    await product.command('checkpoint')
    const made = await replay('--until', life.concludedAt)
    const schema = `replay_position_${life.concludedAt}`
    const asked = await replay(
      '--schema',
      schema,
      '--sql',
      `select concat_ws(' ', stream, p.delivery, s.tracking) from recommendation_position_on('2026-06-30') p
         join recommendation_schedule_on('2026-06-30') s using (stream) where s.merged_into is null order by 1`,
    )
    expect(asked).toMatchObject({ code: 0, stderr: '' })
    const { recommendations } = await officer.read<{
      recommendations: { edges: readonly { node: { id: string; position: { delivery: string; tracking: string } } }[] }
    }>(
      'query ($then: String!) { recommendations(first: 100, asAt: "2026-06-30", asKnownAt: $then) { edges { node { id position { delivery tracking } } } } }',
      { then: life.concludedAt },
    )
    const expected = recommendations.edges.map(({ node }) => `${node.id} ${node.position.delivery} ${node.position.tracking}`)
    expect(csv(asked.stdout)).toEqual(expected.toSorted())
    expect(expected.find((line) => line.startsWith(life.recommendation))).toMatch(/CONCLUDED$/)
    const [about] = csv((await replay('--schema', schema, '--sql', 'select events, checkpoint from about')).stdout)
    expect(made.stdout).toContain(about?.split(',')[1] ?? 'a digest')
  })

  test('is read by its own role, which can write nothing and read nothing else; no name can be read in it', async () => {
    const made = await replay('--until', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
    const [, url = '', schema = ''] = /(postgresql:\/\/(replay_\w+):\S+)/.exec(made.stdout) ?? []
    expect(await query(url, 'select reference from recommendation')).not.toHaveLength(0)
    expect(JSON.stringify(await query(url, 'select name from person'))).not.toContain('Philomena')
    for (const forbidden of [
      'select * from keys.person_key',
      'select * from transparency.leaf',
      `select * from ${await currentSchemaOf('recommendation')}.recommendation`,
      'delete from recommendation',
      'create table mine (a int)',
      'create table public.mine (a int)',
    ])
      await expect(query(url, forbidden), forbidden).rejects.toThrow(/permission denied|read-only/)
    await expect(query(url, 'begin read write; delete from recommendation')).rejects.toThrow(/permission denied/)
    // Not even its owner changes a row by mistake.
    for (const change of ['update about set events = 1', 'delete from recommendation', 'truncate timeline'])
      await expect(query(superuser, `set search_path = ${schema}; ${change}`), change).rejects.toThrow(/a replayed register is read-only/)
    for (const [sql, problem] of [
      ['select * from keys.person_key', /permission denied/],
      ['select 1; drop schema keys', /cannot insert multiple commands/],
      ['delete from recommendation', /syntax error/],
    ] as const)
      expect(await replay('--schema', schema, '--sql', sql), sql).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(problem),
      })
    expect(await replay('--schema', schema, '--sql', `select null as "a,b", 'say "x"' as c`)).toMatchObject({
      code: 0,
      stdout: '"a,b",c\r\n,"say ""x"""\r\n',
    })
  })

  test('takes no part in what is current: neither in a rebuild nor in what is cleared away, and the projection goes on', async () => {
    const before = (await replay('--list')).stdout
    expect(before.trimEnd().split('\n')).toHaveLength(2)
    const was = await currentSchemaOf('recommendation')
    for (let round = 0; round < 2; round += 1) expect(await product.command('rebuild')).toMatchObject({ code: 0 })
    expect(await currentSchemaOf('recommendation')).not.toBe(was)
    expect((await replay('--list')).stdout).toBe(before)
    const words = `Recorded while replays stood (${randomUUID()}).`
    await officer.done('updateProgress', { recommendation: life.recommendation, effectiveOn: '2026-07-01', words })
    const found = `select count(*) as found from timeline where data::text like '%Recorded while replays stood%'`
    for (const schema of before
      .trimEnd()
      .split('\n')
      .map((line) => line.split(':')[0] ?? ''))
      expect(csv((await replay('--schema', schema, '--sql', found)).stdout)).toEqual(['0'])
    expect(await query(superuser, `select schema_name from read_models.projection where schema_name like 'replay%'`)).toEqual([])
  })

  test('can be made, asked and dropped in a directory that nobody has open, and is still there at the next start', async () => {
    await product.stop()
    const environment = { OUTSTANDING_DATA_DIR: dataDir }
    const alone = (...args: string[]) => runCommand(['replay', ...args], environment)
    expect(await alone('--stream', life.recommendation)).toMatchObject({ code: 0, stdout: expect.stringContaining('TrackingReopened') })
    const made = await alone('--until', life.concludedAt)
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('while Outstanding runs') })
    const schema = `replay_position_${life.concludedAt}_2`
    expect(made.stdout).toContain(schema)
    product = await startProduct(dataDir)
    expect((await replay('--list')).stdout.trimEnd().split('\n')).toHaveLength(3)
    expect(await replay('--drop', schema)).toMatchObject({ code: 0 })
    expect((await replay('--list')).stdout).not.toContain(schema)
    superuser = (await superuserOf(dataDir))('outstanding')
    expect(await query(superuser, 'select from pg_roles where rolname = $1', [schema])).toEqual([])
  })

  test('is not made of a history that was altered', async () => {
    const [event] = await query<{ index: string; position: string }>(
      superuser,
      'select index, position from transparency.leaf order by index limit 1 offset 7',
    )
    const log = Object.assign(new URL(superuser), { pathname: '/log' }).href
    await query(
      log,
      `update event_node.event set frame = decode(replace(encode(frame, 'hex'), encode('"effectiveOn":"20', 'hex'), encode('"effectiveOn":"19', 'hex')), 'hex') where position = $1`,
      [event?.position],
    )
    await product.stop()
    const refused = await runCommand(['replay', '--until', life.concludedAt], { OUTSTANDING_DATA_DIR: dataDir })
    expect(refused).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/index 7 of the log is not the event .* history was altered/),
    })
    product = await startProduct(dataDir)
    expect((await replay('--list')).stdout.trimEnd().split('\n')).toHaveLength(2)
  })
})

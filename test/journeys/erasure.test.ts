import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Product } from '../support/product.ts'
import { newDataDir, removeDataDir, runCommand, startProduct, superuserOf } from '../support/product.ts'
import { createClient, overPort } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'

/** Names used nowhere else: finding one of these words means finding a name. */
const officerName = 'Hepzibah Winterbottom'
const holderName = 'Bartholomew Quillfeather'
const formerName = 'Bartholomew Plumtree'
const memberName = 'Councillor Araminta Goldfinch'
const erasedWords = /Hepzibah|Winterbottom|Bartholomew|Quillfeather|Plumtree/
const removed = 'name removed'
const keyTables = ['person_key', 'erased_person', 'erasures_finished']

let product: Product
let dataDir: string
let directory: string
let colleagueToken: string
let administrator: Client
let officer: Client
let colleague: Client
/** A place in the log before anybody was erased. */
let knownBefore = ''
const ids = { recommendation: '', report: '', office: '', officer: '', holder: '', member: '' }
const at = (name: string): string => join(directory, name)

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'outstanding-erasure-'))
  dataDir = await newDataDir()
  product = await startProduct(dataDir)
  await signIn()
}, 120_000)
afterAll(async () => {
  await product.stop()
  await removeDataDir(dataDir)
  await rm(directory, { recursive: true, force: true })
}, 60_000)

async function signIn(): Promise<void> {
  const tokenOf = async (role: string, name: string): Promise<string> =>
    (await product.command('token', '--role', role, '--name', name)).stdout.trim()
  colleagueToken = await tokenOf('officer', 'Cora Example')
  administrator = createClient(overPort(product.url), await tokenOf('admin', 'Ada Example'))
  officer = createClient(overPort(product.url), await tokenOf('officer', officerName))
  colleague = createClient(overPort(product.url), colleagueToken)
}

/** Everything that anybody who is signed in can ask for, in which a person can stand. */
const everything = `query ($recommendation: ID!, $report: ID!, $office: ID!, $officer: ID!, $holder: ID!, $member: ID!) {
  log(first: 100) { edges { node { ...entry effect { words } } } }
  viewer { id name erased history(first: 50) { edges { node { ...entry } } } }
  recommendations(first: 50) { edges { node { id title owners { name } history(first: 50) { edges { node { ...entry } } } } } }
  recommendation(id: $recommendation) { history(first: 50) { edges { node { ...entry } } } }
  then: recommendation(id: $recommendation, asKnownAt: "999999999999", asAt: "2026-01-31") { history(first: 50) { edges { node { ...entry } } } }
  report(id: $report) { history(first: 50) { edges { node { ...entry } } } }
  office(id: $office) { name holders { id name } history(first: 50) { edges { node { ...entry } } } }
  officer: person(id: $officer) { name erased history(first: 50) { edges { node { ...entry } } } }
  holder: person(id: $holder) { name erased history(first: 50) { edges { node { ...entry } } } }
  member: person(id: $member) { name erased history(first: 50) { edges { node { ...entry } } } }
  asNode: node(id: $holder) { ... on Person { name } }
}
fragment entry on HistoryEntry { type words data actor { id name role onBehalfOf { id name } } }`

type Shown = {
  readonly viewer: { readonly id: string; readonly name: string; readonly erased: boolean }
  readonly recommendation: {
    readonly history: { readonly edges: readonly { readonly node: { readonly actor: { readonly name: string } } }[] }
  }
  readonly office: { readonly holders: readonly { readonly name: string }[] }
  readonly officer: { readonly name: string; readonly erased: boolean }
  readonly holder: { readonly name: string; readonly erased: boolean }
  readonly member: { readonly name: string; readonly erased: boolean }
}
const show = (client: Client): Promise<Shown> => client.read<Shown>(everything, ids)

async function inDatabase<T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: (await superuserOf(dataDir))(name) })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Every row of every table as text, bytes as text too. */
const wholeDatabase = (name: string): Promise<string> =>
  inDatabase(name, async (client) => {
    const { rows: tables } = await client.query<{ of: string }>(
      `select format('%I.%I', table_schema, table_name) as of from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const parts: string[] = []
    for (const { of } of tables) {
      const { rows } = await client.query<{ row: string }>(`select row_to_json(t)::text as row from ${of} t`)
      parts.push(`${of}: ${rows.length}`, ...rows.map(({ row }) => `${row}\n${bytesIn(row)}`))
    }
    return parts.join('\n')
  })

/** What stands in a row as bytes, read as text: the event node keeps events so. */
const bytesIn = (row: string): string =>
  [...row.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('latin1')).join('\n')

async function keysLeft(): Promise<readonly string[]> {
  const { rows } = await inDatabase('outstanding', (client) => client.query<{ person_id: string }>('select person_id from keys.person_key'))
  return rows.map(({ person_id }) => `person-${person_id}`)
}

async function pages(): Promise<string> {
  const paths = ['/', '/?tracking=all', `/recommendations/${ids.recommendation}`, '/reports', `/reports/${ids.report}`]
  const answers = await Promise.all(paths.map((path) => fetch(product.url + path)))
  return (await Promise.all(answers.map((answer) => answer.text()))).join('\n')
}

/** The event feed from the beginning of the log, over server-sent events. */
async function eventFeed(): Promise<string> {
  const query =
    'subscription { changes(after: "0") { type words stream node { ... on Recommendation { history(first: 20) { edges { node { actor { name } } } } } } } }'
  const leaving = new AbortController()
  const response = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${colleagueToken}` },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  })
  let told = ''
  for await (const part of response.body ?? []) {
    told += Buffer.from(part).toString()
    if (told.includes('ProgressUpdated')) break
  }
  leaving.abort()
  return told
}

/** Files of the installation that hold any of the words, whatever they are. */
async function filesWith(words: RegExp): Promise<readonly string[]> {
  const files = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const found: string[] = []
  for (const { parentPath, name } of files) {
    const content = await readFile(join(parentPath, name), 'latin1').catch(() => '')
    if (words.test(content)) found.push(join(parentPath, name))
  }
  return found
}

/** In order: a person who acts, is shown by name, and is erased. */
describe('a person whose name is removed', { timeout: 120_000 }, () => {
  test('was shown by name to those who are signed in, everywhere where persons stand', async () => {
    const day = '2026-01-06'
    ids.report = (await officer.done('registerReport', aReport())).id
    await officer.done('publishReport', { report: ids.report, effectiveOn: day })
    ids.recommendation = (await officer.done('issueRecommendation', aRecommendation(ids.report, { effectiveOn: day }))).id
    await officer.done('updateProgress', {
      recommendation: ids.recommendation,
      effectiveOn: '2026-01-20',
      words: 'Half of them were called.',
    })
    ids.office = (
      await administrator.done('createOffice', { effectiveOn: day, authority: 'example-borough', kind: 'OFFICER', name: 'Head of care' })
    ).id
    ids.holder = (await administrator.done('registerPerson', { effectiveOn: day, name: formerName })).id
    await administrator.done('renamePerson', { person: ids.holder, effectiveOn: day, name: holderName })
    await administrator.done('appointHolder', { office: ids.office, effectiveOn: day, holder: ids.holder })
    ;({ id: ids.member, logPosition: knownBefore } = await administrator.done('registerPerson', { effectiveOn: day, name: memberName }))
    ids.officer = (await officer.read<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id
    const shown = await show(officer)
    expect([shown.viewer.name, shown.officer.name, shown.holder.name, shown.member.name]).toEqual([
      officerName,
      officerName,
      holderName,
      memberName,
    ])
    expect(shown.office.holders).toEqual([{ id: expect.any(String), name: holderName }])
    expect(shown.recommendation.history.edges.map(({ node }) => node.actor.name)).toEqual([officerName, officerName])
    expect(await eventFeed()).toContain(officerName)
    expect(await pages()).not.toMatch(erasedWords)
    expect(await product.command('export', '--out', at('before.jsonl'), '--with-read-model')).toMatchObject({ code: 0, stderr: '' })
    await writeFile(at('checkpoint.txt'), (await product.command('checkpoint')).stdout)
    expect(await keysLeft()).toEqual(expect.arrayContaining([ids.officer, ids.holder, ids.member]))
  })

  test('keeps it where the erasure is refused, with the reason on record', async () => {
    const reason = 'Acted publicly as a member of the committee.'
    await administrator.done('refuseErasure', { person: ids.member, effectiveOn: '2026-02-01', reason })
    const { member } = await administrator.read<{ member: unknown }>(
      'query ($id: ID!) { member: person(id: $id) { name erased history(first: 9) { edges { node { type words } } } } }',
      { id: ids.member },
    )
    expect(member).toMatchObject({
      name: memberName,
      erased: false,
      history: {
        edges: [{ node: { type: 'PersonRegistered' } }, { node: { type: 'ErasureRefused', words: expect.stringContaining(reason) } }],
      },
    })
  })

  test('is "name removed" wherever anybody looks, and the key is gone', async () => {
    for (const person of [ids.officer, ids.holder])
      await administrator.done('erasePerson', { person, effectiveOn: '2026-02-02', reason: 'Asked for by letter.' })
    for (const client of [colleague, administrator]) {
      const shown = await show(client)
      expect(JSON.stringify(shown)).not.toMatch(erasedWords)
      expect([shown.officer, shown.holder, shown.member]).toMatchObject([
        { name: removed, erased: true },
        { name: removed, erased: true },
        { name: memberName, erased: false },
      ])
      expect(shown.office.holders).toMatchObject([{ name: removed }])
      expect(shown.recommendation.history.edges.map(({ node }) => node.actor.name)).toEqual([removed, removed])
    }
    expect(await eventFeed()).not.toMatch(erasedWords)
    expect(await pages()).not.toMatch(erasedWords)
    expect(await keysLeft()).toContain(ids.member)
    for (const person of [ids.officer, ids.holder]) expect(await keysLeft()).not.toContain(person)
  })

  test('can do nothing more with a token, neither an old nor a new one, and is not brought back by one', async () => {
    const again = (await product.command('token', '--role', 'officer', '--name', officerName)).stdout.trim()
    for (const client of [officer, createClient(overPort(product.url), again)]) {
      await expect(client.read('{ viewer { id } }')).rejects.toThrow('UNAUTHENTICATED')
      const late = { recommendation: ids.recommendation, effectiveOn: '2026-02-03', words: 'The others too.' }
      await expect(client.execute('updateProgress', late)).rejects.toThrow('UNAUTHENTICATED')
    }
    const { recommendation } = await show(colleague)
    expect(recommendation.history.edges.map(({ node }) => node.actor.name)).toEqual([removed, removed])
    expect(
      await administrator.execute('renamePerson', { person: ids.officer, effectiveOn: '2026-02-03', name: officerName }),
    ).toMatchObject({
      kind: 'CommandRejected',
      rule: 'personNotErased',
    })
    expect(await administrator.execute('erasePerson', { person: ids.officer, effectiveOn: '2026-02-03', reason: 'Again' })).toMatchObject({
      kind: 'CommandRejected',
      rule: 'personNotErased',
    })
    expect(await keysLeft()).not.toContain(ids.officer)
    expect(JSON.stringify(await show(administrator))).not.toMatch(erasedWords)
  })

  test('is in no bundle, and what was exported and signed before still verifies against what is exported now', async () => {
    expect(await product.command('export', '--out', at('after.jsonl'), '--with-read-model', '--prove', ids.officer)).toMatchObject({
      code: 0,
      stderr: '',
    })
    for (const file of ['before.jsonl', 'after.jsonl']) {
      expect(await runCommand(['verify', at(file), '--previous', at('checkpoint.txt')]), file).toMatchObject({ code: 0, stderr: '' })
      expect(await readFile(at(file), 'utf8')).not.toMatch(erasedWords)
    }
  })

  test('is in no replay, neither of a life nor of the register as it was known before', async () => {
    for (const stream of [ids.recommendation, ids.officer, ids.office]) {
      const told = await product.command('replay', '--stream', stream)
      expect(told.code, told.stderr).toBe(0)
      expect(told.stdout).not.toMatch(erasedWords)
    }
    expect(await product.command('replay', '--until', knownBefore)).toMatchObject({ code: 0 })
    const names = await product.command('replay', '--schema', `replay_position_${knownBefore}`, '--sql', 'select person, name from person')
    expect(names.stdout).toContain(ids.officer.replace('person-', ''))
    expect(names.stdout).not.toMatch(erasedWords)
  })

  test('stands in no table of either database and in no file of the installation, and not after a rebuild and a new start', async () => {
    for (const name of ['outstanding', 'log']) {
      const text = await wholeDatabase(name)
      expect(text, name).toContain('PersonErased')
      expect(text.match(erasedWords)?.[0], name).toBeUndefined()
    }
    expect(await product.command('rebuild')).toMatchObject({ code: 0 })
    await product.stop()
    expect(await filesWith(erasedWords)).toEqual([])
    product = await startProduct(dataDir)
    await signIn()
    const shown = await show(administrator)
    expect(JSON.stringify(shown)).not.toMatch(erasedWords)
    expect(shown.member.name).toBe(memberName)
  })

  test('does not come back when the schema of the keys is put back as it was before', async () => {
    const person = (await administrator.done('registerPerson', { effectiveOn: '2026-02-04', name: formerName })).id
    await inDatabase('outstanding', async (client) => {
      await client.query('create schema backup')
      for (const table of keyTables) await client.query(`create table backup.${table} as table keys.${table}`)
    })
    await administrator.done('erasePerson', { person, effectiveOn: '2026-02-05', reason: 'Asked for' })
    expect(await keysLeft()).not.toContain(person)
    await inDatabase('outstanding', async (client) => {
      for (const table of keyTables) {
        await client.query(`delete from keys.${table}`)
        await client.query(`insert into keys.${table} select * from backup.${table}`)
      }
      await client.query('drop schema backup cascade')
    })
    expect(await keysLeft()).toContain(person)
    await product.stop()
    product = await startProduct(dataDir)
    await expect.poll(keysLeft, { timeout: 20_000 }).not.toContain(person)
  })
})

test(
  'an erasure that was recorded and cut off is finished by a process that follows the log, without the command',
  { timeout: 60_000 },
  async () => {
    const { startApi } = await import('./kit/api-in-process.ts')
    const { inProcess } = await import('./kit/client.ts')
    const running = await startApi()
    try {
      const client = createClient(inProcess(running.api.fetch), await running.tokenOf('administrator'))
      const { id: person, revision } = await client.done('registerPerson', { effectiveOn: '2026-01-05', name: holderName })
      const nameOf = async (): Promise<string> =>
        (await client.read<{ person: { name: string } }>('query ($id: ID!) { person(id: $id) { name } }', { id: person })).person.name
      expect(await nameOf()).toBe(holderName)
      const [registered] = await running.store.readStream(person)
      // What a process has done that was killed after its append: the event stands, nobody deleted the key.
      const appended = await running.store.append(person, revision, [
        {
          eventId: randomUUID(),
          type: 'PersonErased',
          data: { reason: 'Asked for' },
          metadata: { ...(registered?.metadata as object), commandId: randomUUID() },
        },
      ])
      expect(appended).toMatchObject({ ok: true })
      const keys = () => running.query('select from keys.person_key where person_id = $1', [person.replace('person-', '')])
      await expect.poll(keys, { timeout: 20_000 }).toHaveLength(0)
      expect(await nameOf()).toBe(removed)
    } finally {
      await running.stop()
    }
  },
)

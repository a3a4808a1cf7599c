import { randomUUID } from 'node:crypto'
import { rebuildReadModels, replayRegister } from '@outstanding/projector'
import { leafHash } from '@outstanding/transparency-log'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aCommittee, aRecommendation, aReport } from './kit/examples.ts'

/** Words used nowhere else: finding one of them means finding the text. */
const typed = 'Visited Hepzibah Quillfeather at home'
const replaced = 'Visited Hepzibah Quillfeather twice'
const words = /Hepzibah|Quillfeather/
const removed = 'text removed'
const reason = 'It named a child'

let running: RunningApi
let officer: Client
let governance: Client
let anybody: Client
const ids = { report: '', item: '' }
const entries = { update: '', correction: '', removal: '' }
let knownBefore = ''

const update = (over: object = {}) => ({
  effectiveOn: '2026-01-10',
  recommendation: ids.item,
  updateId: 'u1',
  words: typed,
  claim: 'IN_PROGRESS',
  ...over,
})
const newest = async (): Promise<string> => (await running.store.readStream(ids.item)).at(-1)?.eventId ?? ''
/** Every row of every table of the read models and the keys, as text. */
const rowsOfAll = async (): Promise<string> => {
  const tables = (await running.query(
    `select format('%I.%I', table_schema, table_name) as of from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )) as readonly { of: string }[]
  const found = await Promise.all(tables.map(({ of }) => running.query(`select row_to_json(t)::text as row from ${of} t`)))
  return JSON.stringify(found)
}
const keysOf = (entry: string) => running.query('select from keys.entry_key where entry = $1', [entry])

const everything = `query ($item: ID!, $then: String) {
  now: recommendation(id: $item) { history(first: 50) { edges { node { id type words data textRemoved { on reason entry } } } } updates { words } }
  then: recommendation(id: $item, asKnownAt: $then) { history(first: 50) { edges { node { id words data textRemoved { reason } } } } updates { words } }
  before: recommendation(id: $item, asAt: "2026-01-11") { updates { words } }
}`

beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer'))
  governance = createClient(send, await running.tokenOf('information-governance'))
  anybody = createClient(send)
  await officer.done('establishCommittee', aCommittee)
  ids.report = (await officer.done('registerReport', aReport())).id
  await officer.done('publishReport', { effectiveOn: '2026-01-05', report: ids.report })
  ids.item = (await officer.done('issueRecommendation', aRecommendation(ids.report))).id
  knownBefore = (await officer.done('updateProgress', update())).logPosition
  entries.update = await newest()
  await officer.done('correctEntry', {
    effectiveOn: '2026-01-12',
    stream: ids.item,
    entry: entries.update,
    reason: 'It was twice',
    change: { kind: 'REPLACE', fields: { words: replaced } },
  })
  entries.correction = await newest()
  // Copies of the register that hold the text, and a bundle that holds it sealed.
  await running.query('insert into transparency.export (events, with_texts) values (1, true), (1000, false), (1001, true)')
  const replayed = await replayRegister({ ...running.addresses, until: { position: knownBefore }, asKnownAt: knownBefore })
  expect(replayed).toMatchObject({ ok: true })
  expect(await rowsOfAll()).toMatch(words)
}, 240_000)
afterAll(() => running.stop())

describe('the free text of an entry', () => {
  test('is readable for who may see the item, and stands nowhere in the log', async () => {
    expect(JSON.stringify(await officer.read(everything, { item: ids.item, then: knownBefore }))).toContain(typed)
    const log = await running.log.readAll({ maxCount: 1_000 })
    expect(JSON.stringify(log)).not.toMatch(/Hepzibah|care leaver/)
    expect(log.events.map(({ metadata }) => metadata)).toEqual(log.events.map(() => expect.objectContaining({ sealed: expect.anything() })))
  })

  test('makes a command that is sent twice one command, and another under its id another', async () => {
    const commandId = randomUUID()
    const input = update({ commandId, updateId: 'u2', words: 'All is well' })
    const first = await officer.done('updateProgress', input)
    expect(await officer.done('updateProgress', input)).toMatchObject({ revision: first.revision })
    expect(await officer.execute('updateProgress', { ...input, words: 'Else' })).toMatchObject({ rule: 'commandIdReused' })
  })
})

describe('removing the personal data of an entry', () => {
  const remove = (client: Client, entry: string, over: object = {}) =>
    client.execute('removePersonalData', { effectiveOn: '2026-03-03', entry, reason, ...over })

  test('is refused to everybody but information governance and administrators, and for what is not there', async () => {
    expect(await remove(officer, entries.update)).toMatchObject({ kind: 'CommandForbidden' })
    expect(await remove(governance, randomUUID())).toMatchObject({ kind: 'CommandTargetNotFound', field: 'entry' })
    expect(await remove(governance, entries.update, { reason: ' ' })).toMatchObject({ rule: 'notEmpty', field: 'reason' })
  })

  test('shows "text removed" in both times, says when and why, and leaves the leaf as it was', { timeout: 120_000 }, async () => {
    const stored = (await running.log.readStream(ids.item)).filter(({ eventId }) => eventId === entries.update)
    const leaf = stored.map((event) => leafHash({ ...event, created: event.recordedAt }).toString('hex'))
    for (const entry of [entries.update, entries.correction])
      expect(await remove(governance, entry)).toMatchObject({ kind: 'CommandAccepted', projected: true })
    entries.removal = (await running.store.readStream(ids.item)).at(-2)?.eventId ?? ''
    expect(await keysOf(entries.update)).toHaveLength(0)
    const shown = await officer.read<Shown>(everything, { item: ids.item, then: knownBefore })
    expect(JSON.stringify(shown)).not.toMatch(words)
    for (const { updates } of [shown.now, shown.then, shown.before]) expect(updates[0]?.words).toBe(removed)
    expect(entryIn(shown.now, entries.update)).toMatchObject({
      data: { words: removed, updateId: 'u1', claim: 'IN_PROGRESS' },
      textRemoved: { on: '2026-03-03', reason, entry: entries.removal },
    })
    expect(entryIn(shown.then, entries.update)).toMatchObject({ textRemoved: { reason } })
    expect(entryIn(shown.now, entries.removal)).toMatchObject({ type: 'PersonalDataRemoved', words: `Text of an entry removed: ${reason}` })
    const again = (await running.log.readStream(ids.item)).filter(({ eventId }) => eventId === entries.update)
    expect(again).toEqual(stored)
    const kept = await running.query("select encode(hash, 'hex') as hash from transparency.leaf where event_id = $1", [entries.update])
    expect(kept).toEqual([{ hash: leaf[0] }])
  })

  test('lists the bundles that hold it sealed, for information governance and auditors', async () => {
    const asked = `query ($item: ID!) { recommendation(id: $item) { history(first: 50) { edges { node { id textRemoved { earlierExports { events withTexts } } } } } } }`
    const exportsFor = async (client: Client) =>
      entryIn((await client.read<{ recommendation: Item }>(asked, { item: ids.item })).recommendation, entries.update)
    for (const client of [governance, createClient(inProcess(running.api.fetch), await running.tokenOf('auditor'))])
      expect(await exportsFor(client)).toMatchObject({
        textRemoved: {
          earlierExports: [
            { events: 1_000, withTexts: false },
            { events: 1_001, withTexts: true },
          ],
        },
      })
    expect(await exportsFor(anybody)).toMatchObject({ textRemoved: { earlierExports: null } })
  })

  test('leaves it in no row of the database, in no register replayed before and in no answer of the log', async () => {
    await expect.poll(rowsOfAll, { timeout: 60_000 }).not.toMatch(words)
    expect(JSON.stringify(await running.store.readAll({ maxCount: 1_000 }))).not.toMatch(words)
    const log = await governance.ask('{ log(first: 100) { edges { node { words data } } } }')
    expect(JSON.stringify(log)).not.toMatch(words)
    expect(
      JSON.stringify(await anybody.ask(`{ recommendations(first: 50, filter: { search: "Quillfeather" }) { totalCount } }`)),
    ).not.toMatch(/"totalCount":1/)
  })

  test('is done once; a repeat of the entry itself changes nothing, and the removal cannot be corrected', async () => {
    expect(await remove(governance, entries.update)).toMatchObject({ rule: 'notRemovedYet' })
    const { revision, metadata } = (await running.store.readStream(ids.item)).find(({ eventId }) => eventId === entries.update) ?? {}
    const commandId = (metadata as { commandId: string }).commandId
    expect(await officer.execute('updateProgress', update({ commandId }))).toMatchObject({ kind: 'CommandAccepted', revision })
    const correction = { effectiveOn: '2026-03-03', stream: ids.item, entry: entries.removal, reason: 'x', change: { kind: 'VOID' } }
    const administrator = createClient(inProcess(running.api.fetch), await running.tokenOf('administrator'))
    expect(await administrator.execute('correctEntry', correction)).toMatchObject({ rule: 'removalIsFinal' })
  })

  test('gives the same rows after a rebuild, and in a register replayed from before it', { timeout: 240_000 }, async () => {
    const rebuilt = await rebuildReadModels(running.addresses)
    expect(rebuilt).toMatchObject({ ok: true, compared: { differing: [] } })
    const replayed = await replayRegister({ ...running.addresses, until: { position: knownBefore }, asKnownAt: knownBefore })
    expect(replayed).toMatchObject({ ok: true })
    expect(await rowsOfAll()).not.toMatch(words)
  })

  test('is finished by the API, which follows the log, where the process ended before its key was destroyed, or a backup brought it back', async () => {
    const { revision } = await officer.done('updateProgress', update({ updateId: 'u3', words: typed }))
    const entry = await newest()
    const [key] = await running.query('select key from keys.entry_key where entry = $1', [entry])
    const event = {
      eventId: randomUUID(),
      type: 'PersonalDataRemoved',
      data: { entry, reason },
      metadata: { ...((await running.store.readStream(ids.item)).at(-1)?.metadata as object), commandId: randomUUID() },
    }
    expect(await running.store.append(ids.item, revision, [event])).toMatchObject({ ok: true })
    await expect.poll(() => keysOf(entry), { timeout: 60_000 }).toHaveLength(0)
    await expect.poll(rowsOfAll, { timeout: 60_000 }).not.toMatch(words)
    await running.query('insert into keys.entry_key (entry, key) values ($1, $2)', [entry, (key as { key: Buffer }).key])
    const beside = await running.beside({})
    await expect.poll(() => keysOf(entry), { timeout: 60_000 }).toHaveLength(0)
    await beside.close()
  }, 180_000)
})

type Item = {
  readonly history: { readonly edges: readonly { readonly node: { readonly id: string } }[] }
  readonly updates: readonly { readonly words: string }[]
}
type Shown = { readonly now: Item; readonly then: Item; readonly before: Item }
const entryIn = ({ history }: Item, id: string) => history.edges.find(({ node }) => node.id === id)?.node

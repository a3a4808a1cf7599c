import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWeb, graphqlOverHttp } from '@outstanding/web'
import express from 'express'
import type { GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport, committee, decision } from './kit/examples.ts'
import { establishCommittee, tracked } from './kit/whole-life.ts'
import { committedSchema, everyFieldOf } from './kit/whole-schema.ts'

/*
 * What entries of published items mention about items that are not: neither text nor ids may reach the public in any way, and users who are
 * signed in must see them in every way. The ways are read from the schema, so that a new one is checked too.
 */

/** Every page and every field of the schema: a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 })

let running: RunningApi
let officer: Client
let anybody: Client
let pages: Server
let cacheDir: string
let from: string

/** In the words of every entry that speaks of what is not public. */
const secret = /secret\d+/g
const published: string[] = []
const hidden: string[] = []
/** Items of which something is exempt: they are on the register. */
const exempted: string[] = []
let office: string

const schema = committedSchema()
const typeOf = (name: string) => schema.getType(name) as GraphQLObjectType

beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer'))
  anybody = createClient(send)
  await tellTheStory()
  cacheDir = await mkdtemp(join(tmpdir(), 'outstanding-not-public-'))
  const graphql = graphqlOverHttp('http://in-process/graphql', (input, init) => running.api.fetch(new Request(input, init)))
  const web = await createWeb({ graphql, cacheDir })
  pages = express().use(running.api.router).use(web.router).listen(0, '127.0.0.1')
})
afterAll(async () => {
  pages.close()
  pages.closeAllConnections()
  await running.stop()
  await rm(cacheDir, { recursive: true, force: true })
})

async function tellTheStory(): Promise<void> {
  await establishCommittee(officer)
  const [open, draft, later] = await Promise.all(
    ['Published', 'Draft', 'Withheld later'].map(async (title) => (await officer.done('registerReport', aReport({ title }))).id),
  )
  for (const report of [open, later]) await officer.done('publishReport', { report, effectiveOn: '2026-01-06' })
  const issue = async (report: string | undefined, ordinal: number) =>
    (await officer.done('issueRecommendation', aRecommendation(report ?? '', { reference: `R${ordinal}`, ordinal }))).id
  const unpublished = await issue(draft, 1)
  const withheld = await issue(later, 1)
  const [linked, replaced, merged, concluded, told, corrected] = [1, 2, 3, 4, 5, 6].map((n) => issue(open, n))
  const at = async (recommendation: Promise<string> | undefined) => ({
    recommendation: (await recommendation) ?? '',
    effectiveOn: '2026-02-02',
  })
  from = (await officer.done('assignTheme', { ...(await at(linked)), theme: 'Before' })).logPosition
  const target = { kind: 'RECOMMENDATION', id: unpublished }
  await officer.done('recordFinding', {
    report: draft,
    effectiveOn: '2026-01-05',
    findingId: 'F1',
    subject: 'x',
    words: 'x',
    direction: 'WEAKNESS',
  })
  await officer.done('linkRecommendation', { ...(await at(linked)), relation: 'REPEATS', target, words: 'secret1' })
  const fromDraft = { recommendation: unpublished, effectiveOn: '2026-02-02', relation: 'CONTINUES', words: 'secret12' }
  await officer.done('linkRecommendation', { ...fromDraft, target: { kind: 'RECOMMENDATION', id: await linked } })
  const finding = { kind: 'FINDING', id: 'F1', report: draft }
  await officer.done('linkRecommendation', { ...(await at(linked)), relation: 'CONTINUES', target: finding, words: 'secret2' })
  const draftFinding = { report: draft, effectiveOn: '2026-01-06', findingId: 'F1', relation: 'SAME_MATTER' }
  await officer.done('linkReportFinding', { ...draftFinding, recommendation: await linked, words: 'secret41' })
  const openFinding = { report: open, effectiveOn: '2026-02-02', findingId: 'F2' }
  await officer.done('recordFinding', { ...openFinding, subject: 'x', words: 'x', direction: 'WEAKNESS' })
  await officer.done('linkReportFinding', { ...openFinding, relation: 'CONTINUES', recommendation: unpublished, words: 'secret42' })
  const toWithheld = { kind: 'RECOMMENDATION', id: withheld }
  await officer.done('linkRecommendation', { ...(await at(linked)), relation: 'REPEATS', target: toWithheld, words: 'secret3' })
  await officer.done('supersedeRecommendation', { ...(await at(replaced)), by: unpublished, reason: 'secret4' })
  await officer.done('mergeDuplicate', { ...(await at(merged)), into: unpublished, reason: 'secret5' })
  await tracked(officer, (await concluded) ?? '')
  await officer.done('concludeTracking', {
    ...(await at(concluded)),
    reason: 'SUPERSEDED',
    explanation: 'secret6',
    supersededBy: unpublished,
    onBehalfOf: committee,
    decision: decision('2026-02-02'),
  })
  await officer.done('updateProgress', { ...(await at(told)), updateId: 'u', words: `secret7, see ${unpublished}`, claim: 'IN_PROGRESS' })
  const link = { ...(await at(corrected)), relation: 'REPEATS', target, words: 'secret8' }
  await officer.done('linkRecommendation', link)
  const entry = await lastEntryOf(link.recommendation)
  const correct = (named: string, reason: string) => ({
    stream: link.recommendation,
    effectiveOn: '2026-02-03',
    entry: named,
    reason,
    change: { kind: 'VOID' },
  })
  await officer.done('correctEntry', correct(entry, 'secret9'))
  await officer.done('correctEntry', correct(await lastEntryOf(link.recommendation), 'secret10'))
  office = await anOffice('Head of care')
  const moved = [await told, unpublished, withheld].map((one) => one ?? '')
  for (const recommendation of moved)
    await officer.done('assignOwner', { recommendation, effectiveOn: '2026-02-02', owner: office, role: 'LEAD_OFFICER' })
  const service = { service: 'Care', to: await anOffice('Head of leaving care'), items: moved }
  await officer.done('transferService', { office, effectiveOn: '2026-02-03', ...service })
  await tellWhatIsExempt(open ?? '', (await linked) ?? '')
  await officer.done('assignTheme', { ...(await at(linked)), theme: 'In the open' })
  await officer.done('withholdRecommendation', { recommendation: withheld, effectiveOn: '2026-02-04', reason: 'secret11' })
  published.unshift(...(await Promise.all([linked, replaced, merged, concluded, told, corrected].map(async (one) => (await one) ?? ''))))
  published.push(open ?? '')
  hidden.push(unpublished, withheld, draft ?? '')
}

/** One whose words are exempt, with a part of its own, and one whose evidence and appendix are: both stay on the public register. */
async function tellWhatIsExempt(report: string, linked: string): Promise<void> {
  const effectiveOn = '2026-02-02'
  const words = { title: 'secret21', text: 'secret22', addressee: 'secret23', timescale: { asPrinted: 'by secret24' } }
  const place = { document: 'secret25', heading: 'secret25' }
  const issued = aRecommendation(report, { reference: 'R7', ordinal: 7, ...words, place })
  const { id: whole } = await officer.done('issueRecommendation', issued)
  const { id: part } = await officer.done(
    'issueRecommendation',
    aRecommendation(report, { reference: 'R7 a', ordinal: 1, parent: whole, title: 'secret26' }),
  )
  const of = (recommendation: string) => ({ recommendation, effectiveOn })
  await officer.done('assignTheme', { ...of(whole), theme: 'secret27' })
  await officer.done('updateProgress', { ...of(whole), updateId: 'w', words: 'secret28', claim: 'IN_PROGRESS' })
  await officer.done('linkRecommendation', {
    ...of(whole),
    relation: 'REPEATS',
    target: { kind: 'RECOMMENDATION', id: linked },
    words: 'secret29',
  })
  await officer.done('linkRecommendation', {
    ...of(linked),
    relation: 'REPEATS',
    target: { kind: 'RECOMMENDATION', id: whole },
    words: 'secret30',
  })
  const finding = { report, effectiveOn, findingId: 'F3' }
  await officer.done('recordFinding', { ...finding, subject: 'x', words: 'x', direction: 'WEAKNESS' })
  await officer.done('linkReportFinding', { ...finding, relation: 'SAME_MATTER', recommendation: whole, words: 'secret43' })
  const exempt = { ground: 'SCHEDULE_12A_3', reviewOn: '2027-02-01' }
  await officer.done('markExempt', { ...of(whole), ...exempt, parts: ['TEXT'], publicInterest: 'secret31' })
  const { id: shown } = await officer.done('issueRecommendation', aRecommendation(report, { reference: 'R8', ordinal: 8 }))
  const piece = { shows: 'OUTPUT', location: 'secret32', form: 'VISIT' }
  await officer.done('attachEvidence', { ...of(shown), ...piece, evidenceId: 'e1', name: 'secret33', words: 'secret34' })
  await officer.done('testEvidence', { ...of(shown), evidenceId: 'e1', by: 'Audit', found: 'secret35' })
  await officer.done('correctEntry', {
    stream: shown,
    effectiveOn: '2026-02-03',
    entry: (await entriesOf(shown))[1],
    reason: 'secret36',
    change: { kind: 'REPLACE', fields: { words: 'secret37' } },
  })
  await officer.done('markExempt', { ...of(shown), ...exempt, parts: ['EVIDENCE'], publicInterest: 'secret38' })
  const { id: withAppendix } = await officer.done('issueRecommendation', aRecommendation(report, { reference: 'R9', ordinal: 9 }))
  const appendix = { ...piece, form: 'APPENDIX', evidenceId: 'a1', name: 'secret39', words: 'secret40' }
  await officer.done('attachEvidence', { ...of(withAppendix), ...appendix })
  await officer.done('attachEvidence', {
    ...of(withAppendix),
    ...piece,
    location: 'Here',
    evidenceId: 'a2',
    name: 'Open',
    words: 'Seen by all',
  })
  await officer.done('markExempt', { ...of(withAppendix), parts: ['APPENDIX'], ground: 'CONFIDENTIAL', reviewOn: '2027-02-01' })
  exempted.push(whole, part, shown, withAppendix)
  published.push(...exempted)
}

const anOffice = async (name: string): Promise<string> =>
  (
    await officer.done('createOffice', {
      authority: 'example-borough',
      kind: 'OFFICER',
      name,
      effectiveOn: '2025-05-20',
      illustrative: true,
    })
  ).id

type Entries = { readonly node: { readonly history: { readonly edges: readonly { readonly node: { readonly id: string } }[] } } }
async function entriesOf(id: string): Promise<readonly string[]> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on EventSourced { history(first: 100) { edges { node { id } } } } } }'
  return (await officer.read<Entries>(query, { id })).node.history.edges.map(({ node }) => node.id)
}
const lastEntryOf = async (id: string): Promise<string> => (await entriesOf(id)).at(-1) ?? ''

const secretsIn = (text: string): string[] =>
  [...new Set([...(text.match(secret) ?? []), ...hidden.filter((id) => text.includes(id))])].sort()

type Ask = { readonly query: string; readonly variables: object }
const asked = async (client: Client, { query, variables }: Ask): Promise<string> => {
  const { data, errors } = await client.ask(query, variables)
  if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`)
  return JSON.stringify(data)
}
const all = (client: Client, asks: readonly Ask[]) => Promise.all(asks.map((ask) => asked(client, ask))).then((texts) => texts.join('\n'))

const ofEach = (query: string): Ask[] => published.map((id) => ({ query, variables: { id } }))
/** Each field by a question of its own, as all at once would be too large a question. */
const fields = (type: string, root: string) =>
  everyFieldOf(typeOf(type)).map((field) => [field.split(/[ ({]/)[0] ?? '', `query ($id: ID!) { ${root.replace('*', field)} }`] as const)
const recommendationFields = fields('Recommendation', 'recommendation(id: $id) { * }')

/** The fields by which those who are signed in learn of it; by all others nobody does. */
const telling = [
  'addressee',
  'children',
  'conclusions',
  'evidence',
  'exempt',
  'history',
  'linkedFrom',
  'links',
  'mergedInto',
  'parent',
  'place',
  'provenance',
  'supersededBy',
  'text',
  'themes',
  'timescale',
  'title',
  'updates',
]

describe('of an item', () => {
  test.each(recommendationFields)('%s', async (name, query) => {
    expect(secretsIn(await all(anybody, ofEach(query)))).toEqual([])
    expect([name, secretsIn(await all(officer, ofEach(query))).length > 0]).toEqual([name, telling.includes(name)])
  })
  test.each(fields('Report', 'report(id: $id) { * }'))('of its report: %s', async (_name, query) =>
    expect(secretsIn(await all(anybody, ofEach(query)))).toEqual([]),
  )

  test('its history: every entry is there with its times, and nothing of what it says', async () => {
    const query = `query ($id: ID!) { recommendation(id: $id) { history(first: 100) { totalCount edges { node {
      revision type words reason corrects effectiveOn effect { words changes { attribute after } } } } } } }`
    const [linked, , , concluded] = published
    const shown = await anybody.read<{ recommendation: { history: { edges: readonly { node: object }[] } } }>(query, { id: linked })
    const known = await officer.read<typeof shown>(query, { id: linked })
    expect(shown.recommendation.history.edges).toHaveLength(known.recommendation.history.edges.length)
    expect(shown.recommendation.history.edges[2]?.node).toEqual({
      revision: 2,
      type: 'NotPublic',
      words: 'The details of this entry are not public.',
      reason: null,
      corrects: null,
      effectiveOn: '2026-02-02',
      effect: { words: 'Not public.', changes: [] },
    })
    expect(shown.recommendation.history.edges.at(-1)?.node).toMatchObject({ type: 'ThemeAssigned' })
    const conclusion = await anybody.read<typeof shown>(query, { id: concluded })
    expect(conclusion.recommendation.history.edges.at(-1)?.node).toMatchObject({
      type: 'NotPublic',
      effect: { words: expect.stringContaining('Tracking: open → concluded') },
    })
  })
})

test.each(fields('Office', 'office(id: $id) { * }'))('of an office from which it went: %s', async (name, query) => {
  const ask = { query, variables: { id: office } }
  expect(secretsIn(await asked(anybody, ask))).toEqual([])
  expect([name, secretsIn(await asked(officer, ask)).length > 0]).toEqual([name, ['transfers', 'history'].includes(name)])
})

test('a part of it stands in its own report, where it is hidden with it', async () => {
  const part = aRecommendation(published.at(-1) ?? '', { reference: 'R10 a', ordinal: 10, parent: hidden[0] })
  expect(await officer.execute('issueRecommendation', part)).toMatchObject({ kind: 'CommandRejected', rule: 'partOfSameReport' })
})

describe('of what changed', () => {
  const oneByOne = (): Ask[] =>
    published.map((id) => ({
      query: `query ($id: ID!, $from: MomentInput!) { recommendationDifference(id: $id, from: $from) { ${differing} } }`,
      variables: { id, from: { asKnownAt: from } },
    }))
  const differing = everyFieldOf(typeOf('RecommendationDifference')).join(' ')
  const asList = (): Ask => ({
    query: `query ($from: MomentInput!) { difference(first: 50, from: $from) { edges { node { ${differing} } } } }`,
    variables: { from: { asKnownAt: from } },
  })

  test('one by one', async () => {
    expect(secretsIn(await all(anybody, oneByOne()))).toEqual([])
    expect(secretsIn(await all(officer, oneByOne())).length).toBeGreaterThan(8)
  })
  test('as a list', async () => {
    expect(secretsIn(await asked(anybody, asList()))).toEqual([])
    expect(secretsIn(await asked(officer, asList())).length).toBeGreaterThan(8)
  })
})

test('the log is not for the public, and tells the auditor all', async () => {
  const query = '{ log(first: 100) { edges { node { words reason data } } } }'
  expect((await anybody.ask(query)).data?.['log'] ?? null).toBeNull()
  expect(secretsIn(await asked(officer, { query, variables: {} })).filter((one) => one.startsWith('secret'))).toHaveLength(35)
})

test('search and counts find nothing by it', async () => {
  for (const word of ['secret', ...hidden])
    expect(await anybody.read('query ($s: String) { recommendations(filter: { search: $s }) { totalCount } }', { s: word })).toEqual({
      recommendations: { totalCount: 0 },
    })
  // The merged duplicate is carried on by another.
  expect(await anybody.read('{ recommendations { totalCount } }')).toEqual({ recommendations: { totalCount: 9 } })
})

test('the stream of changes tells the public of nothing that speaks of it', async () => {
  const heard = async (token?: string): Promise<string> => {
    const leaving = new AbortController()
    const response = await running.api.fetch(
      new Request('http://outstanding.test/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query: 'subscription { changes(after: "0") { type stream words node { id } } }' }),
        signal: leaving.signal,
      }),
    )
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    let text = ''
    // The last entry that both may hear of.
    while (!text.includes('In the open')) text += new TextDecoder().decode((await reader.read()).value)
    await reader.cancel()
    return text
  }
  expect(secretsIn(await heard())).toEqual([])
  expect(secretsIn(await heard(await running.tokenOf('officer'))).length).toBeGreaterThan(8)
})

test('no page and no file shows it', async () => {
  const url = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
  const items = published.slice(0, -1).flatMap((id) => [`/recommendations/${id}`, `/recommendations/${id}/changes?from=1/1/2026`])
  const paths = ['/', '/changes?from=1/1/2026', '/reports', `/reports/${published.at(-1)}`, '/verification', ...items]
  for (const path of [...paths, '/.well-known/outstanding/checkpoint', '/.well-known/outstanding/tile/0/000']) {
    const text = await (await fetch(`${url}${path}`)).text()
    expect([path, secretsIn(text)]).toEqual([path, []])
  }
  expect(await (await fetch(`${url}/recommendations/${published[0]}`)).text()).toContain('The details of this entry are not public.')
})

test('once it is published, all of it is public', async () => {
  await officer.done('publishReport', { report: hidden[2], effectiveOn: '2026-02-05' })
  const history = recommendationFields.find(([name]) => name === 'history')?.[1] ?? ''
  const shown = secretsIn(await all(anybody, ofEach(history)))
  expect(shown.filter((one) => one.startsWith('secret'))).toEqual(
    expect.arrayContaining(['secret1', 'secret2', 'secret4', 'secret5', 'secret6', 'secret7', 'secret8', 'secret9', 'secret10']),
  )
  // What is withheld stays so.
  expect(shown).not.toContain('secret3')
})

describe('of an item whose text is exempt', () => {
  const query = `query ($id: ID!) { recommendation(id: $id) { reference title text textToHand exempt { parts ground reviewOn publicInterest }
    timescale { grade } evidence { name } } }`
  const exempt = { parts: ['TEXT'], ground: 'SCHEDULE_12A_3', reviewOn: '2027-02-01' }

  test('the public sees that it exists, the ground and the day of the review; those who are signed in see all', async () => {
    const [whole, part] = exempted
    const hiddenWords = { title: 'Exempt from publication', text: null, textToHand: true, evidence: [] }
    for (const id of [whole, part])
      expect(await anybody.read(query, { id })).toMatchObject({
        recommendation: { ...hiddenWords, exempt: { ...exempt, publicInterest: null } },
      })
    expect(await officer.read(query, { id: whole })).toMatchObject({
      recommendation: { title: 'secret21', text: 'secret22', exempt: { ...exempt, publicInterest: 'secret31' } },
    })
  })
  test('what is not the appendix stays public', async () => {
    expect(await anybody.read(query, { id: exempted[3] })).toMatchObject({ recommendation: { evidence: [{ name: 'Open' }] } })
  })
  test('its review is asked for when it is due', async () => {
    const due =
      'query ($day: Date) { exemptionsToReview(authority: "example-borough", asAt: $day) { totalCount edges { node { reviewOn } } } }'
    expect(await officer.read(due, { day: '2027-01-31' })).toMatchObject({ exemptionsToReview: { totalCount: 0 } })
    expect(await officer.read(due, { day: '2027-02-01' })).toMatchObject({ exemptionsToReview: { totalCount: 3 } })
  })
  test('at an end, all of it is public, its past too', async () => {
    const [id] = exempted
    await officer.done('reviewExemption', { recommendation: id, effectiveOn: '2026-02-04', found: 'secret41', reviewOn: '2027-03-01' })
    expect(secretsIn(await asked(anybody, { query, variables: { id } }))).toEqual([])
    await officer.done('endExemption', { recommendation: id, effectiveOn: '2026-02-05', reason: 'The contract was let' })
    expect(await anybody.read(query, { id })).toMatchObject({ recommendation: { title: 'secret21', exempt: null } })
    const history = recommendationFields.find(([name]) => name === 'history')?.[1] ?? ''
    expect(secretsIn(await asked(anybody, { query: history, variables: { id } }))).toContain('secret28')
  })
  test('what was withheld is shown again without a correction', async () => {
    const id = hidden[1] ?? ''
    await officer.done('publishRecommendation', { recommendation: id, effectiveOn: '2026-02-06', reason: 'The case has ended' })
    expect(await anybody.read('query ($id: ID!) { recommendation(id: $id) { withheld reference } }', { id })).toEqual({
      recommendation: { withheld: null, reference: 'R1' },
    })
  })
})

test('of a report under embargo the public sees nothing before the time, and all of it afterwards', async () => {
  const { id } = await officer.done('registerReport', aReport({ title: 'Under embargo' }))
  const { id: item } = await officer.done('issueRecommendation', aRecommendation(id, { reference: 'R1' }))
  const embargo = (until: number) =>
    officer.done('embargoReport', { report: id, effectiveOn: '2026-02-06', until: new Date(until).toISOString() })
  const seen = () =>
    anybody.read('query ($id: ID!, $item: ID!) { report(id: $id) { title } recommendation(id: $item) { reference } }', { id, item })
  await embargo(Date.now() + 3_600_000)
  expect(await seen()).toEqual({ report: null, recommendation: null })
  const officers = 'query ($id: ID!) { report(id: $id) { publication embargoedUntil } }'
  expect(await officer.read(officers, { id })).toMatchObject({ report: { publication: 'EMBARGOED' } })
  const soon = Date.now() + 300
  await embargo(soon)
  await vi.waitFor(async () => expect(await seen()).toEqual({ report: { title: 'Under embargo' }, recommendation: { reference: 'R1' } }), {
    timeout: 20_000,
  })
  expect(Date.now()).toBeGreaterThanOrEqual(soon)
  expect(await officer.read(officers, { id })).toEqual({ report: { publication: 'PUBLISHED', embargoedUntil: null } })
})

describe('no person is named by an id', () => {
  const person = 'person-0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a'
  test.each([
    ['assignOwner', { owner: person, name: 'Head of care', role: 'LEAD_OFFICER' }, 'owner'],
    ['assignOwner', { owner: person.slice('person-'.length), name: 'Head of care', role: 'LEAD_OFFICER' }, 'owner'],
    ['assignOwner', { owner: 'head-of-care', name: person, role: 'LEAD_OFFICER' }, 'name'],
    ['planAction', { actionId: 'a', description: 'x', lead: `see ${person}` }, 'lead'],
  ])('%s %j', async (mutation, input, field) => {
    const answer = await officer.execute(mutation, { recommendation: published[0], effectiveOn: '2026-02-06', ...input })
    expect(answer).toMatchObject({ kind: 'CommandRejected', field })
  })
})

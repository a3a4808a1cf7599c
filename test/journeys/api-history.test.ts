import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { Role, RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { liveOneLife } from './kit/whole-life.ts'
import type { Life } from './kit/whole-life.ts'

let running: RunningApi
let officer: Client
let auditor: Client
let anybody: Client
let as: (role: Role) => Promise<Client>
let life: Life

beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  as = async (role) => createClient(send, await running.tokenOf(role))
  officer = await as('officer')
  auditor = await as('auditor')
  anybody = createClient(send)
  life = await liveOneLife(officer)
  // A question registers who asks it without waiting for that: the log is at rest once it is done.
  while ((await auditor.read<{ viewer: object | null }>('{ viewer { id } }')).viewer === null) await sleep(50)
})
afterAll(() => running.stop())

type Node = {
  readonly id: string
  readonly type: string
  readonly stream: string
  readonly recordedAt: string
  readonly effectiveOn: string
  readonly correlationId: string
  readonly actor: { readonly id: string; readonly name: string }
}
type Log = {
  readonly log: {
    readonly totalCount: number
    readonly counted: boolean
    readonly edges: readonly { readonly node: Node }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}
/** A person who is written as persons are, and who has recorded nothing. */
const nobody = 'person-0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6b'
const logQuery = `query ($first: Int, $after: String, $filter: LogFilter, $newestFirst: Boolean! = true) {
  log(first: $first, after: $after, filter: $filter, newestFirst: $newestFirst) {
    totalCount counted
    edges { node { id type stream recordedAt effectiveOn correlationId actor { id name } } }
    pageInfo { hasNextPage endCursor }
  }
}`
const log = async (filter: object = {}, more: object = {}) => (await auditor.read<Log>(logQuery, { first: 100, filter, ...more })).log
const typesOf = async (filter: object, more: object = {}) => (await log(filter, more)).edges.map(({ node }) => node.type)

describe('the log', () => {
  test('gives every event of every item, the newest first, page by page or the other way round', async () => {
    const whole = await log()
    const oldest = await log({}, { newestFirst: false })
    expect(whole).toMatchObject({ counted: true, totalCount: whole.edges.length })
    expect(oldest.edges.map(({ node }) => node.id)).toEqual(whole.edges.map(({ node }) => node.id).toReversed())
    const paged: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const page: Log['log'] = await log({}, { first: 7, after })
      paged.push(...page.edges.map(({ node }) => node.id))
      after = page.pageInfo.endCursor
      more = page.pageInfo.hasNextPage
    }
    expect(paged).toEqual(whole.edges.map(({ node }) => node.id))
    expect(new Set(whole.edges.map(({ node }) => node.stream.split('-')[0]))).toEqual(
      new Set(['person', 'report', 'office', 'recommendation', 'committee']),
    )
  })

  test('is searched by item, type, day, authority and who typed it', async () => {
    expect(await typesOf({ stream: life.recommendation }, { newestFirst: false })).toEqual(life.types)
    expect(await typesOf({ type: ['ReportAdopted', 'TrackingReopened'] })).toEqual(['TrackingReopened', 'ReportAdopted'])
    expect(await typesOf({ type: ['ReportAdopted'] })).toEqual(['ReportAdopted'])
    expect(await typesOf({ type: [] })).toEqual([])
    expect(await typesOf({ stream: life.recommendation, effectiveFrom: '2026-06-17', effectiveTo: '2026-06-17' })).toEqual([
      'TrackingConcluded',
      'AssessmentAgreed',
    ])
    expect((await log({ authority: 'example-borough' })).totalCount).toBeGreaterThan(life.types.length)
    const { edges } = await log({ stream: life.recommendation }, { first: 1 })
    const { actor, recordedAt } = (edges[0] as { node: Node }).node
    expect(actor.name).toBe('Test officer')
    expect(actor.id).toMatch(/^person-/)
    expect(await typesOf({ actor: actor.id, stream: life.recommendation }, { newestFirst: false })).toEqual(life.types)
    const day = recordedAt.slice(0, 10)
    expect((await log({ recordedFrom: '2020-01-01', recordedTo: '2100-01-01' })).totalCount).toBe((await log()).totalCount)
    expect(await typesOf({ recordedFrom: '2100-01-01' })).toEqual([])
    expect(await typesOf({ recordedTo: '2020-01-01' })).toEqual([])
    expect(await typesOf({ stream: life.recommendation, recordedFrom: dayBefore(day) }, { newestFirst: false })).toEqual(life.types)
  })

  test.each([
    ['actor', nobody, /Nobody with the id "person-0d6e.*" has recorded anything\. Known: person-[0-9a-f-]+/],
    ['actor', nobody.slice('person-'.length), /Write the id of a person as person-\{uuid\}/],
    ['actor', 'Ann Example', /Write the id of a person as person-\{uuid\}/],
    ['authority', 'exampel-borough', /No authority "exampel-borough" is on the register\. Known: .*example-borough/],
    ['stream', 'recommendation-nobody', /No item has the id "recommendation-nobody"/],
    ['correlation', 'none', /No entry has the correlation id "none"/],
    ['causation', 'none', /There is no entry "none"/],
    ['moreDaysLateThan', -1, /a whole number of days from 0 to/],
  ])('refuses the %s %j, which nothing in it has', async (field, value, message) => {
    const { errors } = await auditor.ask(logQuery, { filter: { [field]: value } })
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT', field } }])
  })

  test('refuses a type that is none, and names the nearest', async () => {
    const { errors } = await auditor.ask(logQuery, { filter: { type: ['ReportAdopted', 'AssesmentAgreed'] } })
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/"AssesmentAgreed" does not exist in "EventType" enum.*"AssessmentAgreed"/),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ])
  })

  test('is empty where a value is known and nothing has it', async () => {
    expect(await typesOf({ type: ['ErasureRefused'] })).toEqual([])
    expect(await typesOf({ actor: (await log()).edges[0]?.node.actor.id, recordedFrom: '2100-01-01' })).toEqual([])
    expect(await typesOf({ causation: (await log()).edges[0]?.node.id })).toEqual([])
  })

  test('is searched for what was recorded late', async () => {
    const all = (await log()).edges.map(({ node }) => node)
    const late = ({ recordedAt, effectiveOn }: Node, days: number) =>
      Date.parse(londonDay(recordedAt)) - Date.parse(effectiveOn) > days * 86_400_000
    const lateness = all.map(({ recordedAt, effectiveOn }) => (Date.parse(londonDay(recordedAt)) - Date.parse(effectiveOn)) / 86_400_000)
    const median = lateness.toSorted((a, b) => a - b)[Math.floor(lateness.length / 2)] as number
    for (const days of [0, Math.max(0, median - 1), Math.max(0, median), 100_000])
      expect((await log({ moreDaysLateThan: days })).edges.map(({ node }) => node.id)).toEqual(
        all.filter((entry) => late(entry, days)).map(({ id }) => id),
      )
    expect(median).toBeGreaterThan(0)
  })

  test('is that of another time too', async () => {
    const query = `query ($asAt: Date, $asKnownAt: String, $filter: LogFilter) { log(asAt: $asAt, asKnownAt: $asKnownAt, filter: $filter, first: 100) {
      totalCount edges { node { type correctedBy } } } }`
    const then = async (times: object) => (await auditor.read<Log>(query, { filter: { stream: life.recommendation }, ...times })).log
    expect(await then({ asKnownAt: life.concludedAt })).toMatchObject({
      totalCount: 22,
      edges: { 0: { node: { type: 'TrackingConcluded' } } },
    })
    expect((await then({ asKnownAt: '0' })).totalCount).toBe(0)
    expect((await then({ asAt: '2026-01-07' })).totalCount).toBe(5)
    expect((await then({ asAt: '2026-01-07', filter: { stream: life.recommendation, effectiveTo: '2026-01-06' } })).totalCount).toBe(2)
    const corrected = (found: Log['log']) => found.edges.flatMap(({ node }) => (node as unknown as { correctedBy: string[] }).correctedBy)
    expect(corrected(await then({}))).toHaveLength(1)
    expect(corrected(await then({ asKnownAt: life.concludedAt }))).toHaveLength(0)
  })

  test.each(['public', 'committee-member', 'responsible-member', 'lead-officer', 'quartet'] as const)(
    'is not for the role %s',
    async (role) => {
      const client = role === 'public' ? anybody : await as(role)
      const code = role === 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      for (const query of ['{ log { totalCount } }', '{ entry(id: "x") { id } }']) {
        const { data, errors } = await client.ask(query)
        expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code])
        expect(data?.['log'] ?? data?.['entry'] ?? null).toBeNull()
      }
    },
  )

  test('is counted in the limits of a query', async () => {
    const query = `query ($first: Int) { log(first: $first) { edges { node { together(first: 100) { edges { node { together(first: 100) {
      edges { node { id } } } } } } } } } }`
    const { errors } = await auditor.ask(query, { first: 100 })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_LARGE', limit: 'cost' })
    expect((await auditor.ask(logQuery, { first: 101 })).errors?.[0]?.extensions).toMatchObject({ rule: 'pageSize' })
    expect((await auditor.ask(logQuery, { after: 'nonsense' })).errors?.[0]?.extensions).toMatchObject({ rule: 'cursor' })
  })
})

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

type Effects = { readonly node: { readonly history: { readonly edges: readonly { readonly node: EffectNode }[] } } }
type EffectNode = {
  readonly type: string
  readonly effect: { readonly words: string; readonly changes: readonly { readonly attribute: string; readonly words: string }[] }
}
const effectsQuery = `query ($id: ID!) { node(id: $id) { ... on EventSourced { history(first: 100) { edges { node {
  type effect { words changes { attribute key words before after beforeData afterData } }
} } } } } }`
const effectsOf = async (client: Client, id: string) =>
  (await client.read<Effects>(effectsQuery, { id })).node.history.edges.map(({ node }) => node)

describe('the effect of an entry', () => {
  test('says what it changed on the item', async () => {
    const effects = await effectsOf(officer, life.recommendation)
    const wordsOf = (type: string) => effects.filter((one) => one.type === type).map(({ effect }) => effect.words)
    expect(wordsOf('RecommendationIssued')).toEqual(['Original completion date: none → 6 April 2026; due: none → 6 April 2026'])
    expect(wordsOf('ResponseRequired')).toEqual(['Response due: none → 7 March 2026 (Cabinet); response: no response requested → awaited'])
    expect(wordsOf('CompletionDateRevisionApproved')).toEqual([
      'Revised completion date: none → 31 May 2026; due: 6 April 2026 → 31 May 2026; extension: requested, 31 May 2026, Addresses were out of date → approved, 31 May 2026, Addresses were out of date',
    ])
    expect(wordsOf('AssessmentProposed')[0]).toBe('Proposed assessment: none → 3: Not achieved (Progress made); expected by 31 May 2026')
    expect(wordsOf('StillNeededRecorded')).toEqual(['Added to the record. Nothing else changed.'])
    const late = '2: Achieved (Late); completed on 15 May 2026'
    const tracker = 'Children and Families Committee'
    expect(wordsOf('TrackingConcluded')).toEqual([
      `Tracking: open → concluded; concluded as: none → achieved; tracked by: ${tracker}; open; ${late} → ${tracker}; concluded; ${late}; achieved`,
    ])
    expect(wordsOf('TrackingReopened')).toEqual([
      'Revised completion date: 31 May 2026 → 31 December 2026; due: 31 May 2026 → 31 December 2026; tracking: concluded → open; ' +
        `tracked by: ${tracker}; concluded; ${late}; achieved → ${tracker}; open; proposed assessment: ${late} → none; agreed assessment: ${late} → none; concluded as: achieved → none`,
    ])
    expect(wordsOf('EntryCorrected')).toEqual(['Update: complete: Everyone is in touch. → complete: Everyone is in touch but two.'])
  })

  test('covers reports and offices too, and the public sees it without the details', async () => {
    const ofReport = await effectsOf(anybody, life.report)
    expect(ofReport.find(({ type }) => type === 'ReportPublished')).toMatchObject({
      effect: {
        words: 'Publication: unpublished → published',
        changes: [{ attribute: 'PUBLICATION', before: 'unpublished', after: 'published', beforeData: null, afterData: null }],
      },
    })
    const [created] = await effectsOf(officer, life.member)
    expect(created?.effect.words).toContain('Name: none → Cabinet member for children')
    const holder = 'person-0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a'
    await officer.done('appointHolder', { office: life.member, effectiveOn: '2025-05-21', holder })
    const seen = JSON.stringify(await effectsOf(anybody, life.member))
    expect(seen).toContain('Office holder: none → from 21 May 2025')
    expect(seen).not.toContain(holder.slice('person-'.length))
  })
})

type Value = {
  readonly attribute: string
  readonly key: string
  readonly value: string
  readonly entries: readonly Node[]
  readonly corrected: readonly Node[]
}
type ProvenanceAnswer = { readonly recommendation: { readonly provenance: readonly Value[] } | null }
const provenanceQuery = `query ($id: ID!, $attributes: [RecommendationAttribute!], $asAt: Date, $asKnownAt: String) {
  recommendation(id: $id, asAt: $asAt, asKnownAt: $asKnownAt) {
    provenance(attributes: $attributes) { attribute key value entries { id type effectiveOn correctedBy } corrected { id type } }
  }
}`
const provenance = async (attributes: readonly string[] | null, times: object = {}, client = officer) => {
  const { recommendation } = await client.read<ProvenanceAnswer>(provenanceQuery, { id: life.recommendation, attributes, ...times })
  return (recommendation?.provenance ?? []).map(({ attribute, value, entries, corrected }) => [
    attribute,
    value,
    entries.map(({ type }) => type),
    ...corrected.map(({ type }) => type),
  ])
}

describe('provenance', () => {
  test('is answered for every value', async () => {
    expect(await provenance(['TITLE', 'DUE_ON', 'TRACKING', 'ASSESSMENT_AGREED', 'DELIVERY'])).toEqual([
      ['TITLE', 'Keep in touch with every care leaver', ['RecommendationIssued']],
      ['DUE_ON', '31 December 2026', ['TrackingReopened']],
      ['DELIVERY', 'reported complete (not yet assessed)', ['ActionCompleted', 'ProgressUpdated']],
      ['TRACKING', 'open', ['TrackingReopened']],
    ])
    expect(await provenance(['ASSESSMENT_AGREED'], { asAt: '2026-09-15' })).toEqual([
      ['ASSESSMENT_AGREED', '2: Achieved (Late); completed on 15 May 2026', ['AssessmentAgreed']],
    ])
    const all = await provenance(null)
    expect(all.length).toBeGreaterThan(25)
    for (const [field, , entries] of all) expect([field, (entries as string[]).length > 0]).toEqual([field, true])
  })

  test('names the correction, with the entry it corrected', async () => {
    expect(await provenance(['UPDATE'])).toEqual([
      ['UPDATE', 'complete: Everyone is in touch but two.', ['EntryCorrected'], 'ProgressUpdated'],
    ])
  })

  test('in both times', async () => {
    expect(await provenance(['TRACKING', 'ASSESSMENT_AGREED', 'DUE_ON'], { asAt: '2026-03-17' })).toEqual([
      ['DUE_ON', '6 April 2026', ['RecommendationIssued']],
      ['TRACKING', 'open', ['TrackingTakenOn']],
    ])
    expect(await provenance(['TRACKING', 'CONCLUSION_REASON'], { asKnownAt: life.concludedAt })).toEqual([
      ['TRACKING', 'concluded', ['TrackingConcluded']],
      ['CONCLUSION_REASON', 'achieved', ['TrackingConcluded']],
    ])
    expect(await provenance(['UPDATE'], { asKnownAt: life.concludedAt })).toEqual([
      ['UPDATE', 'complete: Everyone is in touch.', ['ProgressUpdated']],
    ])
  })

  test('is answered to the public as all else that is published', async () =>
    expect(await provenance(['DUE_ON'], {}, anybody)).toEqual([['DUE_ON', '31 December 2026', ['TrackingReopened']]]))

  test('of a report, and nothing to the public of when it was not published', async () => {
    const query = `query ($id: ID!, $asKnownAt: String) { report(id: $id, asKnownAt: $asKnownAt) {
      provenance(attributes: [PUBLICATION, TITLE]) { attribute value entries { type logPosition } } } }`
    type Answer = {
      report: { provenance: readonly { attribute: string; value: string; entries: readonly { type: string; logPosition: string }[] }[] }
    }
    const now = (await anybody.read<Answer>(query, { id: life.report })).report?.provenance ?? []
    expect(now).toMatchObject([
      { attribute: 'TITLE', value: 'Support for care leavers', entries: [{ type: 'ReportRegistered' }] },
      { attribute: 'PUBLICATION', value: 'published', entries: [{ type: 'ReportPublished' }] },
    ])
    const registered = { id: life.report, asKnownAt: now[0]?.entries[0]?.logPosition }
    expect((await officer.read<Answer>(query, registered)).report?.provenance).toMatchObject([
      { attribute: 'TITLE' },
      { value: 'unpublished' },
    ])
    expect((await anybody.read<Answer>(query, registered)).report).toBeNull()
  })
})

describe('what caused what, and what was done together', () => {
  type Chain = {
    readonly entry: { readonly id: string; readonly causationId: string; readonly commandId: string } & Readonly<
      Record<'causes', readonly Node[]>
    > &
      Readonly<Record<'caused' | 'together', Log['log']>>
  }
  const chainQuery = `query ($id: ID!) { entry(id: $id) {
    id causationId commandId causes { id type }
    caused(first: 10) { totalCount edges { node { id type } } }
    together(first: 10) { totalCount edges { node { id type } } }
  } }`
  const chainOf = async (id: string) => (await auditor.read<Chain>(chainQuery, { id })).entry
  const entry = async (type: string) => (await log({ stream: life.recommendation, type: [type] })).edges[0]?.node as Node

  test('a correction was caused by the entry it corrects', async () => {
    const corrected = await entry('ProgressUpdated')
    const correction = await entry('EntryCorrected')
    expect(await chainOf(correction.id)).toMatchObject({
      causationId: corrected.id,
      causes: [{ id: corrected.id, type: 'ProgressUpdated' }],
    })
    expect((await chainOf(corrected.id)).caused.edges).toMatchObject([{ node: { id: correction.id } }])
    expect(await typesOf({ causation: corrected.id })).toEqual(['EntryCorrected'])
  })

  test('a command says because of which entry it is given, in a chain to the first', async () => {
    const reopening = await entry('TrackingReopened')
    const about = { recommendation: life.recommendation, effectiveOn: '2026-09-18' }
    const escalated = { ...about, body: 'Full Council', reason: 'Contacts have fallen.', causedBy: reopening.id }
    const commandId = randomUUID()
    const first = await officer.done('escalate', { ...escalated, commandId })
    expect(await officer.done('escalate', { ...escalated, commandId })).toMatchObject({ revision: first.revision })
    expect(await officer.execute('escalate', { ...escalated, commandId, causedBy: null })).toMatchObject({ rule: 'commandIdReused' })
    const escalation = await entry('EscalatedTo')
    await officer.done('updateProgress', { ...about, updateId: 'after', words: 'Council was told.', causedBy: escalation.id })
    const [newest] = (await log({ stream: life.recommendation }, { first: 1 })).edges
    const chain = await chainOf(newest?.node.id ?? '')
    expect(chain.causes).toMatchObject([{ id: escalation.id }, { id: reopening.id }])
    const alone = await chainOf(reopening.id)
    expect(alone).toMatchObject({ causes: [], causationId: alone.commandId, caused: { totalCount: 1 } })
  })

  test('of an entry that is not there nothing is done', async () => {
    const command = { recommendation: life.recommendation, effectiveOn: '2026-09-18', body: 'Council', reason: 'x' }
    for (const causedBy of [randomUUID(), 'nothing'])
      expect(await officer.execute('escalate', { ...command, causedBy })).toMatchObject({
        kind: 'CommandTargetNotFound',
        id: causedBy,
        field: 'causedBy',
      })
  })

  test('one request is one correlation', async () => {
    const one = `mutation ($a: AssignThemeInput!, $b: ReleaseOwnerInput!) { a: assignTheme(input: $a) { __typename } b: releaseOwner(input: $b) { __typename } }`
    const about = { recommendation: life.recommendation, effectiveOn: '2026-09-19' }
    await officer.read(one, {
      a: { ...about, commandId: randomUUID(), theme: 'Leaving care' },
      b: { ...about, commandId: randomUUID(), owner: life.lead, reason: 'Moved to another service.' },
    })
    const released = await entry('OwnerReleased')
    expect((await chainOf(released.id)).together.edges.map(({ node }) => node.type)).toEqual(['ThemeAssigned', 'OwnerReleased'])
    expect(await typesOf({ correlation: released.correlationId })).toEqual(['OwnerReleased', 'ThemeAssigned'])
  })

  test('is for audit only', async () => {
    const query = `query ($id: ID!) { node(id: $id) { ... on EventSourced { history(first: 1) { edges { node {
      causes { id } caused { totalCount } together { totalCount } } } } } } }`
    for (const client of [anybody, await as('quartet')])
      expect(await client.read(query, { id: life.recommendation })).toMatchObject({
        node: { history: { edges: [{ node: { causes: null, caused: null, together: null } }] } },
      })
  })
})

const londonDay = (instant: string): string => new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' })

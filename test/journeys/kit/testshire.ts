import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { startApi } from './api-in-process.ts'
import type { Role, RunningApi } from './api-in-process.ts'
import { createClient, inProcess } from './client.ts'
import type { Client, Outcome } from './client.ts'

/** The committees of Testshire, by slug, with the name each was established with. */
export const committees = {
  'children-osc': 'Children O&S Committee',
  'health-osc': 'Health O&S Committee',
  audit: 'Audit Committee',
} as const
export type CommitteeSlug = keyof typeof committees

/** A moment of either time; a moment left out is now. */
export type Moment = { readonly asAt?: string; readonly asKnownAt?: string }

export type Testshire = {
  readonly running: RunningApi
  readonly officer: Client
  readonly anybody: Client
  /** The offices that own recommendations, by their ids. */
  readonly offices: { readonly children: string; readonly communities: string; readonly trust: string }
  /** A client of another person. */
  signedIn(role: Role, name: string): Promise<Client>
  /** Creates an office of the council. */
  office(name: string, kind?: string): Promise<string>
  /** A report of that day, not yet published; its id. */
  report(on: string, over?: object): Promise<string>
  /** A recommendation of the one report of that day, tracked from that day by Children's committee alone; its id. */
  item(on: string, timescale: string | null, over?: object): Promise<string>
  /** Another recommendation of a report, which no committee tracks. */
  issue(report: string, on: string, over?: object): Promise<string>
  /** Sends a command about a recommendation; its outcome. */
  execute(recommendation: string, mutation: string, on: string, input?: object): Promise<Outcome>
  /** As `execute`, and throws what was refused. */
  done(recommendation: string, mutation: string, on: string, input?: object): ReturnType<Client['done']>
  /** Fields of a recommendation, in both times. */
  read<Fields>(recommendation: string, fields: string, moment?: Moment): Promise<Fields>
  /** The ids of the recommendations that a filter finds. */
  listed(filter: object, moment?: Moment): Promise<readonly string[]>
  stop(): Promise<void>
}

const authority = 'testshire'

/** A made-up council with its committees and offices, set up through commands and nothing else, on a server of its own. */
export async function startTestshire(): Promise<Testshire> {
  const running = await startApi()
  const send = inProcess(running.api.fetch)
  const signedIn = async (role: Role, name: string): Promise<Client> => createClient(send, await running.tokenOf(role, name))
  const officer = await signedIn('officer', 'Olive Example')
  const office = async (name: string, kind = 'EXECUTIVE_MEMBER'): Promise<string> =>
    (await officer.done('createOffice', { authority, name, kind, effectiveOn: '2015-05-19', illustrative: true })).id
  await Promise.all(Object.entries(committees).map(([slug, name]) => officer.done('establishCommittee', { ...aCommitteeOf(slug), name })))
  const [children, communities, trust] = await Promise.all([
    office('Cabinet Member for Children'),
    office('Cabinet Member for Communities'),
    office('Testshire NHS Trust', 'PARTNER'),
  ])

  const report: Testshire['report'] = async (on, over = {}) => (await officer.done('registerReport', { ...aReportOf(on), ...over })).id
  const issue: Testshire['issue'] = async (of, on, over = {}) =>
    (await officer.done('issueRecommendation', { ...aRecommendationOf(of), effectiveOn: on, ...over })).id
  const reports = new Map<string, { readonly report: Promise<string>; items: number }>()
  const execute: Testshire['execute'] = (recommendation, mutation, on, input = {}) =>
    officer.execute(mutation, { recommendation, effectiveOn: on, ...input })
  const done: Testshire['done'] = (recommendation, mutation, on, input = {}) =>
    officer.done(mutation, { recommendation, effectiveOn: on, ...input })
  return {
    running,
    officer,
    anybody: createClient(send),
    offices: { children, communities, trust },
    signedIn,
    office,
    report,
    issue,
    execute,
    done,
    async item(on, timescale, over = {}) {
      const of = reports.get(on) ?? { report: report(on), items: 0 }
      of.items += 1
      reports.set(on, of)
      const numbered = { reference: `R${of.items}`, ordinal: of.items }
      const id = await issue(await of.report, on, { ...numbered, timescale: timescale === null ? null : { asPrinted: timescale }, ...over })
      await done(id, 'takeOnTracking', on, decidedBy('children-osc', on))
      return id
    },
    async read<Fields>(id: string, fields: string, moment: Moment = {}) {
      const asked = `query ($id: ID!, $asAt: Date, $asKnownAt: String) { recommendation(id: $id, asAt: $asAt, asKnownAt: $asKnownAt) { ${fields} } }`
      return (await officer.read<{ recommendation: Fields }>(asked, { id, ...moment })).recommendation
    },
    async listed(filter, moment = {}) {
      const found = await officer.read<Listed>(listQuery, { filter: { authority, ...filter }, ...moment })
      return found.recommendations.edges.map(({ node }) => node.id)
    },
    stop: () => running.stop(),
  }
}

type Listed = { readonly recommendations: { readonly edges: readonly { readonly node: { readonly id: string } }[] } }
const listQuery = `query ($filter: RecommendationFilter, $asAt: Date, $asKnownAt: String) {
  recommendations(first: 100, filter: $filter, asAt: $asAt, asKnownAt: $asKnownAt) { edges { node { id } } } }`

const aCommitteeOf = (slug: string) => ({
  slug,
  authority,
  kind: slug === 'audit' ? 'AUDIT' : 'OVERVIEW_AND_SCRUTINY',
  effectiveOn: '2015-05-19',
  illustrative: true,
})

const aReportOf = (on: string) => ({
  effectiveOn: on,
  title: 'Young people and their services',
  publisher: 'Testshire scrutiny',
  framework: `Inquiry ${randomUUID()}`,
  kind: 'SCRUTINY',
  authority,
  authorityName: 'Testshire',
  publishedOn: on,
  publishedPrecision: 'DAY',
  addressee: 'Testshire Council',
  illustrative: true,
})

const aRecommendationOf = (report: string) => ({
  report,
  reference: 'R1',
  ordinal: 1,
  title: 'Open the youth centres at weekends',
  text: 'The council opens every youth centre at weekends.',
})

/** A decision of a committee at its meeting of that day, under the name it was established with unless another is given. */
export const decidedBy = (slug: CommitteeSlug, meetingOn: string, committeeName: string = committees[slug]) => ({
  onBehalfOf: { kind: 'BODY', id: slug },
  decision: { committee: slug, committeeName, meetingOn, minuteReference: `${meetingOn} item 5` },
})

export const onBehalfOf = (office: string) => ({ onBehalfOf: { kind: 'OFFICE', id: office } })

/** What somebody reads of a refusal, by whichever rule: what is wrong, and what to do. */
export const refused = (field: string, message: string, remedy: string) => ({
  kind: 'CommandRejected',
  rule: expect.any(String),
  field,
  message,
  remedy,
})
export const accepted = expect.objectContaining({ kind: 'CommandAccepted' })

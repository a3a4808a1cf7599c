import type { GraphQLObjectType } from 'graphql'
import { expect } from 'vitest'
import type { Client } from './client.ts'
import { committedSchema, everyFieldOf } from './whole-schema.ts'

type Reading = {
  readonly administrator: Client
  readonly anybody: Client
  /** Where the pages are. */
  readonly url: string
  readonly streams: readonly string[]
  readonly authority: string
}

const schema = committedSchema()
const atOnce = 4

/** A document for each few fields of the type: all at once would be too much to ask. */
function documentsFor(type: string): readonly string[] {
  const fields = everyFieldOf(schema.getType(type) as GraphQLObjectType)
  return Array.from({ length: Math.ceil(fields.length / atOnce) }, (_, part) => {
    const some = fields.slice(part * atOnce, (part + 1) * atOnce).join(' ')
    return `query ($id: ID!) { node(id: $id) { ... on ${type} { ${some} } } }`
  })
}

const types = {
  recommendation: 'Recommendation',
  report: 'Report',
  office: 'Office',
  committee: 'Committee',
  policy: 'Policy',
  person: 'Person',
  visit: 'Visit',
}
const documents = new Map(Object.entries(types).map(([kind, type]) => [kind, documentsFor(type)]))

const lists = `query ($authority: ID!) {
  recommendations(first: 50, filter: { authority: $authority }) { totalCount edges { node { id title position { delivery schedule { state dueOn } tracking } } } }
  reports(first: 50, authority: $authority) { edges { node { id title } } }
  offices(first: 50, authority: $authority) { edges { node { id name } } }
  committees(first: 50, authority: $authority) { edges { node { id name } } }
  visits(first: 50, filter: { authority: $authority }) { edges { node { id body findings { ref linkedTo { id } } } } }
  policy(authority: $authority) { inForce { version source } }
  themes(authority: $authority)
  outstandingByOwner(authority: $authority) { outstanding }
  outstandingByReport(authority: $authority) { outstanding report { id } }
  scheduleCounts(filter: { authority: $authority }) { overdue }
}`
/** Not for the public. */
const log = `query ($authority: ID!) { log(first: 100, filter: { authority: $authority }) { edges { node { type words data } } } }`
const past = `query ($authority: ID!) {
  recommendations(first: 50, asAt: "2026-02-02", filter: { authority: $authority }) { totalCount edges { node { id position { schedule { state } } } } }
  difference(first: 20, from: { asAt: "2026-01-20" }, to: { asAt: "2026-06-30" }, filter: { authority: $authority }) { edges { node { presence changes { words kind } } } }
}`

async function read(client: Client, query: string, variables: object): Promise<void> {
  const { errors } = await client.ask(query, variables)
  if (errors) expect([errors, variables, query]).toEqual('no error')
}

const pathsOf = (stream: string): readonly string[] => {
  const id = encodeURIComponent(stream)
  if (stream.startsWith('recommendation-')) return [`/recommendations/${id}`, `/recommendations/${id}/changes?from=1/2/2026&to=1/7/2026`]
  if (stream.startsWith('visit-')) return [`/visits/${id}`]
  return stream.startsWith('report-') ? [`/reports/${id}`] : []
}

/** Reads every field of what these streams are about, the lists in which they stand and their pages, and fails where one of them fails. */
export async function readEverything({ administrator, anybody, url, streams, authority }: Reading): Promise<void> {
  for (const client of [administrator, anybody]) {
    for (const stream of streams)
      for (const document of documents.get(stream.slice(0, stream.indexOf('-'))) ?? []) await read(client, document, { id: stream })
    for (const query of [lists, past]) await read(client, query, { authority })
  }
  await read(administrator, log, { authority })
  const paths = [...streams.flatMap(pathsOf), `/?authority=${authority}&asAt=2/2/2026`, '/changes?from=20/1/2026']
  for (const path of paths) {
    const answer = await fetch(`${url}${path}`)
    expect([path, answer.status, await answer.text()]).toEqual([
      path,
      expect.toSatisfy((status) => [200, 404, 410].includes(status)),
      expect.any(String),
    ])
  }
}

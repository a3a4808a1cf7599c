import type { PublicationFacts, RecommendationEvent, RecommendationState, ReportEvent } from '@outstanding/domain'
import {
  baselineDoubt,
  originalCompletion,
  defaultPolicy,
  publicationFacts,
  recommendationDecider,
  reportDecider,
} from '@outstanding/domain'
import type { Snapshot } from '@outstanding/projection'
import { openReadModels, totalOf } from '@outstanding/projection'
import { expect, it } from 'vitest'
import { createDatabase } from '../../../../test/support/database.ts'
import { allReadModels } from '../all-read-models.ts'
import { given, issued, logOf, project, report } from '../../testing/given-register.ts'
import { listRecommendations } from './queries.ts'
import type { Recommendation } from './recommendation.ts'

/* Whether a completion date is in doubt, in SQL as in the domain: over every kind of date that a report and an item of it can have. */

const days = [null, '2017-02-06', '2017-02-16'] as const
const kinds = ['INSPECTION', 'SCRUTINY'] as const
const printed = ['Within six months', 'by October 2017', null] as const
const reports = kinds.flatMap((kind) => days.flatMap((publishedOn) => days.map((adoptedOn) => ({ kind, publishedOn, adoptedOn }))))

type Dates = (typeof reports)[number]
const factsOf = ({ kind, publishedOn, adoptedOn }: Dates, id: string): PublicationFacts => ({
  report: id,
  kind,
  publishedOn,
  publishedPrecision: publishedOn === null ? 'UNKNOWN' : 'DAY',
  adoptedOn,
  illustrative: false,
})

const registered = ({ kind, publishedOn }: Dates): ReportEvent => {
  const fact = report('A report', publishedOn)
  if (fact.type !== 'ReportRegistered') throw new Error('no registration')
  return { ...fact, data: { ...fact.data, kind } }
}

const issuedWith = (id: string, reference: string, asPrinted: string | null, publication: PublicationFacts): RecommendationEvent => {
  const fact = issued(id, reference, null)
  if (fact.type !== 'RecommendationIssued') throw new Error('no issue')
  return { ...fact, data: { ...fact.data, ...originalCompletion(asPrinted, publication, defaultPolicy), publication } }
}

/** Each report with items that were issued by the dates of another. */
const facts = reports.flatMap((now, at) => {
  const id = `report-example-borough.r${at}`
  const adopted =
    now.adoptedOn === null ? [] : [given(id, now.adoptedOn, { type: 'ReportAdopted', data: { body: 'Council', resolution: null } })]
  const items = reports.flatMap((then, index) =>
    then.kind !== now.kind
      ? []
      : printed.map((words, order) => {
          const reference = `R${index}-${order}`
          return given(
            `recommendation-example-borough.i${at}-${index}-${order}`,
            '2017-02-10',
            issuedWith(id, reference, words, factsOf(then, id)),
          )
        }),
  )
  return [given(id, '2017-02-01', registered(now)), ...adopted, ...items]
})

/** Every item, page after page. */
async function allOf(snapshot: Snapshot): Promise<readonly Recommendation[]> {
  const nodes: Recommendation[] = []
  for (let after: string | null = null; ;) {
    const found = await listRecommendations(snapshot, { audience: 'ALL', first: 100, after })
    if (!found.ok) throw new Error(found.rejection.message)
    nodes.push(...found.page.edges.map(({ node }) => node))
    if (!found.page.hasNextPage) return nodes
    after = found.page.endCursor
  }
}

it('says the same of every item as the domain does', { timeout: 60_000 }, async () => {
  const states = new Map<string, unknown>()
  for (const { stream, content } of logOf(facts)) {
    if (content.kind !== 'FACT') continue
    const decider = stream.startsWith('report-') ? reportDecider : recommendationDecider
    states.set(stream, decider.evolve((states.get(stream) ?? decider.initial) as never, content.event as never))
  }
  const doubtOf = (id: string, of: string) => {
    const now = publicationFacts(states.get(of) as never)
    return now && baselineDoubt(states.get(id) as RecommendationState, now)
  }
  const database = await createDatabase()
  try {
    await project(database.url, facts)
    const models = openReadModels({ databaseUrl: database.url, models: allReadModels })
    const nodes = await models.read(allOf)
    for (const { id, report: of, baselineInDoubt } of nodes) expect([id, baselineInDoubt]).toEqual([id, doubtOf(id, of)])
    const found = nodes.filter(({ baselineInDoubt }) => baselineInDoubt !== null)
    const total = await models.read(async (snapshot) => {
      const filtered = await listRecommendations(snapshot, { audience: 'ALL', first: 1, filter: { baselineInDoubt: true } })
      return filtered.ok && totalOf(filtered.page)
    })
    expect(total).toBe(found.length)
    expect(found.length).toBeGreaterThan(50)
    await models.close()
  } finally {
    await database.drop()
  }
})

import type { IsoDate, PolicyEvent, Recorded, RecommendationEvent, RecommendationState } from '@outstanding/domain'
import { differenceOf, historyAt, policyDecider, policyOn, recommendationDecider, recommendationAttributes } from '@outstanding/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDatabase } from '../../../../test/support/database.ts'
import { givenDatabase, givenProjection, makeCurrent } from '@outstanding/projection/testing'
import { allReadModels } from '../all-read-models.ts'
import { given, issued, project, report, streams } from '../../testing/given-register.ts'
import { arbitraryLog } from '../../testing/arbitrary-log.ts'
import { arbitraryDay, authority, recommendationStreams } from '../../testing/arbitrary-names.ts'
import type { LogEvent, Snapshot } from '@outstanding/projection'
import { asKnownAt } from '@outstanding/projection'
import type { DifferencesRequest, DifferingItem } from './list-differences.ts'
import { listDifferences } from './list-differences.ts'

const maxEvents = 120
/** A place of the log (null: all is known) and a day. */
type Times = readonly [number | null, IsoDate]
const somePlace: fc.Arbitrary<number | null> = fc.option(fc.integer({ min: -1, max: maxEvents }), { freq: 5 })
const someTimes: fc.Arbitrary<Times> = fc.tuple(somePlace, arbitraryDay)

const database = givenDatabase(createDatabase)
const { projectedIn } = givenProjection(allReadModels)

const listed = async (snapshot: Snapshot, from: Times, to: Times, more: Partial<DifferencesRequest> = {}) => {
  const side = ([index, asAt]: Times) => ({ snapshot: index === null ? snapshot : asKnownAt(snapshot, index), asAt })
  const result = await listDifferences(side(from), side(to), { audience: 'ALL', first: 100, ...more })
  if (!result.ok) throw new Error(result.rejection.message)
  return result.page
}

/** What the domain says of each stream, folded event by event. */
function expected(log: readonly LogEvent[], from: Times, to: Times): readonly DifferingItem[] {
  const factsOf = (stream: string) =>
    log.flatMap(({ content }) => (content.kind === 'FACT' && content.event.stream === stream ? [content.event as Recorded<never>] : []))
  const placeOf = (index: number | null): string | null =>
    index === null ? null : index < 0 ? '0' : (log[Math.min(index, log.length - 1)]?.position ?? '0')
  const sideOf = ([index, asAt]: Times) => {
    const knownAt = placeOf(index)
    const policies = factsOf(`policy-${authority}`) as readonly Recorded<PolicyEvent>[]
    const { clocks } = policyOn(historyAt(policyDecider, policies, knownAt, asAt), asAt)
    return { asAt, knownAt, reader: recommendationAttributes({ asAt, dueSoonDays: clocks.dueSoonDays }) }
  }
  const [before, after] = [sideOf(from), sideOf(to)]
  return recommendationStreams.flatMap((stream) => {
    const events = factsOf(stream) as readonly Recorded<RecommendationEvent>[]
    const there = ({ knownAt, asAt }: typeof before) => isListed(historyAt(recommendationDecider, events, knownAt, asAt))
    const item = { stream, before: there(before), after: there(after) }
    const { changes, events: between } = differenceOf(events, { from: before, to: after, since: from[1] })
    const same = item.before === item.after && (!item.after || (between.length === 0 && changes.length === 0))
    return same ? [] : [item]
  })
}

/** A duplicate that was merged into another is in no list, unless merged ones are asked for. */
const isListed = ({ kind, record }: RecommendationState): boolean => kind !== 'NOT_ISSUED' && record.merged === null

const byStream = (a: DifferingItem, b: DifferingItem): number => (a.stream < b.stream ? -1 : 1)

describe('the items that are not the same on two sides', () => {
  it('are those that differ when every one is folded, whatever the two times of either side', { timeout: 600_000 }, async () => {
    let differing = 0
    await fc.assert(
      fc.asyncProperty(
        arbitraryLog(maxEvents, 60),
        fc.array(fc.tuple(someTimes, someTimes), { minLength: 40, maxLength: 40 }),
        async (log, pairs) => {
          await makeCurrent(database.client, await projectedIn(database.client, log, [40]))
          await database.models.read(async (snapshot) => {
            for (const [from, to] of pairs) {
              const page = await listed(snapshot, from, to)
              const nodes = page.edges.map(({ node }) => node).sort(byStream)
              expect([from, to, nodes]).toEqual([from, to, expected(log, from, to)])
              expect(page.totalCount).toBe(nodes.length)
              expect((await listed(snapshot, from, from)).totalCount).toBe(0)
              differing += nodes.length
            }
          })
        },
      ),
      { numRuns: process.env['OUTSTANDING_LONG'] ? 60 : 4 },
    )
    // So few random logs may differ little; none at all would prove nothing.
    expect(differing).toBeGreaterThan(process.env['OUTSTANDING_LONG'] ? 100 : 0)
  })

  it('come page by page in the order of the list', { timeout: 120_000 }, async () => {
    const items = ['R10', 'R2', 'R1'].map((name) =>
      given(streams.recommendation(name), '2017-01-10', issued(streams.inspection, name, '2017-04-30')),
    )
    await project(database.url, [given(streams.inspection, '2017-01-10', report('Inspection', '2017-01-10')), ...items])
    await database.models.read(async (snapshot) => {
      const [from, to]: [Times, Times] = [
        [-1, '2017-01-01'],
        [null, '2019-12-31'],
      ]
      const whole = (await listed(snapshot, from, to)).edges.map(({ node }) => node.stream)
      expect(whole).toEqual(['R1', 'R2', 'R10'].map(streams.recommendation))
      const paged: string[] = []
      for (let after: string | null = null, more = true; more;) {
        const page = await listed(snapshot, from, to, { first: 1, after })
        paged.push(...page.edges.map(({ node }) => node.stream))
        after = page.endCursor
        more = page.hasNextPage
      }
      expect(paged).toEqual(whole)
    })
  })

  it('are refused a page too long', async () => {
    await database.models.read(async (snapshot) => {
      const side = { snapshot, asAt: '2018-01-01' }
      expect(await listDifferences(side, side, { audience: 'ALL', first: 101 })).toMatchObject({
        ok: false,
        rejection: { rule: 'pageSize' },
      })
    })
  })
})

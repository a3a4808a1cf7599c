import type { Snapshot } from '@outstanding/projection'
import { totalOf } from '@outstanding/projection'
import type { Recommendation } from '@outstanding/read-models'
import { listRecommendations } from '@outstanding/read-models'
import type { BundleParts } from '@outstanding/transparency-log'
import { type RecommendationPositionRow, readModelName } from '../recommendation-positions.ts'

const rowsAtOnce = 100

/** A list holds either what is carried on or the duplicates that were merged; here every item counts. */
const everyItem = [false, true]

/** The positions of all recommendations, as the read model has them today. */
export async function dumpPositions(snapshot: Snapshot): Promise<NonNullable<BundleParts['readModel']>> {
  const { today } = snapshot
  let rowCount = 0
  for (const merged of everyItem) rowCount += await totalOf(await pageOf(snapshot, merged, null))
  return { name: readModelName, asAt: today, rowCount, rows: rowsOf(snapshot) }
}

async function* rowsOf(snapshot: Snapshot): AsyncGenerator<RecommendationPositionRow> {
  for (const merged of everyItem) yield* listedRows(snapshot, merged)
}

async function* listedRows(snapshot: Snapshot, merged: boolean): AsyncGenerator<RecommendationPositionRow> {
  let after: string | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(snapshot, merged, after)
    for (const { node } of page.edges) yield rowOf(node)
    if (!page.hasNextPage) return
    after = page.endCursor
  }
}

async function pageOf(snapshot: Snapshot, merged: boolean, after: string | null) {
  const request = { audience: 'ALL', asAt: snapshot.today, first: rowsAtOnce, after } as const
  const listed = await listRecommendations(snapshot, { ...request, filter: { merged } })
  if (!listed.ok) throw new Error(`the read model cannot be listed: ${listed.rejection.message}`)
  return listed.page
}

function rowOf({
  id,
  revision,
  position,
  conclusionReason,
  originalCompletionDate,
  revisedCompletionDate,
}: Recommendation): RecommendationPositionRow {
  const { response, delivery, assessment, tracking } = position
  return {
    stream: id,
    revision,
    response,
    delivery,
    proposed: assessment.proposed?.code ?? null,
    agreed: assessment.agreed?.code ?? null,
    independent: assessment.independent,
    differs: assessment.differs,
    tracking,
    conclusionReason,
    originalCompletionDate,
    revisedCompletionDate,
  }
}

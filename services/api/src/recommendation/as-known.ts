import type { CategoryGiven, RecommendationState, Timescale } from '@outstanding/domain'
import { baselineOn, positionOf } from '@outstanding/domain'
import type { AssessedCategory, Recommendation, RecommendationPosition } from '@outstanding/read-models'
import type { Basis } from '../reading/basis.ts'
import type { View } from '../reading/reading.ts'
import type { RecommendationNode } from './node.ts'

/** The row as it was known then; null where nothing was known of it, or the public was shown nothing. `row` is that of today. */
export async function rowAsKnown(view: View, row: Recommendation, basis: Basis): Promise<RecommendationNode | null> {
  const state = await view.load.record(row.id, basis)
  const { record } = state
  if (state.kind === 'NOT_ISSUED') return null
  const shown = record.withheld === null && (await contextShown(view, row, basis))
  if (view.audience === 'PUBLIC' && !shown) return null
  return {
    ...row,
    ...printed(state),
    basis,
    originalCompletionDate: baselineOn(state),
    revisedCompletionDate: record.revisedDate,
    themes: record.theme === null ? [] : [record.theme],
    owners: record.owners.map(({ owner, name, role, asPrinted }) => ({ owner, name, role, asPrinted, formerName: null })),
    position: await positionThen(view, row.authority, { state, basis }),
    conclusionReason: record.tracking === 'CONCLUDED' ? (record.conclusions.at(-1)?.reason ?? null) : null,
    published: shown,
    withheld: record.withheld?.reason ?? null,
    supersededBy: record.superseded?.by ?? null,
    mergedInto: record.merged?.into ?? null,
  }
}

const notToHand: Timescale = { asPrinted: null, grade: 'NOT_GIVEN', months: null, date: null, datePrecision: null }

type Printed = 'reference' | 'localReference' | 'ordinal' | 'title' | 'addressee' | 'text' | 'place' | 'timescale' | 'derivation'

/** What the report, or the table that lists it, says. */
function printed(state: Exclude<RecommendationState, { kind: 'NOT_ISSUED' }>): Pick<Recommendation, Printed> {
  if (state.kind === 'ISSUED') {
    const { reference, localReference, ordinal, title, addressee, text, place, timescale, derivation } = state.issued
    return { reference, localReference, ordinal, title, addressee, text, place, timescale, derivation }
  }
  const { reference, localReference, ordinal, title, addressee, listedIn: place } = state.listed
  return { reference, localReference, ordinal, title, addressee, text: null, place, timescale: notToHand, derivation: null }
}

/** Whether its report was published then, and its parent not withheld. */
async function contextShown(view: View, { report, parent }: Recommendation, basis: Basis): Promise<boolean> {
  if (!(await view.load.publishedAt(report, basis.knownAt))) return false
  return parent === null || (await view.load.record(parent, basis)).record.withheld === null
}

type Then = { readonly state: RecommendationState; readonly basis: Basis }

async function positionThen(view: View, authority: string, { state, basis }: Then): Promise<RecommendationPosition> {
  const day = basis.asAt ?? view.snapshot.today
  const { assessment, ...axes } = positionOf(state, day, await view.load.policyOn(authority, day))
  const label = async (category: CategoryGiven | null): Promise<AssessedCategory | null> => category && labelled(view, category, authority)
  const [proposed, agreed] = [await label(assessment.proposed), await label(assessment.agreed)]
  return { ...axes, assessment: { ...assessment, proposed, agreed } }
}

async function labelled(
  view: View,
  { category, meaning, policy, effectiveOn }: CategoryGiven,
  authority: string,
): Promise<AssessedCategory> {
  const content = await view.load.policyOn(policy?.authority ?? authority, effectiveOn)
  const label = content.categories.find(({ code }) => code === category)?.label ?? category
  return { code: category, label, meaning, policyVersion: policy?.version ?? content.version }
}

import type { CategoryGiven, RecommendationState, Timescale } from '@outstanding/domain'
import { baselineOn, positionOf } from '@outstanding/domain'
import type { AssessedCategory, Recommendation, RecommendationPosition } from '@outstanding/read-models'
import type { Basis } from '../reading/basis.ts'
import type { View } from '../reading/reading.ts'
import type { RecommendationNode } from './node.ts'
import { entriesOf, placeBeforeVoid } from './void-issue.ts'

/** What is the same in all times: of its row today, or of its stream where that gives none. */
export type Origin = Pick<Recommendation, 'id' | 'authority' | 'report' | 'parent' | 'illustrative' | 'revision' | 'recordedAt'>

/**
 * The recommendation as it was known then; null where nothing was known of it, or the public was shown nothing. Where its issue was
 * void then, those who may read what is not published see it as it was issued last.
 */
export async function rowAsKnown(view: View, origin: Origin, basis: Basis): Promise<RecommendationNode | null> {
  const found = await issuedThen(view, origin.id, basis)
  if (found === null) return null
  const { state, asIssuedAt } = found
  const { record } = state
  const shown = asIssuedAt === undefined && record.withheld === null && (await contextShown(view, origin, basis))
  if (view.audience === 'PUBLIC' && !shown) return null
  const { id, authority, report, parent, illustrative, revision, recordedAt } = origin
  return {
    id,
    authority,
    report,
    parent,
    illustrative,
    revision,
    recordedAt,
    ...printed(state),
    basis,
    ...(asIssuedAt !== undefined && { asIssuedAt }),
    originalCompletionDate: baselineOn(state),
    revisedCompletionDate: record.revisedDate,
    themes: record.theme === null ? [] : [record.theme],
    owners: record.owners.map(({ owner, name, role, asPrinted }) => ({ owner, name, role, asPrinted, formerName: null })),
    position: await positionThen(view, authority, { state, basis }),
    conclusionReason: record.tracking === 'CONCLUDED' ? (record.conclusions.at(-1)?.reason ?? null) : null,
    published: shown,
    withheld: record.withheld?.reason ?? null,
    supersededBy: record.superseded?.by ?? null,
    mergedInto: record.merged?.into ?? null,
  }
}

type Issued = Exclude<RecommendationState, { kind: 'NOT_ISSUED' }>

/** What it amounted to in these times; where its issue was void by then, just before that, with the place. */
async function issuedThen(view: View, id: string, basis: Basis): Promise<{ state: Issued; asIssuedAt?: string } | null> {
  const state = await view.load.record(id, basis)
  if (state.kind !== 'NOT_ISSUED') return { state }
  const asIssuedAt = view.audience === 'ALL' ? placeBeforeVoid(await entriesOf(view, id, basis.knownAt)) : null
  if (asIssuedAt === null) return null
  const before = await view.load.record(id, { ...basis, knownAt: asIssuedAt })
  return before.kind === 'NOT_ISSUED' ? null : { state: before, asIssuedAt }
}

const notToHand: Timescale = { asPrinted: null, grade: 'NOT_GIVEN', months: null, date: null, datePrecision: null }

type Printed = 'reference' | 'localReference' | 'ordinal' | 'title' | 'addressee' | 'text' | 'place' | 'timescale' | 'derivation'

/** What the report, or the table that lists it, says. */
function printed(state: Issued): Pick<Recommendation, Printed> {
  if (state.kind === 'ISSUED') {
    const { reference, localReference, ordinal, title, addressee, text, place, timescale, derivation } = state.issued
    return { reference, localReference, ordinal, title, addressee, text, place, timescale, derivation }
  }
  const { reference, localReference, ordinal, title, addressee, listedIn: place } = state.listed
  return { reference, localReference, ordinal, title, addressee, text: null, place, timescale: notToHand, derivation: null }
}

/** Whether its report was published then, and its parent not withheld. */
export async function contextShown(view: View, { report, parent }: Pick<Origin, 'report' | 'parent'>, basis: Basis): Promise<boolean> {
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

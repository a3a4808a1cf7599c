import type { CategoryMeaning, IsoDate, KnownTo, PolicyRef, Timescale } from '@outstanding/domain'
import { scheduleOn } from '@outstanding/domain'
import type { OwnerAsAt } from '../offices/owners-on.ts'
import type { PolicyBook } from '../policies/queries.ts'
import { openPolicyBook } from '../policies/queries.ts'
import type { Snapshot } from '@outstanding/projection'
import type { Item } from './items.ts'
import type { AssessedCategory, Recommendation, RecommendationOwner } from './recommendation.ts'

/** Items as they are shown: owners and categories get the words of the offices of the day and of the policy of theirs. */
export async function toRecommendations(snapshot: Snapshot, items: readonly Item[], asAt: IsoDate): Promise<Recommendation[]> {
  const book = await openPolicyBook(snapshot, authoritiesOf(items))
  return items.map((item) => toRecommendation(item, { asAt, book }))
}

type Around = { readonly asAt: IsoDate; readonly book: PolicyBook }

function toRecommendation(item: Item, { asAt, book }: Around): Recommendation {
  const dates = {
    baselineOn: item.baseline_on,
    dueOn: item.due_on,
    achieved: item.achieved,
    completedOn: item.completed_on,
    completedFrom: item.completed_from,
    ended: item.ended,
  }
  return {
    id: item.stream,
    authority: item.authority,
    report: item.report,
    parent: item.parent,
    reference: item.reference,
    localReference: item.local_reference,
    ordinal: item.ordinal,
    title: item.title,
    text: item.text,
    textKind: item.text_kind,
    addressee: item.addressee,
    gravity: item.gravity,
    place: item.place,
    timescale: item.timescale ?? notGiven,
    originalCompletionDate: item.baseline_on,
    originalCompletionDatePrecision: item.baseline_precision,
    derivation: item.derivation,
    baselineInDoubt: item.baseline_in_doubt ? { countedFrom: item.counted_from, nowCountedFrom: item.counted_now } : null,
    revisedCompletionDate: item.revised_on,
    revisedCompletionDatePrecision: item.revised_precision,
    themes: item.themes,
    owners: item.owners.map((owner) => ownerOf(owner, item.owners_then?.[owner.owner])),
    position: {
      response: item.response,
      delivery: item.delivery,
      assessment: {
        proposed: category(item.proposed, item.proposed_meaning, item.proposed_policy, book),
        agreed: category(item.agreed, item.agreed_meaning, item.agreed_policy, book),
        independent: item.independent,
        differs: item.differs,
      },
      schedule: { ...scheduleOn(dates, asAt, item.due_soon_days), dueOnPrecision: item.due_precision, ...completedIn(item) },
      tracking: item.tracking,
    },
    conclusionReason: item.conclusion_reason,
    published: item.published,
    withheld: item.withheld,
    exempt: item.exempt,
    textHidden: item.text_hidden,
    illustrative: item.illustrative,
    supersededBy: item.superseded_by,
    mergedInto: item.merged_into,
    reportWithdrawn: item.report_withdrawn,
    revision: item.latest_revision,
    recordedAt: item.latest_recorded_at,
  }
}

const completedIn = ({ completed_on: on, completed_from: from }: Item) => ({ completedOn: on, completedOnPrecision: periodFrom(from, on) })

/** Of a period by its first and last day. */
const periodFrom = (from: string | null, to: string | null): KnownTo => {
  if (from === to || from === null) return 'DAY'
  return from.slice(5) === '01-01' && to?.slice(5) === '12-31' ? 'YEAR' : 'MONTH'
}

const notGiven: Timescale = { asPrinted: null, grade: 'NOT_GIVEN', months: null, date: null, datePrecision: null }

/** Under its name of the day, and the one under which it became responsible where that is another. */
const ownerOf = (assigned: Item['owners'][number], asAt: OwnerAsAt | undefined): RecommendationOwner => ({
  ...assigned,
  name: asAt?.name ?? assigned.name,
  formerName: asAt === undefined || asAt.name === assigned.name ? null : assigned.name,
  abolishedOn: asAt?.abolishedOn ?? null,
})

function category(
  code: string | null,
  meaning: CategoryMeaning | null,
  policy: PolicyRef | null,
  book: PolicyBook,
): AssessedCategory | null {
  if (code === null || meaning === null) return null
  const content = book(policy?.authority ?? '', policy?.version ?? 0)
  const label = content.categories.find((one) => one.code === code)?.label ?? code
  return { code, label, meaning, policyVersion: content.version }
}

const authoritiesOf = (items: readonly Item[]): string[] => [
  ...new Set(
    items.flatMap(({ proposed_policy, agreed_policy }) => [proposed_policy, agreed_policy].flatMap((policy) => policy?.authority ?? [])),
  ),
]

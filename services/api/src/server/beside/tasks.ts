import { registry } from '@outstanding/domain'
import type { Change, IsoDate, Recorded, RecommendationEvent, ReportEvent, Sourced } from '@outstanding/domain'
import { recommendationAttributes, reportAttributes, provenanceOf } from '@outstanding/domain'
import type { readStreams } from '@outstanding/projection'
import { effectsById } from '@outstanding/projection'

type Events = Awaited<ReturnType<typeof readStreams>>[number]
type Attributes = readonly string[] | null

/** What is computed of a whole history, by its name, as data that can be handed to another thread. */
export type Task =
  | {
      readonly kind: 'PROVENANCE_OF_RECOMMENDATION'
      readonly events: Events
      readonly asAt: IsoDate
      readonly dueSoonDays: number
      readonly attributes: Attributes
    }
  | { readonly kind: 'PROVENANCE_OF_REPORT'; readonly events: Events; readonly asAt: IsoDate; readonly attributes: Attributes }
  | { readonly kind: 'EFFECTS'; readonly events: Events; readonly stream: string }

export type Outcome<T extends Task> = T extends { readonly kind: 'EFFECTS' } ? ReadonlyMap<string, readonly Change[]> : readonly Sourced[]

const isAsked =
  (attributes: Attributes) =>
  ({ field }: { readonly field: string }): boolean =>
    attributes?.includes(field) ?? true

export function outcomeOf<T extends Task>(task: T): Outcome<T> {
  return computed(task) as Outcome<T>
}

function computed(task: Task): ReadonlyMap<string, readonly Change[]> | readonly Sourced[] {
  if (task.kind === 'EFFECTS') return effectsById(registry, task.stream, task.events)
  const { asAt, attributes } = task
  // The stream's name says which aggregate it is, and nobody else writes to it.
  if (task.kind === 'PROVENANCE_OF_REPORT')
    return provenanceOf(reportAttributes, task.events as readonly Recorded<ReportEvent>[], asAt, isAsked(attributes))
  const reader = recommendationAttributes({ asAt, dueSoonDays: task.dueSoonDays })
  return provenanceOf(reader, task.events as readonly Recorded<RecommendationEvent>[], asAt, isAsked(attributes))
}

import { provenanceOf, registry } from '@outstanding/domain'
import type { AttributeDay, Change, IsoDate, Sourced } from '@outstanding/domain'
import type { readStreams } from '@outstanding/projection'
import { effectsById } from '@outstanding/projection'

type Events = Awaited<ReturnType<typeof readStreams>>[number]

/** A computation over the whole history of one stream, as data that can be sent to another thread. */
export type Task = {
  readonly stream: string
  readonly events: Events
} & ({ readonly kind: 'EFFECTS' } | ({ readonly kind: 'PROVENANCE' } & ProvenanceTask))

type ProvenanceTask = {
  /** The day, with what the attributes need that change with the calendar; without `dueSoonDays` those are left out. */
  readonly day: AttributeDay | { readonly asAt: IsoDate }
  /** The attributes that are asked for; null: all. */
  readonly attributes: readonly string[] | null
}

export type Outcome<T extends Task> = T extends { readonly kind: 'EFFECTS' } ? ReadonlyMap<string, readonly Change[]> : readonly Sourced[]

/** An EFFECTS task gives the changes of each event by its id; a PROVENANCE task gives the sources of each value. */
export function outcomeOf<T extends Task>(task: T): Outcome<T> {
  return (task.kind === 'EFFECTS' ? effectsById(registry, task.stream, task.events) : provenanceIn(task)) as Outcome<T>
}

function provenanceIn({ stream, events, day, attributes }: Extract<Task, { readonly kind: 'PROVENANCE' }>): readonly Sourced[] {
  const aggregate = registry.aggregateOf(stream)
  if (aggregate === null) return []
  const reader = 'dueSoonDays' in day && aggregate.provenanceOn ? aggregate.provenanceOn(day) : aggregate.provenance
  return provenanceOf(reader, events, day.asAt, ({ field }) => attributes?.includes(field) ?? true)
}

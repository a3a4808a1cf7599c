import { differenceOf, provenanceOf, registry } from '@outstanding/domain'
import type { AnyAggregate, AttributeDay, Change, Difference, IsoDate, Sourced } from '@outstanding/domain'
import type { readStreams } from '@outstanding/projection'
import { effectsById } from '@outstanding/projection'

type Events = Awaited<ReturnType<typeof readStreams>>[number]

/** A computation over the whole history of one stream, as data that can be sent to another thread. */
export type Task = {
  readonly stream: string
  readonly events: Events
} & ({ readonly kind: 'EFFECTS' } | ({ readonly kind: 'PROVENANCE' } & ProvenanceTask) | ({ readonly kind: 'DIFFERENCE' } & DifferenceTask))
type OfKind<Kind extends Task['kind']> = Extract<Task, { readonly kind: Kind }>

/** With what the attributes need that change with the calendar; without `dueSoonDays` those are left out. */
export type TaskDay = AttributeDay | { readonly asAt: IsoDate }

type ProvenanceTask = {
  readonly day: TaskDay
  /** The attributes that are asked for; null: all. */
  readonly attributes: readonly string[] | null
}

type DifferenceTask = { readonly from: SideOnDay; readonly to: SideOnDay; readonly since: IsoDate }
/** `knownAt`: a log position, inclusive; null: everything. */
type SideOnDay = { readonly day: TaskDay; readonly knownAt: string | null }

type Outcomes = {
  /** The changes of each event by its id. */
  readonly EFFECTS: ReadonlyMap<string, readonly Change[]>
  /** The sources of each value. */
  readonly PROVENANCE: readonly Sourced[]
  readonly DIFFERENCE: Difference
}
export type Outcome<T extends Task> = Outcomes[T['kind']]

const compute: { readonly [Kind in Task['kind']]: (task: OfKind<Kind>) => Outcomes[Kind] } = {
  EFFECTS: ({ stream, events }) => effectsById(registry, stream, events),
  PROVENANCE: provenanceIn,
  DIFFERENCE: differenceIn,
}

export function outcomeOf<T extends Task>(task: T): Outcome<T> {
  return (compute[task.kind] as (given: Task) => Outcome<T>)(task)
}

function provenanceIn({ stream, events, day, attributes }: OfKind<'PROVENANCE'>): readonly Sourced[] {
  const aggregate = registry.aggregateOf(stream)
  if (aggregate === null) return []
  return provenanceOf(readerOn(aggregate, day), events, day.asAt, ({ field }) => attributes?.includes(field) ?? true)
}

function differenceIn({ stream, events, from, to, since }: OfKind<'DIFFERENCE'>): Difference {
  const aggregate = registry.aggregateOf(stream)
  if (aggregate === null) return { changes: [], events: [] }
  const sideOf = ({ day, knownAt }: SideOnDay) => ({ asAt: day.asAt, knownAt, reader: readerOn(aggregate, day) })
  return differenceOf(events, { from: sideOf(from), to: sideOf(to), since })
}

const readerOn = ({ provenance, provenanceOn }: AnyAggregate, day: TaskDay): AnyAggregate['provenance'] =>
  'dueSoonDays' in day && provenanceOn ? provenanceOn(day) : provenance

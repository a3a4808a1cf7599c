import type { Decider } from '../kernel/decider.ts'
import { decideByTable, type CommandTable } from '../kernel/commands/table-decider.ts'
import type { Invariants } from '../kernel/corrections/correction-rules.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import { formerName } from '../renaming/renaming.ts'
import { listOf, slug as slugField } from '../kernel/fields/declare.ts'
import type { CommitteeCommand } from './commands.ts'
import { committeeEvents, type CommitteeEvent } from './events.ts'
import { refuse } from './rules.ts'
import { evolveCommittee, noCommittee, type CommitteeState } from './state.ts'

/** A committee that is there and was not abolished. */
const goingOn = ({ slug, abolished }: CommitteeState): Refusal | null => {
  if (slug === null) return refuse('committeeExists', 'committee')
  return abolished === null ? null : refuse('committeeNotAbolished', 'committee', `that was on ${abolished.on}`)
}

export const committeeCommands: CommandTable<CommitteeCommand, CommitteeState, CommitteeEvent> = {
  EstablishCommittee: {
    event: 'CommitteeEstablished',
    requires: (_, { slug, name }) => (slug === null ? null : refuse('committeeNotYetEstablished', 'slug', `it is called ${name}`)),
  },
  RenameCommittee: {
    event: 'CommitteeRenamed',
    derived: ['formerName'],
    requires: ({ data }, state) => goingOn(state) ?? (data.name === state.name ? refuse('committeeNameChanges', 'name') : null),
    adds: formerName,
  },
  AbolishCommittee: {
    event: 'CommitteeAbolished',
    besides: { successorsKnown: listOf(slugField), nearCommittees: listOf(slugField) },
    requires: ({ data, effectiveOn }, state) => {
      const ended = goingOn(state)
      if (ended !== null) return ended
      if (state.slug !== null && data.successors.includes(state.slug)) return refuse('successorIsAnother', 'successors')
      const unknown = data.successors.findIndex((successor) => !data.successorsKnown.includes(successor))
      if (unknown !== -1) return refuse('successorExists', `successors.${unknown}`, nearestIn(data.nearCommittees))
      const early = state.establishedOn !== null && effectiveOn < state.establishedOn
      return early ? refuse('abolishedAfterEstablished', 'effectiveOn', `that was on ${state.establishedOn}`) : null
    },
  },
}

const nearestIn = (slugs: readonly string[]): string | undefined => (slugs.length === 0 ? undefined : `the nearest are ${slugs.join(', ')}`)

const invariants: Invariants<CommitteeState, CommitteeEvent> = {
  CommitteeEstablished: (_, { slug }) => (slug === null ? null : refuse('committeeNotYetEstablished', 'slug')),
  CommitteeAbolished: (_, state) => goingOn(state),
}

/** A committee of an authority: what decides on recommendations. Its slug and its stream stay whatever it is called. */
export const committeeDecider: Decider<CommitteeState, CommitteeCommand, CommitteeEvent> = {
  initial: noCommittee,
  decide: decideByTable<CommitteeCommand, CommitteeState, CommitteeEvent>(committeeEvents, committeeCommands),
  evolve: evolveCommittee,
  corrections: { events: committeeEvents, invariants },
}

import type { Decider } from '../kernel/decider.ts'
import { decideByTable, type CommandTable } from '../kernel/commands/table-decider.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import { formerName } from '../renaming/renaming.ts'
import { nullable } from '../kernel/fields/declare.ts'
import type { OfficeCommand } from './commands.ts'
import { officeEvents, type OfficeEvent } from './events.ts'
import { invariants } from './invariants.ts'
import { refuse } from './rules.ts'
import { abolishOffice, itemsOfOffice, officeOnDay, transferService } from './transfer.ts'
import { evolveOffice, holdingOf, noOffice, type OfficeState } from './state.ts'

type Requires<Type extends OfficeCommand['type']> = (
  command: Extract<OfficeCommand, { readonly type: Type }>,
  state: OfficeState,
) => Refusal | null

/** An office that exists and was not abolished, and what else its command asks. */
const known =
  <Type extends OfficeCommand['type']>(requires: Requires<Type>): Requires<Type> =>
  (command, state) => {
    if (!state.created) return refuse('officeExists', 'office')
    const { abolished } = state
    return abolished === null ? requires(command, state) : refuse('officeNotAbolished', 'office', `that was on ${abolished.on}`)
  }

const appointHolder: Requires<'AppointHolder'> = ({ data }, state) => {
  if (state.kind === 'BODY') return refuse('bodyHasNoHolder', 'holder', `${state.name} is a body`)
  return holdingOf(state, data.holder) === undefined ? null : refuse('notYetHolder', 'holder')
}

const releaseHolder: Requires<'ReleaseHolder'> = ({ data, effectiveOn }, state) => {
  const holding = holdingOf(state, data.holder)
  if (holding === undefined) return refuse('personHoldsOffice', 'holder')
  return holding.from <= effectiveOn ? null : refuse('leavesAfterAppointment', 'effectiveOn', `that was on ${holding.from}`)
}

export const officeCommands: CommandTable<OfficeCommand, OfficeState, OfficeEvent> = {
  CreateOffice: {
    event: 'OfficeCreated',
    requires: (_, state) => (state.created ? refuse('officeNotYetCreated', 'office', `it is called ${state.name}`) : null),
  },
  AppointHolder: { event: 'HolderAppointed', requires: known(appointHolder) },
  ReleaseHolder: { event: 'HolderLeft', requires: known(releaseHolder) },
  RenameOffice: {
    event: 'OfficeRenamed',
    derived: ['formerName'],
    requires: known<'RenameOffice'>(({ data }, { name }) => (data.name === name ? refuse('nameChanges', 'name') : null)),
    adds: formerName,
  },
  ChangePortfolio: {
    event: 'PortfolioChanged',
    requires: known<'ChangePortfolio'>(({ data }, { portfolio }) =>
      data.portfolio === portfolio ? refuse('portfolioChanges', 'portfolio') : null,
    ),
  },
  TransferService: {
    event: 'ServiceTransferred',
    besides: { receiving: officeOnDay, ofItems: itemsOfOffice },
    requires: known(transferService),
    adds: ({ data }, state) => ({ fromName: state.name, toName: data.receiving.name }),
  },
  AbolishOffice: {
    event: 'OfficeAbolished',
    derived: ['items'],
    besides: { receiving: nullable(officeOnDay), openItems: itemsOfOffice },
    requires: known(abolishOffice),
    adds: ({ data }, state) => ({
      fromName: state.name,
      successorName: data.receiving?.name ?? null,
      items: data.openItems.map((item) => item.id),
    }),
  },
}

/** An office or body that owns recommendations; persons hold it for a time, under opaque ids. */
export const officeDecider: Decider<OfficeState, OfficeCommand, OfficeEvent> = {
  initial: noOffice,
  decide: decideByTable<OfficeCommand, OfficeState, OfficeEvent>(officeEvents, officeCommands),
  evolve: evolveOffice,
  corrections: { events: officeEvents, invariants },
}

import type { Invariants } from '../kernel/corrections/correction-rules.ts'
import type { OfficeEvent } from './events.ts'
import { refuse } from './rules.ts'
import { holdingOf, type OfficeState } from './state.ts'

/** What the readers of an office's history rely on, and no correction may break. */
export const invariants: Invariants<OfficeState, OfficeEvent> = {
  OfficeCreated: (_, { created }) => (created ? refuse('officeNotYetCreated', 'office') : null),
  HolderAppointed: ({ data }, state) => {
    if (state.kind === 'BODY') return refuse('bodyHasNoHolder', 'holder')
    return holdingOf(state, data.holder) === undefined ? null : refuse('notYetHolder', 'holder')
  },
  OfficeAbolished: (_, { abolished }) => (abolished === null ? null : refuse('officeNotAbolished', 'office')),
  HolderLeft: ({ data }, state) => (holdingOf(state, data.holder) === undefined ? refuse('personHoldsOffice', 'holder') : null),
}

import type { OfficeEvent, OfficeState } from '@outstanding/domain'
import { officeDecider } from '@outstanding/domain'
import { defineReadModel } from '@outstanding/projection'
import type { OfficeTableRow } from './tables.ts'
import { officeTable } from './tables.ts'

export const offices = defineReadModel<OfficeState, OfficeEvent>({
  name: 'offices',
  version: 1,
  category: 'office',
  tables: [officeTable],
  initial: officeDecider.initial,
  evolve: officeDecider.evolve,
  rows(state, stream) {
    if (!state.created || state.kind === null) return {}
    const row: OfficeTableRow = {
      stream,
      authority: state.authority,
      name: state.name,
      former_names: [...state.formerNames],
      kind: state.kind,
      portfolio: state.portfolio,
      holders: state.holdings.filter(({ to }) => to === null).map(({ holder }) => holder),
      successor: state.abolished?.successor ?? null,
      abolished_on: state.abolished?.on ?? null,
      transfers: state.transfers.map(({ transferId, service, to, toName, items, on }) => ({ transferId, service, to, toName, items, on })),
    }
    return { [officeTable.name]: [row] }
  },
})

import type { OfficeEvent, Recorded } from '@outstanding/domain'
import { historyAt, officeDecider } from '@outstanding/domain'
import type { ReadModel } from '../read-model.ts'
import type { OfficeTableRow } from './tables.ts'
import { officeTable } from './tables.ts'

export const offices: ReadModel = {
  name: 'offices',
  category: 'office',
  tables: [officeTable],
  rows({ stream, events }) {
    const state = historyAt(officeDecider, events as readonly Recorded<OfficeEvent>[], null, null)
    if (!state.created || state.kind === null) return {}
    const row: OfficeTableRow = {
      stream,
      authority: state.authority,
      name: state.name,
      former_names: [...state.aliases],
      kind: state.kind,
      portfolio: state.portfolio,
      holders: state.holdings.filter(({ to }) => to === null).map(({ holder }) => holder),
      successor: state.transfers.at(-1)?.to ?? null,
      revision: events.at(-1)?.revision ?? 0,
    }
    return { [officeTable.name]: [row] }
  },
}

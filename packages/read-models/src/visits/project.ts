import type { VisitEvent, VisitState } from '@outstanding/domain'
import { visitDecider } from '@outstanding/domain'
import { defineReadModel } from '@outstanding/projection'
import type { VisitFindingRow, VisitLinkRow, VisitTableRow } from './tables.ts'
import { visitFindingTable, visitLinkTable, visitTable } from './tables.ts'

/** Visits of inspectors, with their findings in the order in which they were recorded, and the recommendations that each concerns. */
export const visits = defineReadModel<VisitState, VisitEvent>({
  name: 'visits',
  version: 2,
  category: 'visit',
  tables: [visitTable, visitFindingTable, visitLinkTable],
  initial: visitDecider.initial,
  evolve: visitDecider.evolve,
  rows({ visit, findings, links, illustrative }, stream) {
    if (visit === null) return {}
    const { authority, body, from, report } = visit
    const row: VisitTableRow = { stream, authority, body, from_day: from, report, illustrative, visit }
    return {
      [visitTable.name]: [row],
      [visitFindingTable.name]: findings.map(({ on: _on, ...finding }, ordinal): VisitFindingRow => ({
        stream,
        ordinal,
        direction: finding.direction,
        finding,
      })),
      [visitLinkTable.name]: linksOnce(links).map(({ ref, item }): VisitLinkRow => ({ stream, ref, item })),
    }
  },
})

/** No rule allows a link twice, but a log can hold it. */
const linksOnce = (links: VisitState['links']): VisitState['links'] => [
  ...new Map(links.map((link) => [`${link.ref} ${link.item}`, link])).values(),
]

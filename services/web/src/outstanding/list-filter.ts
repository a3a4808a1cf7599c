import { timesOf } from '../past/past.ts'
import type { OutstandingPageQueryVariables } from '../queries/queries.ts'
import type { ListState } from './list-state.ts'
import { sortings, valueOf, whereOf } from './list-state.ts'

export const pageSize = 25

/** The list as the API is asked for it. */
export function variablesFor(state: ListState): OutstandingPageQueryVariables {
  const authority = valueOf(state, 'authority')
  return {
    first: pageSize,
    after: state.after === '' ? null : state.after,
    filter: whereOf(state),
    // The counts say what each state would give, so they are not narrowed by the states chosen.
    countFilter: whereOf(state, 'schedule'),
    orderBy: { by: sortings[state.sort] ?? 'DUE', direction: state.order === 'desc' ? 'DESC' : 'ASC' },
    ...timesOf(state.past),
    policyOf: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(authority) ? authority : 'national',
  }
}

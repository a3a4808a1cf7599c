import { timesOf } from '../past/past.ts'
import { dayFrom } from '../words/dates.ts'
import type { OutstandingVariables } from './outstanding-query.ts'
import type { ListState } from './list-state.ts'
import { sortings } from './list-state.ts'

export const pageSize = 25

/** The list as the API is asked for it. */
export function variablesFor(state: ListState): OutstandingVariables {
  const { schedule, ...others } = filterOf(state)
  return {
    first: pageSize,
    after: state.after === '' ? null : state.after,
    filter: schedule === undefined ? others : { ...others, schedule },
    // The counts say what each state would give, so they are not narrowed by the states chosen.
    countFilter: others,
    orderBy: { by: sortings[state.sort] ?? 'DUE', direction: state.order === 'desc' ? 'DESC' : 'ASC' },
    ...timesOf(state.past),
    policyOf: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(state.authority) ? state.authority : 'national',
  }
}

type Filter = { readonly schedule?: readonly string[]; readonly [part: string]: unknown }

function filterOf(state: ListState): Filter {
  const dueBefore = dayFrom(state.dueBefore)
  const given: [string, unknown][] = [
    ['search', state.search],
    ['authority', state.authority],
    ['report', state.report],
    ['theme', state.theme],
    ['owner', state.owner],
    ['timescaleGrade', state.grade === '' ? '' : [state.grade]],
    ['response', state.response === '' ? '' : [state.response]],
    ['delivery', state.delivery === '' ? '' : [state.delivery]],
    ['assessment', state.assessment === '' ? '' : { agreed: [state.assessment] }],
    ['schedule', state.schedule.length === 0 ? '' : state.schedule],
    ['tracking', state.tracking === 'all' ? '' : state.tracking === 'open' ? 'OPEN' : 'CONCLUDED'],
    ['dueBefore', dueBefore ?? ''],
    ['illustrative', state.illustration === 'hide' ? false : ''],
  ]
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

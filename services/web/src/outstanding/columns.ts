import { addressOf, changed } from './list-state.ts'
import type { ListState } from './list-state.ts'

export type Column = {
  readonly text: string
  readonly sortHref: string | null
  readonly ariaSort: string | null
  readonly direction: string | null
  readonly name: string
}

/** The heads of the table: those that sort say how, and turn round when they are followed again. */
export const columnsOf = (state: ListState): readonly Column[] =>
  [
    { name: 'reference', text: 'Reference', sort: 'reference' },
    { name: 'title', text: 'Recommendation', sort: 'title' },
    { name: 'position', text: 'Position', sort: null },
    { name: 'due', text: 'Due', sort: 'due' },
  ].map(({ name, text, sort }) => {
    const isSorted = sort !== null && state.sort === sort
    const order = isSorted && state.order === 'asc' ? ('desc' as const) : ('asc' as const)
    return {
      name,
      text,
      sortHref: sort === null ? null : addressOf(changed(state, { sort, order })),
      ariaSort: sort === null ? null : isSorted ? (state.order === 'asc' ? 'ascending' : 'descending') : 'none',
      direction: isSorted ? state.order : null,
    }
  })

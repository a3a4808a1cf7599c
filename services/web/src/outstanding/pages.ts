import { pageSize } from './list-filter.ts'
import { addressOf } from './list-state.ts'
import type { ListState } from './list-state.ts'
import type { OutstandingPageQuery } from '../queries/queries.ts'

/** The way to the pages before and after, and which items this one shows. */
export type Pages = { readonly previousHref: string | null; readonly nextHref: string | null; readonly words: string }

/** Pages are asked for by where they begin, so the way back is the trail of beginnings in the address. */
export function pagesOf(
  state: ListState,
  { pageInfo, totalCount }: Pick<OutstandingPageQuery['recommendations'], 'pageInfo' | 'totalCount'>,
  shown: number,
): Pages | null {
  const { after, trail, page } = state
  if (after === '' && !pageInfo.hasNextPage) return null
  const first = (page - 1) * pageSize + 1
  const earlier = trail.at(-1) ?? firstPage
  const previous =
    earlier === firstPage
      ? { ...state, after: '', trail: [], page: 1 }
      : { ...state, after: earlier, trail: trail.slice(0, -1), page: page - 1 }
  const next = { ...state, after: pageInfo.endCursor ?? '', trail: [...trail, after === '' ? firstPage : after], page: page + 1 }
  return {
    previousHref: after === '' ? null : addressOf(previous),
    nextHref: pageInfo.hasNextPage && pageInfo.endCursor !== null ? addressOf(next) : null,
    words:
      shown === 0
        ? ''
        : `${first.toLocaleString('en-GB')} to ${(first + shown - 1).toLocaleString('en-GB')} of ${totalCount.toLocaleString('en-GB')}`,
  }
}

const firstPage = '-'

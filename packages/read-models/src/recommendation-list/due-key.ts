/**
 * What lists by date are ordered by, in SQL. The index and the query say the same expression, so that a page is read from the index in its
 * order.
 */
export const undatedLast = (column: string): string => `coalesce(${column}, 'infinity'::date)`

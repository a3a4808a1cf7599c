import type { Rejection } from '@outstanding/domain'
import { isIsoDate, reject } from '@outstanding/domain'

/** A part of a list in a stable order. `cursor` is opaque; `after` it comes the next. */
export type Page<Node> = {
  /** Of the whole filtered list, not of this page: a function where counting takes a statement of its own. */
  readonly totalCount: TotalCount
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  readonly hasNextPage: boolean
  readonly endCursor: string | null
}

export type TotalCount = number | (() => Promise<number>)
export const totalOf = async ({ totalCount }: { readonly totalCount: TotalCount }): Promise<number> =>
  typeof totalCount === 'function' ? totalCount() : totalCount

/** `first` is 1 to 100, 25 by default; `after` a cursor of the same list in the same order. */
export type PageRequest = { readonly first?: number | null; readonly after?: string | null }

/** A page, or why it was refused (`first` out of range, a cursor that is not of this list). */
export type PageResult<Node> = { readonly ok: true; readonly page: Page<Node> } | { readonly ok: false; readonly rejection: Rejection }

const largest = 100
const defaultSize = 25

export type Keys = readonly (string | readonly string[])[]
/** What a query needs of a request: how many rows to fetch (one more than shown, to know whether there are more), and the keys to go on from. */
type Window = { readonly ok: true; readonly first: number; readonly after: Keys | null }

/** What a key of a cursor is: a text, digits that fit a 64-bit number, a day or one of the two infinite ones, or so many texts. */
export type KeyShape = 'TEXT' | 'DIGITS' | 'DAY' | number

/** `list` names the list and its order, and `shape` its keys: a cursor of another one is refused. */
export function readWindow(list: string, shape: readonly KeyShape[], { first, after }: PageRequest): Window | ReturnType<typeof reject> {
  const size = first ?? defaultSize
  if (!Number.isInteger(size) || size < 1 || size > largest)
    return reject('pageSize', 'first', `first must be a whole number from 1 to ${largest}.`, 'Ask for fewer, then for the next page.')
  if (after === null || after === undefined) return { ok: true, first: size, after: null }
  const keys = decodeCursor(list, shape, after)
  return keys
    ? { ok: true, first: size, after: keys }
    : reject('cursor', 'after', 'This cursor belongs to a different list or order.', 'Start again from the first page of the list.')
}

/** Cuts the row too many off and gives every row its cursor. */
export function toPage<R, Node>(
  list: string,
  window: Window,
  totalCount: TotalCount,
  found: { readonly rows: readonly R[]; keys(row: R): Keys; node(row: R): Node },
): Page<Node> {
  const shown = found.rows.slice(0, window.first)
  const edges = shown.map((row) => ({ cursor: encodeCursor(list, found.keys(row)), node: found.node(row) }))
  return { totalCount, edges, hasNextPage: found.rows.length > window.first, endCursor: edges.at(-1)?.cursor ?? null }
}

const encodeCursor = (list: string, keys: Keys): string => Buffer.from(JSON.stringify([list, ...keys])).toString('base64url')

function decodeCursor(list: string, shape: readonly KeyShape[], cursor: string): Keys | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(parsed) || parsed[0] !== list || parsed.length !== shape.length + 1) return null
    const keys: unknown[] = parsed.slice(1)
    return keys.every((key, index) => isKey(key, shape[index] ?? 'TEXT')) ? (keys as unknown as Keys) : null
  } catch {
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000')

function isKey(value: unknown, shape: KeyShape): boolean {
  if (shape === 'TEXT') return isText(value)
  if (shape === 'DIGITS') return isText(value) && /^\d{1,19}$/.test(value) && BigInt(value) < 2n ** 63n
  if (shape === 'DAY') return isText(value) && (isIsoDate(value) || /^-?infinity$/.test(value))
  return Array.isArray(value) && value.length === shape && value.every(isText)
}

import type { Rejection } from '@outstanding/domain'

/** A part of a list in a stable order. `cursor` is opaque; `after` it comes the next. */
export type Page<Node> = {
  /** Of the whole filtered list, not of this page. */
  readonly totalCount: number
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  readonly hasNextPage: boolean
  readonly endCursor: string | null
}

/** `first` is 1 to 100, 25 by default; `after` a cursor of the same list in the same order. */
export type PageRequest = { readonly first?: number | null; readonly after?: string | null }

/** A page, or why it was refused (`first` out of range, a cursor that is not of this list). */
export type PageResult<Node> = { readonly ok: true; readonly page: Page<Node> } | { readonly ok: false; readonly rejection: Rejection }

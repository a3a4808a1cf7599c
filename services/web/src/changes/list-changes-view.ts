import { template } from '../render/template.ts'
import type { Tag } from '../words/positions.ts'
import type { CauseShown, ChangeShown, legend } from './change-words.ts'
import type { SidesForm } from './sides-form.ts'

export type ChangedItem = {
  readonly href: string
  readonly changesHref: string
  readonly reference: string
  readonly title: string
  readonly report: string
  readonly presence: Tag
  /** The first entry of an item that was added, the last of one that was removed. */
  readonly because: CauseShown | null
  readonly changes: readonly ChangeShown[]
  readonly more: number
}
export type ListChangesView = {
  readonly form: SidesForm
  readonly listHref: string
  /** Which list is compared: its filters in words. */
  readonly filters: readonly string[]
  readonly found: {
    readonly between: string
    readonly notes: readonly string[]
    readonly summary: string
    readonly items: readonly ChangedItem[]
    readonly nextHref: string | null
  } | null
  readonly legend: typeof legend
}

export const listChangesTemplate = template<ListChangesView>('changes/list-changes.njk')

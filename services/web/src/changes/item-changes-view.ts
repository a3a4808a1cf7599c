import { template } from '../render/template.ts'
import type { CauseShown, ChangeShown, legend } from './change-words.ts'
import type { SidesForm } from './sides-form.ts'

export type ItemChangesView = {
  readonly reference: string
  readonly title: string
  readonly href: string
  readonly authority: string
  readonly form: SidesForm
  /** Null before two sides are chosen. */
  readonly found: {
    readonly between: string
    readonly notes: readonly string[]
    readonly summary: string
    readonly changes: readonly ChangeShown[]
    /** Everything that was recorded in between, whether or not a value is another for it. */
    readonly entries: readonly CauseShown[]
    readonly ways: readonly { readonly text: string; readonly href: string }[]
  } | null
  readonly legend: typeof legend
}

export const itemChangesTemplate = template<ItemChangesView>('changes/item-changes.njk')

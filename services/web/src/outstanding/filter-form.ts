import { askedOf } from '../past/past-links.ts'
import type { FieldProblem } from '../past/past.ts'
import type { OffersFragment } from '../queries/queries.ts'
import type { Choice, Filter, FilterName } from './filters.ts'
import { filters } from './filters.ts'
import { addressOf, changed, fieldOf, filtered, valueOf, valuesOf } from './list-state.ts'
import type { ListState } from './list-state.ts'

export type Option = { readonly id: string; readonly value: string; readonly text: string; readonly selected: boolean }
/** One part of the form, by its control. */
export type FormField = {
  readonly control: Filter['control']
  readonly id: string
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly options: readonly Option[]
  readonly error: string | null
}
export type RemovableTag = { readonly name: string; readonly value: string; readonly removeHref: string }

export type FilterForm = {
  readonly fields: readonly FormField[]
  /** Kept when the form is sent. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly clearHref: string
}

export const filterForm = (state: ListState, offers: OffersFragment, problems: readonly FieldProblem[]): FilterForm => ({
  fields: filters.map((filter) => ({
    control: filter.control,
    id: fieldOf(filter),
    name: filter.name,
    label: filter.label,
    hint: filter.hint ?? '',
    value: valueOf(state, filter.name),
    options: optionsOf(filter, state, offers),
    error: problems.find(({ field }) => field === fieldOf(filter))?.message ?? null,
  })),
  hidden: [
    ...(state.sort === 'due' ? [] : [{ name: 'sort', value: state.sort }]),
    ...(state.order === 'asc' ? [] : [{ name: 'order', value: state.order }]),
    ...askedOf(state.past).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
  ],
  clearHref: addressOf(changed(state, { chosen: {} })),
})

type Named = Filter & { readonly name: FilterName }

function optionsOf(filter: Named, state: ListState, offers: OffersFragment): readonly Option[] {
  const values = valuesOf(state, filter)
  const choices = choicesOf(filter, state, offers)
  const all: readonly Choice[] = filter.all === undefined ? [] : [['', filter.all]]
  return [...all, ...(filter.control === 'SELECT' ? withChosen(choices, values) : choices)].map(([value, text], n) => ({
    id: `${filter.name}-${n + 1}`,
    value,
    text,
    selected: value === '' ? values.length === 0 : values.includes(value),
  }))
}

const choicesOf = ({ choices }: Named, state: ListState, offers: OffersFragment): readonly Choice[] =>
  choices?.(offers, valueOf(state, 'authority')) ?? []

/** A value from the address that is not offered (any more) still shows, so that it can be taken away. */
const withChosen = (choices: readonly Choice[], values: readonly string[]): readonly Choice[] => [
  ...choices,
  ...values.filter((value) => !choices.some(([key]) => key === value)).map((value): Choice => [value, value]),
]

/** Each filter in force, with the address of the list without it. */
export const tagsOf = (state: ListState, offers: OffersFragment): readonly RemovableTag[] =>
  filters.flatMap((filter) => {
    const values = state.chosen[filter.name] ?? []
    const words = new Map(choicesOf(filter, state, offers))
    return values.map((value) => ({
      name: filter.label,
      value: words.get(value) ?? value,
      removeHref: addressOf(
        filtered(
          state,
          filter.name,
          values.filter((other) => other !== value),
        ),
      ),
    }))
  })

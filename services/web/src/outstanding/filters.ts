import type { OffersFragment, RecommendationFilter } from '../queries/queries.ts'
import { dayFrom, deliveries, gravities, labelsOf, responses, schedules, timescaleGrades } from '@outstanding/wording'

export type Choice = readonly [value: string, text: string]

/** One filter of the list. Its address, its part of the form, its removable tag and what the API is asked all follow from this. */
export type Filter = {
  /** In the address and in the form. */
  readonly name: string
  readonly label: string
  readonly control: 'TEXT' | 'SUGGESTED' | 'SELECT' | 'CHECKBOXES' | 'RADIOS' | 'DATE' | 'SWITCH'
  /** The choice of a select that asks nothing. */
  readonly all?: string
  readonly hint?: string
  /** What is asked where the address says nothing. */
  readonly preset?: string
  /** `authority`: the one that is chosen, or empty. */
  readonly choices?: (offers: OffersFragment, authority: string) => readonly Choice[]
  /** What is wrong with a value that came from the address or the form. */
  readonly problemWith?: (value: string) => string | null
  readonly where: (values: readonly string[]) => RecommendationFilter
}
export type FilterName = (typeof table)[number]['name']

/** A closed list of choices, with its words; `as` casts what has been checked against it. */
const oneOf = (label: string, words: Readonly<Record<string, string>>) => ({
  choices: (): readonly Choice[] => Object.entries(words),
  problemWith: (value: string): string | null => (Object.hasOwn(words, value) ? null : `Choose one of the options for “${label}”`),
})

const sorted = (choices: readonly Choice[]): readonly Choice[] =>
  [...new Map(choices).entries()].toSorted((a, b) => a[1].localeCompare(b[1], 'en-GB'))

const reportsOf = ({ outstandingByReport }: OffersFragment) =>
  outstandingByReport.flatMap(({ report }) => (report === null ? [] : [report]))

const titled = ({ title, publishedOn }: { readonly title: string; readonly publishedOn: string | null }): string =>
  publishedOn === null ? title : `${title} (${publishedOn.slice(0, 4)})`

export const trackingWords = {
  open: 'Outstanding',
  concluded: 'Concluded',
  'not-tracked': 'Not tracked by a committee',
  all: 'All',
} as const
const trackings = { open: 'OPEN', concluded: 'CONCLUDED', 'not-tracked': 'NOT_TRACKED' } as const

/** In the order of the form. A new filter is one row here. */
const table = [
  { name: 'search', label: 'Words in the title or text', control: 'TEXT', where: ([search]) => ({ search }) },
  {
    name: 'schedule',
    label: 'Schedule',
    control: 'CHECKBOXES',
    ...oneOf('Schedule', labelsOf(schedules)),
    where: (schedule) => ({ schedule: schedule as RecommendationFilter['schedule'] }),
  },
  {
    name: 'authority',
    label: 'Authority',
    control: 'SELECT',
    all: 'All authorities',
    choices: (offers) => sorted(reportsOf(offers).map(({ authority, authorityName }) => [authority, authorityName])),
    where: ([authority]) => ({ authority }),
  },
  {
    name: 'report',
    label: 'Report',
    control: 'SELECT',
    all: 'All reports',
    choices: (offers, authority) =>
      sorted(
        reportsOf(offers)
          .filter((report) => authority === '' || report.authority === authority)
          .map((report) => [report.id, titled(report)]),
      ),
    where: ([report]) => ({ report }),
  },
  {
    name: 'owner',
    label: 'Owner',
    control: 'SELECT',
    all: 'All owners',
    choices: ({ outstandingByOwner }) => [
      ['none', 'No owner recorded'],
      ...sorted(outstandingByOwner.map(({ owner, name }): Choice => [owner, name])),
    ],
    where: ([owner]) => (owner === 'none' ? { withoutOwner: true } : { owner }),
  },
  {
    name: 'committee',
    label: 'Committee',
    control: 'SELECT',
    all: 'All committees',
    choices: ({ committees }, authority) =>
      sorted(
        committees.edges.filter(({ node }) => authority === '' || node.authority === authority).map(({ node }) => [node.slug, node.name]),
      ),
    where: ([trackedBy]) => ({ trackedBy }),
  },
  {
    name: 'grade',
    label: 'Timescale',
    control: 'SELECT',
    all: 'All timescales',
    ...oneOf('Timescale', labelsOf(timescaleGrades)),
    where: (grades) => ({ timescaleGrade: grades as RecommendationFilter['timescaleGrade'] }),
  },
  {
    name: 'gravity',
    label: 'Gravity',
    control: 'SELECT',
    all: 'All',
    ...oneOf('Gravity', labelsOf(gravities)),
    where: (gravity) => ({ gravity: gravity as RecommendationFilter['gravity'] }),
  },
  {
    name: 'response',
    label: 'Response',
    control: 'SELECT',
    all: 'All responses',
    ...oneOf('Response', labelsOf(responses)),
    where: (response) => ({ response: response as RecommendationFilter['response'] }),
  },
  {
    name: 'delivery',
    label: 'Delivery',
    control: 'SELECT',
    all: 'All',
    ...oneOf('Delivery', labelsOf(deliveries)),
    where: (delivery) => ({ delivery: delivery as RecommendationFilter['delivery'] }),
  },
  {
    name: 'assessment',
    label: 'Assessment agreed',
    control: 'SELECT',
    all: 'All',
    choices: ({ policy }) => [
      ['none', 'None yet'],
      ...policy.inForce.categories.map(({ code, label }): Choice => [code, `${code} ${label}`]),
    ],
    where: (agreed) => ({ assessment: { agreed } }),
  },
  {
    name: 'theme',
    label: 'Theme',
    control: 'SUGGESTED',
    choices: ({ themes }) => sorted(themes.map((theme): Choice => [theme, theme])),
    where: ([theme]) => ({ theme }),
  },
  {
    name: 'due-before',
    label: 'Due before',
    control: 'DATE',
    hint: 'For example, 31/3/2018',
    problemWith: (value) => (dayFrom(value) === null ? 'Enter a real date for “Due before”, like 31/3/2018 or 31 March 2018' : null),
    where: ([typed = '']) => ({ dueBefore: dayFrom(typed) }),
  },
  {
    name: 'updated-before',
    label: 'Last update before',
    control: 'DATE',
    hint: 'For example, 31/3/2018',
    problemWith: (value) =>
      dayFrom(value) === null ? 'Enter a real date for “Last update before”, like 31/3/2018 or 31 March 2018' : null,
    where: ([typed = '']) => ({ updatedBefore: dayFrom(typed) }),
  },
  {
    name: 'date-in-doubt',
    label: 'Completion date',
    control: 'SELECT',
    all: 'All',
    ...oneOf('Completion date', { yes: 'In doubt: the date of the report was corrected' }),
    where: () => ({ baselineInDoubt: true }),
  },
  {
    name: 'tracking',
    label: 'Tracking',
    control: 'RADIOS',
    preset: 'open',
    ...oneOf('Tracking', trackingWords),
    where: ([tracking]) => (tracking === 'all' ? {} : { tracking: trackings[tracking as keyof typeof trackings] }),
  },
  {
    name: 'reopened',
    label: 'Reopened',
    control: 'SELECT',
    all: 'All',
    ...oneOf('Reopened', { yes: 'Reopened by a committee' }),
    where: () => ({ reopened: true }),
  },
  {
    name: 'illustration',
    label: 'Example data',
    control: 'SWITCH',
    ...oneOf('Example data', { hide: 'Hide example data' }),
    where: () => ({ illustrative: false }),
  },
] as const satisfies readonly Filter[]

export const filters: readonly (Filter & { readonly name: FilterName })[] = table

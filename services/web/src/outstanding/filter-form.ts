import { askedOf } from '../past/past-links.ts'
import type { FieldProblem } from '../past/past.ts'
import { deliveryWords, responseWords, scheduleWords, timescaleWords, wordsFor } from '../words/positions.ts'
import { addressOf, changed } from './list-state.ts'
import type { ListState } from './list-state.ts'
import type { OutstandingData } from './outstanding-query.ts'

export type Option = { readonly value: string; readonly text: string; readonly selected: boolean }
export type SelectField = { readonly id: string; readonly label: string; readonly options: readonly Option[] }
export type DateField = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly error: string | null
}
export type RemovableTag = { readonly name: string; readonly value: string; readonly removeHref: string }

export type FilterForm = {
  readonly search: string
  readonly theme: string
  readonly themes: readonly string[]
  readonly selects: readonly SelectField[]
  readonly dates: readonly DateField[]
  readonly schedule: readonly (Option & { readonly id: string })[]
  readonly tracking: readonly (Option & { readonly id: string })[]
  readonly hidesIllustration: boolean
  /** Kept when the form is sent. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly clearHref: string
}

/** What the filters offer: null when the list could not be asked for. */
export type Offers = Pick<OutstandingData, 'reports' | 'themed' | 'outstandingByOwner' | 'policy'>

const trackingWords: Readonly<Record<string, string>> = { open: 'Not concluded', concluded: 'Concluded', all: 'Both' }
const states = ['OVERDUE', 'DUE_SOON', 'NOT_DUE', 'UNDATED', 'MET_ON_TIME', 'MET_LATE', 'ENDED']

export function filterForm(state: ListState, offers: Offers, problems: readonly FieldProblem[]): FilterForm {
  const error = (field: string): string | null => problems.find((problem) => problem.field === field)?.message ?? null
  return {
    search: state.search,
    theme: state.theme,
    themes: [...new Set(offers.themed.edges.flatMap(({ node }) => node.themes))].toSorted((a, b) => a.localeCompare(b, 'en-GB')),
    selects: selectsFor(state, offers).map(({ id, label, all, choices, value }) => ({
      id,
      label,
      options: [
        { value: '', text: all, selected: value === '' },
        ...withChosen(choices, value).map(([key, text]) => ({ value: key, text, selected: key === value })),
      ],
    })),
    dates: [{ id: 'due-before', label: 'Due before', hint: 'For example, 31/3/2018', value: state.dueBefore, error: error('due-before') }],
    schedule: states.map((value, n) => ({
      id: `schedule-${n + 1}`,
      value,
      text: wordsFor(scheduleWords, value),
      selected: state.schedule.includes(value),
    })),
    tracking: Object.entries(trackingWords).map(([value, text]) => ({
      id: `tracking-${value}`,
      value,
      text,
      selected: state.tracking === value,
    })),
    hidesIllustration: state.illustration === 'hide',
    hidden: [
      ...(state.sort === 'due' ? [] : [{ name: 'sort', value: state.sort }]),
      ...(state.order === 'asc' ? [] : [{ name: 'order', value: state.order }]),
      ...askedOf(state.past).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
    ],
    clearHref: addressOf(changed(state, cleared)),
  }
}

const cleared = {
  search: '',
  authority: '',
  report: '',
  theme: '',
  owner: '',
  grade: '',
  response: '',
  delivery: '',
  assessment: '',
  schedule: [],
  tracking: 'open',
  dueBefore: '',
  illustration: '',
}

type Choice = readonly [value: string, text: string]
type Select = {
  readonly id: string
  readonly label: string
  readonly all: string
  readonly choices: readonly Choice[]
  readonly value: string
  readonly field: keyof ListState
}

function selectsFor(state: ListState, { reports, outstandingByOwner, policy }: Offers): readonly Select[] {
  const known = reports.edges.map(({ node }) => node)
  const ofAuthority = state.authority === '' ? known : known.filter((report) => report.authority === state.authority)
  const words = (table: Readonly<Record<string, string>>): readonly Choice[] => Object.entries(table)
  return [
    {
      id: 'authority',
      field: 'authority',
      label: 'Authority',
      all: 'All authorities',
      value: state.authority,
      choices: unique(known.map((report) => [report.authority, report.authorityName])),
    },
    {
      id: 'report',
      field: 'report',
      label: 'Report',
      all: 'All reports',
      value: state.report,
      choices: unique(ofAuthority.map((report) => [report.id, titled(report)])),
    },
    {
      id: 'owner',
      field: 'owner',
      label: 'Owner',
      all: 'All owners',
      value: state.owner,
      choices: unique(outstandingByOwner.map(({ owner, name }) => [owner, name])),
    },
    { id: 'grade', field: 'grade', label: 'Timescale', all: 'All timescales', value: state.grade, choices: words(timescaleWords) },
    { id: 'response', field: 'response', label: 'Response', all: 'All responses', value: state.response, choices: words(responseWords) },
    { id: 'delivery', field: 'delivery', label: 'Delivery', all: 'All', value: state.delivery, choices: words(deliveryWords) },
    {
      id: 'assessment',
      field: 'assessment',
      label: 'Assessment agreed',
      all: 'All',
      value: state.assessment,
      choices: policy.inForce.categories.map(({ code, label }) => [code, `${code} ${label}`]),
    },
  ]
}

const titled = ({ title, publishedOn }: { title: string; publishedOn: string | null }): string =>
  publishedOn === null ? title : `${title} (${publishedOn.slice(0, 4)})`

const unique = (choices: readonly Choice[]): readonly Choice[] =>
  [...new Map(choices).entries()].toSorted((a, b) => a[1].localeCompare(b[1], 'en-GB'))

/** A value from the address that is not offered (any more) still shows, so that it can be taken away. */
const withChosen = (choices: readonly Choice[], value: string): readonly Choice[] =>
  value === '' || choices.some(([key]) => key === value) ? choices : [...choices, [value, value]]

/** Each filter in force, with the address of the list without it. */
export function tagsOf(state: ListState, offers: Offers): readonly RemovableTag[] {
  const without = (change: Partial<ListState>): string => addressOf(changed(state, change))
  const chosen = selectsFor(state, offers).filter(({ value }) => value !== '')
  return [
    ...(state.search === '' ? [] : [{ name: 'Words', value: state.search, removeHref: without({ search: '' }) }]),
    ...chosen.map(({ label, choices, value, field }) => ({
      name: label,
      value: new Map(choices).get(value) ?? value,
      removeHref: without({ [field]: '' }),
    })),
    ...(state.theme === '' ? [] : [{ name: 'Theme', value: state.theme, removeHref: without({ theme: '' }) }]),
    ...state.schedule.map((each) => ({
      name: 'Schedule',
      value: wordsFor(scheduleWords, each),
      removeHref: without({ schedule: state.schedule.filter((other) => other !== each) }),
    })),
    ...(state.tracking === 'open'
      ? []
      : [{ name: 'Tracking', value: trackingWords[state.tracking] ?? state.tracking, removeHref: without({ tracking: 'open' }) }]),
    ...(state.dueBefore === '' ? [] : [{ name: 'Due before', value: state.dueBefore, removeHref: without({ dueBefore: '' }) }]),
    ...(state.illustration === '' ? [] : [{ name: 'Illustrations', value: 'hidden', removeHref: without({ illustration: '' }) }]),
  ]
}

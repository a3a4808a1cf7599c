import type { Decider } from '../kernel/decider.ts'
import { decideByTable, type CommandTable } from '../kernel/commands/table-decider.ts'
import type { Invariants } from '../kernel/corrections/correction-rules.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import type { AdoptPolicy, PolicyCommand } from './commands.ts'
import { policyEvents, type CategoryMeaning, type PolicyContent, type PolicyEvent } from './events.ts'
import { refuse } from './rules.ts'
import { evolvePolicy, noPolicy, type PolicyState } from './state.ts'

/** What a recommendation can come to by its dates, each with the meanings that can say so: without one of them nothing could be recorded then. */
const situations: readonly { readonly words: string; readonly meanings: readonly CategoryMeaning[] }[] = [
  { words: 'achieved after its date (ACHIEVED_LATE)', meanings: ['ACHIEVED_LATE'] },
  { words: 'under way before its date (IN_PROGRESS)', meanings: ['IN_PROGRESS'] },
  { words: 'not achieved by its date (PROGRESS_MADE or INSUFFICIENT_PROGRESS)', meanings: ['PROGRESS_MADE', 'INSUFFICIENT_PROGRESS'] },
]

const incoherence = ({ categories, mapping }: Pick<PolicyContent, 'categories' | 'mapping'>): Refusal | null => {
  const codes = categories.map(({ code }) => code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice !== undefined) return refuse('categoryCodeUnique', 'categories', `two have the code ${twice}`)
  if (!categories.some(({ meaning }) => meaning === 'ACHIEVED_ON_TIME')) return refuse('categoryForAchieved', 'categories')
  const missing = situations.filter(({ meanings }) => !categories.some(({ meaning }) => meanings.includes(meaning)))
  if (missing.length > 0) return refuse('categoryForEachSituation', 'categories', missing.map(({ words }) => words).join('; '))
  const unknown = Object.keys(mapping).find((code) => !codes.includes(code))
  return unknown === undefined ? null : refuse('mappingNamesCategory', 'mapping', `it names ${unknown}`)
}

const afterLastAdoption = (command: AdoptPolicy, { adoptions }: PolicyState): Refusal | null => {
  const last = adoptions.at(-1)
  return last === undefined || command.effectiveOn >= last.effectiveOn
    ? null
    : refuse('notBeforeLastAdoption', 'effectiveOn', `that was on ${last.effectiveOn}`)
}

const nextVersion = ({ adoptions, voided }: PolicyState): number =>
  Math.max(0, ...adoptions.map(({ content }) => content.version)) + voided + 1

export const policyCommands: CommandTable<PolicyCommand, PolicyState, PolicyEvent> = {
  AdoptPolicy: {
    event: 'PolicyAdopted',
    requires: (command, state) => incoherence(command.data) ?? afterLastAdoption(command, state),
    adds: (_, state) => ({ version: nextVersion(state) }),
  },
}

/** Versions take effect in their order, and each is there once. */
const invariants: Invariants<PolicyState, PolicyEvent> = {
  PolicyAdopted: ({ data }, { adoptions }) =>
    adoptions.every(({ content }) => content.version < data.version) ? null : refuse('notBeforeLastAdoption', 'effectiveOn'),
}

/** The tracking policy of one authority, with its versions. */
export const policyDecider: Decider<PolicyState, PolicyCommand, PolicyEvent> = {
  initial: noPolicy,
  decide: decideByTable<PolicyCommand, PolicyState, PolicyEvent>(policyEvents, policyCommands),
  evolve: evolvePolicy,
  corrections: {
    events: policyEvents,
    coherence: ({ type, data }) => (type === 'PolicyAdopted' ? incoherence(data as PolicyContent) : null),
    invariants,
  },
}

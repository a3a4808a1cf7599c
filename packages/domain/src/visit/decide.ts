import type { Decider } from '../kernel/decider.ts'
import { decideByTable, type CommandTable } from '../kernel/commands/table-decider.ts'
import type { Invariants } from '../kernel/corrections/correction-rules.ts'
import { date, flag, id, listOf, name, objectOf } from '../kernel/fields/declare.ts'
import { firstRefusal, type Refusal } from '../kernel/rule-book.ts'
import { visitIncoherence } from './coherence.ts'
import type { ItemOfFinding, LinkFinding, VisitCommand } from './commands.ts'
import { visitEvents, type VisitEvent, type VisitFindingRecorded, type VisitRecorded } from './events.ts'
import { refuse } from './rules.ts'
import { evolveVisit, noVisit, type VisitState } from './state.ts'

const known = ({ visit }: VisitState): Refusal | null => (visit === null ? refuse('visitExists', 'visit') : null)

const hasFinding = (ref: string, { findings }: VisitState): boolean => findings.some((finding) => finding.ref === ref)

const newFinding = ({ ref, outstandingSince }: VisitFindingRecorded['data'], state: VisitState): Refusal | null => {
  if (hasFinding(ref, state)) return refuse('visitFindingOnce', 'ref')
  const from = state.visit?.from
  return outstandingSince !== null && from !== undefined && outstandingSince.on >= from
    ? refuse('outstandingSinceEarlier', 'outstandingSince.on', `the visit began on ${from}`)
    : null
}

const linkedBefore = ({ ref, items }: LinkFinding['data'], { links }: VisitState): readonly string[] =>
  links.filter((link) => link.ref === ref && items.includes(link.item)).map(({ item }) => item)

const references = (items: readonly ItemOfFinding[]): string => items.map(({ reference }) => reference).join(', ')

const linkFinding = ({ data }: LinkFinding, state: VisitState): Refusal | null =>
  firstRefusal([
    () => known(state),
    () => (hasFinding(data.ref, state) ? null : refuse('findingOfVisit', 'ref')),
    () => (new Set(data.items).size < data.items.length ? refuse('itemsOfFindingOnce', 'items') : null),
    () => (data.reportPublished ? null : refuse('findingPublished', 'visit')),
    () =>
      refuseItems(
        'itemsCarriedOn',
        data.ofItems.filter(({ isMerged }) => isMerged),
      ),
    () =>
      refuseItems(
        'visitAfterItem',
        data.ofItems.filter(({ since }) => since > (state.visit?.to ?? '')),
      ),
    () => {
      const before = linkedBefore(data, state)
      return refuseItems(
        'findingLinkedOnce',
        data.ofItems.filter((item) => before.includes(item.id)),
      )
    },
  ])

const refuseItems = (rule: Parameters<typeof refuse>[0], items: readonly ItemOfFinding[]): Refusal | null =>
  items.length === 0 ? null : refuse(rule, 'items', references(items))

export const visitCommands: CommandTable<VisitCommand, VisitState, VisitEvent> = {
  RecordVisit: {
    event: 'VisitRecorded',
    requires: ({ data, effectiveOn }, { visit }) =>
      visit === null ? visitIncoherence(data, effectiveOn) : refuse('visitNotYetRecorded', 'visit'),
  },
  RecordVisitFinding: {
    event: 'VisitFindingRecorded',
    requires: ({ data }, state) => known(state) ?? newFinding(data, state),
  },
  LinkFinding: {
    event: 'FindingLinked',
    besides: { ofItems: listOf(objectOf({ id, reference: name, since: date, isMerged: flag })), reportPublished: flag },
    requires: linkFinding,
  },
}

const invariants: Invariants<VisitState, VisitEvent> = {
  VisitRecorded: (_, { visit }) => (visit === null ? null : refuse('visitNotYetRecorded', 'visit')),
  VisitFindingRecorded: ({ data }, state) => known(state) ?? newFinding(data, state),
  FindingLinked: ({ data }, state) => {
    if (!hasFinding(data.ref, state)) return refuse('findingOfVisit', 'ref')
    return state.links.some(({ ref, item }) => ref === data.ref && data.items.includes(item)) ? refuse('findingLinkedOnce', 'items') : null
  },
}

/** A visit of inspectors to an authority, with what they found. */
export const visitDecider: Decider<VisitState, VisitCommand, VisitEvent> = {
  initial: noVisit,
  decide: decideByTable<VisitCommand, VisitState, VisitEvent>(visitEvents, visitCommands),
  evolve: evolveVisit,
  corrections: {
    events: visitEvents,
    coherence: ({ type, data, effectiveOn }) =>
      type === 'VisitRecorded' ? visitIncoherence(data as VisitRecorded['data'], effectiveOn) : null,
    invariants,
  },
}

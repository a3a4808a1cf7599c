import type { IsoDate, Recorded } from '../envelope.ts'
import type { PolicyContent, PolicyEvent } from './events.ts'
import { withEntry, type Entries } from '../entry/entries.ts'
import { defaultPolicy } from './default-policy.ts'

export type PolicyState = {
  /** In the order in which they take effect. */
  readonly adoptions: readonly { readonly effectiveOn: IsoDate; readonly content: PolicyContent }[]
  /** Adoptions that a correction made void: their version numbers are not given again. */
  readonly voided: number
  readonly entries: Entries
}

export const noPolicy: PolicyState = { adoptions: [], voided: 0, entries: {} }

export const evolvePolicy = (state: PolicyState, event: Recorded<PolicyEvent>): PolicyState => {
  const entries = withEntry(state.entries, event)
  switch (event.type) {
    case 'PolicyAdopted': {
      const adoption = { effectiveOn: event.metadata.effectiveOn, content: event.data }
      const adoptions = [...state.adoptions, adoption].toSorted((a, b) =>
        a.effectiveOn < b.effectiveOn ? -1 : Number(a.effectiveOn > b.effectiveOn),
      )
      return { ...state, adoptions, entries }
    }
    case 'EntryCorrected':
      return { ...state, voided: state.voided + (event.data.change.kind === 'VOID' ? 1 : 0), entries }
    default:
      return state
  }
}

/** The policy in force on a day: the last adopted on or before it, else the default (version 0). */
export const policyOn = (state: PolicyState, effectiveOn: IsoDate): PolicyContent =>
  state.adoptions.findLast((adoption) => adoption.effectiveOn <= effectiveOn)?.content ?? defaultPolicy

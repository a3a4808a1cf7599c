import type { IsoDate } from '../envelope.ts'
import type { PolicyContent, PolicyEvent } from './events.ts'
import { evolveByTable, type Evolvers } from '../kernel/evolving/evolvers.ts'
import { defaultPolicy } from './default-policy.ts'

export type PolicyState = {
  /** In the order in which they take effect. */
  readonly adoptions: readonly { readonly effectiveOn: IsoDate; readonly content: PolicyContent }[]
  /** Adoptions that a correction made void: their version numbers are not given again. */
  readonly voided: number
}

export const noPolicy: PolicyState = { adoptions: [], voided: 0 }

type Adoption = PolicyState['adoptions'][number]
const byDay = (a: Adoption, b: Adoption): number => (a.effectiveOn < b.effectiveOn ? -1 : Number(a.effectiveOn > b.effectiveOn))

const evolvers: Evolvers<PolicyState, PolicyEvent> = {
  PolicyAdopted: (state, { data, metadata }) => ({
    ...state,
    adoptions: [...state.adoptions, { effectiveOn: metadata.effectiveOn, content: data }].toSorted(byDay),
  }),
  EntryCorrected: (state, { data }) => ({ ...state, voided: state.voided + (data.change.kind === 'VOID' ? 1 : 0) }),
}

export const evolvePolicy = evolveByTable(evolvers)

/** The policy in force on a day: the last adopted on or before it, else the default (version 0). */
export const policyOn = (state: PolicyState, effectiveOn: IsoDate): PolicyContent =>
  state.adoptions.findLast((adoption) => adoption.effectiveOn <= effectiveOn)?.content ?? defaultPolicy

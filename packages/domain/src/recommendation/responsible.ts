import type { Actor, IsoDate } from '../envelope.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import type { Entered, RecommendationRecord } from './state.ts'
import { namesExecutive } from './executive-body.ts'
import { principalOf } from './on-record.ts'
import { refuse } from './rules.ts'

type Asking = { readonly actor: Actor }
type Withdrawing = Asking & { readonly effectiveOn: IsoDate }

/** A body proposes, or asks for more time, only where it is the executive or responsible for the item: a committee assesses. */
export const notResponsible = ({ actor }: Asking, { owners }: RecommendationRecord): Refusal | null => {
  const { kind, id } = principalOf(actor)
  if (kind !== 'body' || namesExecutive(id) || owners.some(({ owner }) => owner === id)) return null
  return refuse('proposerIsResponsible', 'onBehalfOf')
}

/** A proposal or request can be withdrawn only by its author, and not before it was made. */
export const withdrawalRefusal = ({ actor, effectiveOn }: Withdrawing, made: Entered): Refusal | null => {
  if (principalOf(actor).id !== made.principal.id) return refuse('withdrawnByProposer', 'onBehalfOf')
  return effectiveOn < made.effectiveOn ? refuse('decisionAfterProposal', 'effectiveOn') : null
}

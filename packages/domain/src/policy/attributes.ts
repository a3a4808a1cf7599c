import type { PolicyEvent } from './events.ts'
import { attribute, type AttributeReader } from '../kernel/provenance/attribute.ts'
import { evolvePolicy, noPolicy, type PolicyState } from './state.ts'

export type PolicyAttribute = 'ADOPTED_VERSION'

/** Each version with the day from which it is in force. */
export const policyAttributes: AttributeReader<PolicyState, PolicyEvent, PolicyAttribute> = {
  initial: noPolicy,
  evolve: evolvePolicy,
  values: ({ adoptions }) =>
    adoptions.flatMap(({ effectiveOn, content }) =>
      attribute('ADOPTED_VERSION', { from: effectiveOn, ...content }, String(content.version)),
    ),
}

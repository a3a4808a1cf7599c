import type { PolicyEvent } from './events.ts'
import { said, type Telling } from '../said/value.ts'
import { evolvePolicy, noPolicy, type PolicyState } from './state.ts'

export type PolicyField = 'ADOPTED_VERSION'

/** Each version with the day from which it is in force. */
export const policyTelling: Telling<PolicyState, PolicyEvent, PolicyField> = {
  initial: noPolicy,
  evolve: evolvePolicy,
  values: ({ adoptions }) =>
    adoptions.flatMap(({ effectiveOn, content }) => said('ADOPTED_VERSION', { from: effectiveOn, ...content }, String(content.version))),
}

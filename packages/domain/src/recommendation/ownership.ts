import type { Decision } from '../decision.ts'
import type { AssignOwner, AssignTheme, ReleaseOwner } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { RecommendationState } from './state.ts'
import { accepted } from './fact-of.ts'
import { refuse } from './rules.ts'

type Outcome = Decision<RecommendationEvent>

export const assignTheme = (command: AssignTheme, { record }: RecommendationState): Outcome =>
  record.theme === command.data.theme ? refuse('alreadyAssigned', 'theme') : accepted(command)

export const assignOwner = (command: AssignOwner, { record }: RecommendationState): Outcome =>
  record.owners.some(({ owner, role }) => owner === command.data.owner && role === command.data.role)
    ? refuse('alreadyAssigned', 'owner')
    : accepted(command)

export const releaseOwner = (command: ReleaseOwner, { record }: RecommendationState): Outcome =>
  record.owners.some(({ owner }) => owner === command.data.owner) ? accepted(command) : refuse('notAssigned', 'owner')

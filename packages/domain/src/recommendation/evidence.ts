import type { Decision } from '../decision.ts'
import type { TestEvidence } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { RecommendationState } from './state.ts'
import { accepted } from './fact-of.ts'
import { refuse } from './rules.ts'

export const testEvidence = (command: TestEvidence, { record }: RecommendationState): Decision<RecommendationEvent> =>
  record.evidence.some(({ evidenceId }) => evidenceId === command.data.evidenceId)
    ? accepted(command)
    : refuse('evidenceExists', 'evidenceId')

import type { Decision } from '../decision.ts'
import type { EndExemption, MarkExempt, PublishRecommendation, ReviewExemption } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { RecommendationState } from './state.ts'
import { accepted } from './fact-of.ts'
import { refuse } from './rules.ts'

type Outcome = Decision<RecommendationEvent>

export const publishRecommendation = (command: PublishRecommendation, { record: { withheld } }: RecommendationState): Outcome => {
  if (withheld === null) return refuse('notWithheld', 'reason')
  return command.effectiveOn < withheld.effectiveOn
    ? refuse('withheldThen', 'effectiveOn', `that was on ${withheld.effectiveOn}`)
    : accepted(command)
}

/** One exemption is in force at a time: it covers one or more parts under one ground. */
export const markExempt = (command: MarkExempt, { record }: RecommendationState): Outcome =>
  record.exemption === null ? accepted(command) : refuse('alreadyExempt', 'parts')

export const whileExempt = (command: ReviewExemption | EndExemption, { record: { exemption } }: RecommendationState): Outcome => {
  if (exemption === null) return refuse('notExempt', command.type === 'EndExemption' ? 'reason' : 'found')
  return command.effectiveOn < exemption.effectiveOn
    ? refuse('exemptThen', 'effectiveOn', `that was on ${exemption.effectiveOn}`)
    : accepted(command)
}

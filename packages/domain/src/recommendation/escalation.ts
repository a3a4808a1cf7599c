import type { Decision } from '../decision.ts'
import type { Escalate } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { RecommendationState } from './state.ts'
import { accepted } from './fact-of.ts'
import { refuse } from './rules.ts'

/** It may be escalated to a body again on another day; twice on one day it is the same escalation. */
export const escalate = (command: Escalate, { record }: RecommendationState): Decision<RecommendationEvent> => {
  const { data, effectiveOn } = command
  const same = record.escalations.some((made) => made.effectiveOn === effectiveOn && sameName(made.body, data.body))
  return same ? refuse('escalatedAlready', 'body') : accepted(command)
}

const sameName = (a: string, b: string): boolean => folded(a) === folded(b)
const folded = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase()

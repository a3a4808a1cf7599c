import type { Decision } from '../decision.ts'
import type { LinkRecommendation, MergeDuplicate, SupersedeRecommendation } from './commands.ts'
import type { LinkTarget, RecommendationEvent } from './events.ts'
import type { RecommendationState } from './state.ts'
import { accepted } from './fact-of.ts'
import { refuse } from './rules.ts'

type Outcome = Decision<RecommendationEvent>

export const supersedeRecommendation = (command: SupersedeRecommendation, { record }: RecommendationState): Outcome => {
  if (command.data.by === record.stream) return refuse('notItsOwn', 'by')
  if (!command.data.targetKnown) return refuse('knownTarget', 'by')
  return record.superseded === null ? accepted(command) : refuse('alreadySuperseded', 'by', `by ${record.superseded.by}`)
}

export const mergeDuplicate = (command: MergeDuplicate, { record }: RecommendationState): Outcome => {
  if (command.data.into === record.stream) return refuse('notItsOwn', 'into')
  if (!command.data.targetKnown) return refuse('knownTarget', 'into')
  return record.merged === null ? accepted(command) : refuse('alreadyMerged', 'into', `into ${record.merged.into}`)
}

export const linkRecommendation = (command: LinkRecommendation, { record }: RecommendationState): Outcome => {
  const { target, relation, targetKnown } = command.data
  if (target.id === record.stream) return refuse('notItsOwn', 'target.id')
  if (!targetKnown) return refuse('knownTarget', 'target.id')
  return record.links.some((link) => link.relation === relation && sameTarget(link.target, target))
    ? refuse('alreadyLinked', 'target.id')
    : accepted(command)
}

const sameTarget = (a: LinkTarget, b: LinkTarget): boolean => a.kind === b.kind && a.id === b.id && reportOf(a) === reportOf(b)
const reportOf = (target: LinkTarget): string | null => (target.kind === 'FINDING' ? target.report : null)

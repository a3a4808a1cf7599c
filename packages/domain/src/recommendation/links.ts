import type { Decision } from '../decision.ts'
import type { Continuation, LinkRecommendation, MergeDuplicate, SupersedeRecommendation } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import type { LinkRelation, LinkTarget } from './event-parts.ts'
import type { RecommendationRecord, RecommendationState } from './state.ts'
import { accepted } from './fact-of.ts'
import { sinceOf } from './on-record.ts'
import { refuse } from './rules.ts'

type Outcome = Decision<RecommendationEvent>

export const supersedeRecommendation = (command: SupersedeRecommendation, { record }: RecommendationState): Outcome => {
  if (command.data.by === record.stream) return refuse('refersToItself', 'by')
  if (!command.data.targetExists) return refuse('targetExists', 'by')
  if (leadsBackHere(command.data, record)) return refuse('successorCircle', 'by')
  return record.superseded === null ? accepted(command) : refuse('alreadySuperseded', 'by', `by ${record.superseded.by}`)
}

export const mergeDuplicate = (command: MergeDuplicate, { record }: RecommendationState): Outcome => {
  if (command.data.into === record.stream) return refuse('refersToItself', 'into')
  if (!command.data.targetExists) return refuse('targetExists', 'into')
  if (leadsBackHere(command.data, record)) return refuse('successorCircle', 'into')
  const elsewhere = command.data.targetSuccessors.at(-1)
  if (elsewhere !== undefined) return refuse('targetHasSuccessor', 'into', `it continues in ${elsewhere}`)
  return record.merged === null ? accepted(command) : refuse('alreadyMerged', 'into', `into ${record.merged.into}`)
}

export const linkRecommendation = (command: LinkRecommendation, state: RecommendationState): Outcome => {
  const { target, relation, targetExists } = command.data
  const { record } = state
  if (target.id === record.stream) return refuse('refersToItself', 'target.id')
  if (!targetExists) return refuse('targetExists', 'target.id')
  const refused = againstTime(command, state) ?? notContinued(command)
  if (refused !== null) return refused
  return record.links.some((link) => link.relation === relation && sameTarget(link.target, target))
    ? refuse('alreadyLinked', 'target.id')
    : accepted(command)
}

const leadsBack: readonly LinkRelation[] = ['REPEATS', 'CONTINUES']

/** A recommendation repeats or continues something earlier. Nothing is refused where a date is not known. */
const againstTime = ({ data: { relation, targetOn } }: LinkRecommendation, state: RecommendationState): Refusal | null => {
  const since = sinceOf(state)
  return since !== null && targetOn !== null && leadsBack.includes(relation) && targetOn > since
    ? refuse('linkAgainstTime', 'relation', `it was made on ${since}, and the other on ${targetOn}`)
    : null
}

/** An improvement or a strength is not a weakness that continues. */
const notContinued = ({ data: { relation, targetDirection } }: LinkRecommendation): Refusal | null =>
  leadsBack.includes(relation) && (targetDirection === 'IMPROVED' || targetDirection === 'STRENGTH')
    ? refuse('continuesWeakness', 'relation')
    : null

/** A chain that comes back would leave nothing that is carried on. */
export const leadsBackHere = ({ targetSuccessors }: Continuation, { stream }: RecommendationRecord): boolean =>
  targetSuccessors.some((further) => further === stream)

const sameTarget = (a: LinkTarget, b: LinkTarget): boolean => a.kind === b.kind && a.id === b.id && reportOf(a) === reportOf(b)
const reportOf = (target: LinkTarget): string | null => (target.kind === 'FINDING' ? target.report : null)

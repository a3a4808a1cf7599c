import type { Decision } from '../decision.ts'
import type { VisitDirection } from '../visit/events.ts'
import type { LinkVisitFinding } from './commands.ts'
import type { RecommendationEvent, VisitFindingLinked } from './events.ts'
import type { RecommendationRecord, RecommendationState } from './state.ts'
import { accepted } from './fact-of.ts'
import { refuse } from './rules.ts'

/** The most critical first. */
const bySeverity: readonly VisitDirection[] = ['WORSE', 'UNCHANGED', 'NEEDS_IMPROVEMENT', 'POSITIVE', 'IMPROVED']

/** The most critical finding of the newest linked visit: a good finding beside it does not outweigh it. Undefined if no visit is linked. */
export const independentFinding = ({ findings }: RecommendationRecord): RecommendationRecord['findings'][number] | undefined => {
  const newest = findings
    .map(({ visitedOn }) => visitedOn)
    .toSorted()
    .at(-1)
  const ofNewest = findings.filter(({ visitedOn }) => visitedOn === newest)
  return ofNewest.toSorted((a, b) => bySeverity.indexOf(a.direction) - bySeverity.indexOf(b.direction))[0]
}

export const independentDirection = (record: RecommendationRecord): VisitDirection | null => independentFinding(record)?.direction ?? null

/** Whether a finding is hard to reconcile with a recommendation being achieved. */
export const speaksAgainst = (direction: VisitDirection): boolean => direction !== 'IMPROVED' && direction !== 'POSITIVE'

type Named = Pick<VisitFindingLinked['data'], 'visit' | 'ref'>

export const isLinkedTo = ({ visit, ref }: Named, { findings }: RecommendationRecord): boolean =>
  findings.some((finding) => finding.visit === visit && finding.ref === ref)

export const linkVisitFinding = (command: LinkVisitFinding, { record }: RecommendationState): Decision<RecommendationEvent> =>
  isLinkedTo(command.data, record) ? refuse('findingAlreadyLinked', 'ref') : accepted(command)

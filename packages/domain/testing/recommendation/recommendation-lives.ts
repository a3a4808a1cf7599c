import type { Recorded } from '../../src/envelope.ts'
import type { RecommendationEvent } from '../../src/recommendation/events.ts'
import { example } from './example-commands.ts'
import { givenTracked } from './given.ts'

/**
 * The events of two recommendations: one was answered, extended, assessed and concluded; one has an owner and was merged into another.
 * Random commands hardly ever get that far.
 */
export const recommendationLives = (): readonly (readonly Recorded<RecommendationEvent>[])[] => [
  givenTracked(
    example('IssueRecommendation'),
    example('AssignOwner'),
    example('RequireResponse'),
    example('GiveResponse'),
    example('RequestCompletionDateRevision'),
    example('ApproveCompletionDateRevision'),
    example('AttachEvidence'),
    example('ProposeAssessment'),
    example('AgreeAssessment'),
    example('ConcludeTracking'),
  ).events,
  givenTracked(example('IssueRecommendation'), example('AssignOwner'), example('MergeDuplicate')).events,
]

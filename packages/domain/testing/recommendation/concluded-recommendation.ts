import type { Recorded } from '../../src/envelope.ts'
import type { RecommendationEvent } from '../../src/recommendation/events.ts'
import { example } from './example-commands.ts'
import { givenTracked } from './given.ts'

/** The events of a recommendation that was answered, carried out, assessed and concluded. Random commands hardly ever get that far. */
export const concludedRecommendation = (): readonly Recorded<RecommendationEvent>[] =>
  givenTracked(
    example('IssueRecommendation'),
    example('AssignOwner'),
    example('RequireResponse'),
    example('GiveResponse'),
    example('AttachEvidence'),
    example('ProposeAssessment'),
    example('AgreeAssessment'),
    example('ConcludeTracking'),
  ).events

import { z } from 'zod'
import { assessment, decision, linkTarget } from './recommendation-parts.ts'
import { digest, isoDateOrNull, text, textOrNull } from './parts.ts'

/** Actions, claims, evidence, the three voices of assessment, and how tracking ends. */
export const deliveryAndConclusionSchemas = {
  ActionPlanned: z.strictObject({ actionId: text, description: text, dueOn: isoDateOrNull, lead: textOrNull }),
  ActionStarted: z.strictObject({ actionId: text }),
  ActionProgressed: z.strictObject({ actionId: text, words: text }),
  ActionCompleted: z.strictObject({ actionId: text, words: textOrNull }),
  ActionAbandoned: z.strictObject({ actionId: text, reason: text }),
  ProgressUpdated: z.strictObject({
    updateId: text,
    words: text,
    claim: z.enum(['NOT_STARTED', 'IN_PROGRESS', 'COMPLETE']).nullable(),
    completedOn: isoDateOrNull,
    reportedTo: textOrNull,
  }),
  EvidenceAttached: z.strictObject({
    evidenceId: text,
    digest,
    mediaType: text,
    name: text,
    location: text,
    shows: z.enum(['OUTPUT', 'OUTCOME', 'ASSURANCE', 'USER_VOICE']),
    words: text,
  }),
  EvidenceTested: z.strictObject({ evidenceId: text, by: text, found: text }),
  AssessmentProposed: assessment.extend({ proposalId: text }),
  AssessmentAgreed: assessment.extend({ proposalId: text, decision }),
  CommitteeAssessmentMade: assessment.extend({ insteadOf: textOrNull, decision }),
  IndependentFindingRecorded: z.strictObject({
    findingId: text,
    body: text,
    visit: text,
    words: text,
    direction: z.enum(['IMPROVED', 'UNCHANGED', 'WORSE']),
    evidence: textOrNull,
  }),
  StillNeededRecorded: z.strictObject({ words: text, decision }),
  EscalatedTo: z.strictObject({ body: text, reason: text }),
  TrackingConcluded: z.strictObject({
    reason: z.enum(['ACHIEVED', 'OBSTACLE', 'SUPERSEDED', 'NO_LONGER_APPLICABLE', 'RISK_ACCEPTED', 'NOT_ACCEPTED']),
    explanation: text,
    supersededBy: textOrNull,
    decision,
  }),
  TrackingReopened: z.strictObject({ reason: text, decision }),
  RecommendationSuperseded: z.strictObject({ by: text, reason: text }),
  DuplicateMerged: z.strictObject({ into: text, reason: text }),
  RiskAccepted: z.strictObject({ person: text, office: text, reason: text }),
  RecommendationLinked: z.strictObject({
    linkId: text,
    relation: z.enum(['REPEATS', 'CONTINUES', 'CONTRIBUTES_TO', 'CONTRADICTS']),
    target: linkTarget,
    words: textOrNull,
  }),
  DissentRecorded: z.strictObject({ words: text, by: text, decision }),
}

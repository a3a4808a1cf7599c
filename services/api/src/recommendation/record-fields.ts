import type { Entered, RecommendationRecord } from '@outstanding/domain'
import { assessedBeforeBaselineCorrection, dateMovesOf, decisionOrderOf, recordedBySamePerson } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { CommitteeAssessmentType, IndependentFindingType, ProposalType, StillNeededType } from './assessment-types.ts'
import type { DecidedBy } from './assessment-types.ts'
import {
  ConclusionType,
  DissentType,
  EscalationType,
  ReopeningType,
  CompletionDateRevisionType,
  RiskAcceptedType,
} from './committee-types.ts'
import { ActionType, EvidenceType, UpdateType } from './delivery-types.ts'
import { LinkedFromType, linkedFromOf, LinkType, linksOf } from './link-type.ts'
import { SlippageStepType } from './slippage-type.ts'
import { TrackedByType } from './tracked-by-type.ts'
import { recordOf } from './node.ts'
import { RecommendationType } from './type.ts'

/** Everything recorded of one recommendation, the oldest first: folded from its stream, so for one item or a short list. */
builder.objectFields(RecommendationType, (t) => {
  const complexity = { field: 3, multiplier: 4 }
  return {
    completionDateRevisions: t.field({
      type: [CompletionDateRevisionType],
      complexity,
      description: "Requested extensions, with the committee's decisions.",
      resolve: async (node, _args, context) => [...(await recordOf(node, context)).record.completionDateRevisions],
    }),
    slippage: t.field({
      type: [SlippageStepType],
      complexity,
      description: 'Every change of the completion date, oldest first. While overdue, `position.schedule.slippageDays` also grows daily.',
      resolve: async (node, _args, context) => [...dateMovesOf(await recordOf(node, context))],
    }),
    actions: t.field({
      type: [ActionType],
      complexity,
      description: 'The actions planned, in the order in which they were planned.',
      resolve: async (node, _args, context) => [...(await recordOf(node, context)).record.actions],
    }),
    updates: t.field({
      type: [UpdateType],
      complexity,
      description: 'Progress updates, oldest first.',
      resolve: async (node, _args, context) => [...(await recordOf(node, context)).record.updates],
    }),
    evidence: t.field({
      type: [EvidenceType],
      complexity,
      description: 'Evidence attached, oldest first.',
      resolve: async (node, _args, context) => {
        const { evidence, evidenceTests } = (await recordOf(node, context)).record
        return evidence.map((one) => ({ ...one, tests: evidenceTests.filter(({ evidenceId }) => evidenceId === one.evidenceId) }))
      },
    }),
    proposals: t.field({
      type: [ProposalType],
      complexity,
      description: "The responsible member's proposals, oldest first.",
      resolve: async (node, _args, context) => {
        const { proposals, proposalsWithdrawn } = (await recordOf(node, context)).record
        return proposals.map((one) => ({
          ...one,
          withdrawn: proposalsWithdrawn.find(({ proposalId }) => proposalId === one.proposalId) ?? null,
        }))
      },
    }),
    assessments: t.field({
      type: [CommitteeAssessmentType],
      complexity,
      description: "The committee's assessments, oldest first.",
      resolve: async (node, _args, context) => {
        const { record } = await recordOf(node, context)
        return withSamePerson(record, record.assessments)
      },
    }),
    independentFindings: t.field({
      type: [IndependentFindingType],
      complexity,
      description: 'Findings of visits that are linked to it, oldest first.',
      resolve: async (node, _args, context) =>
        (await recordOf(node, context)).record.findings.map((finding) => ({ ...finding, asOf: node.asOf })),
    }),
    stillNeeded: t.field({
      type: [StillNeededType],
      complexity,
      description: 'Records what the committee needs before it concludes.',
      resolve: async (node, _args, context) => [...(await recordOf(node, context)).record.stillNeeded],
    }),
    escalations: t.field({
      type: [EscalationType],
      complexity,
      description: 'Escalations to a higher body, oldest first.',
      resolve: async (node, _args, context) => [...(await recordOf(node, context)).record.escalations],
    }),
    trackedBy: t.field({
      type: [TrackedByType],
      complexity,
      description: 'The committees that took tracking on, in that order. Empty where none has.',
      resolve: async (node, _args, context) => {
        const { trackedBy, dateSetBy } = (await recordOf(node, context)).record
        return trackedBy.map((tracker) => ({ ...tracker, setsDate: tracker.committee === dateSetBy }))
      },
    }),
    decidedLate: t.idList({
      description: 'Entries of decisions that were recorded after a decision of a later day of the same committee.',
      resolve: async (node, _args, context) => [...decisionOrderOf((await recordOf(node, context)).record).late],
    }),
    decidedBeforeLate: t.idList({
      description:
        'Entries of decisions of later days that were recorded before such a late one. They are flagged; the decision is not changed.',
      resolve: async (node, _args, context) => [...decisionOrderOf((await recordOf(node, context)).record).beforeLate],
    }),
    conclusions: t.field({
      type: [ConclusionType],
      complexity,
      description: 'Conclusions, including earlier ones if it was reopened. Oldest first.',
      resolve: async (node, _args, context) => {
        const { record } = await recordOf(node, context)
        return withSamePerson(record, record.conclusions)
      },
    }),
    reopenings: t.field({
      type: [ReopeningType],
      complexity,
      description: 'Reopenings, oldest first.',
      resolve: async (node, _args, context) => [...(await recordOf(node, context)).record.reopenings],
    }),
    riskAccepted: t.field({
      type: RiskAcceptedType,
      nullable: true,
      description: 'Who accepted the risk of not doing it. Null if nobody did.',
      resolve: async (node, _args, context) => (await recordOf(node, context)).record.riskAccepted,
    }),
    dissents: t.field({
      type: [DissentType],
      complexity,
      description: 'Disagreements kept with decisions, oldest first.',
      resolve: async (node, _args, context) => [...(await recordOf(node, context)).record.dissents],
    }),
    recordedBySamePerson: t.boolean({
      description: 'True if the same person recorded the committee’s last assessment or conclusion and the entry it decided on.',
      resolve: async (node, _args, context) => {
        const { record } = await recordOf(node, context)
        const same = recordedBySamePerson(record)
        return [record.assessments.at(-1), record.conclusions.at(-1)].some((last) => last !== undefined && same.has(last.eventId))
      },
    }),
    assessedBeforeBaselineCorrection: t.idList({
      description:
        'Proposals, assessments and conclusions based on a completion date that was corrected later or is in doubt. They are flagged; the ' +
        'decision is not changed.',
      resolve: async (node, _args, context) => [
        ...assessedBeforeBaselineCorrection(await recordOf(node, context), node.baselineInDoubt !== null),
      ],
    }),
    links: t.field({
      type: [LinkType],
      complexity,
      description: 'Links to other recommendations and to findings.',
      resolve: (node, _args, context) => linksOf(node, context),
    }),
    linkedFrom: t.field({
      type: [LinkedFromType],
      complexity,
      description: 'Other recommendations that refer to this one, at most 200: by a link, or because this one continues them.',
      resolve: (node, _args, context) => linkedFromOf(node, context),
    }),
  }
})

function withSamePerson<Decision extends Entered>(record: RecommendationRecord, decisions: readonly Decision[]): DecidedBy<Decision>[] {
  const same = recordedBySamePerson(record)
  return decisions.map((decision) => ({ ...decision, recordedBySamePerson: same.has(decision.eventId) }))
}

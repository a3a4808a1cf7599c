import type { Actor } from '../envelope.ts'
import type { PolicyContent } from '../policy/events.ts'
import type { CommitteeAssessment, Entered, RecommendationRecord } from './state.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import { refuse } from './rules.ts'

type Typed = Pick<Entered, 'recordedBy'> | null | undefined
type Deciding = { readonly actor: Actor; readonly data: { readonly policy: Pick<PolicyContent, 'secondPerson'> } }

/** A policy may require a second person: the person who recorded the proposal or request then cannot record the decision. */
export const secondPersonRefusal = ({ actor, data }: Deciding, decidedOn: Typed, field: string): Refusal | null =>
  data.policy.secondPerson && decidedOn?.recordedBy === actor.id
    ? refuse('secondPerson', field, 'ask another scrutiny officer to record it')
    : null

/**
 * Decisions recorded by the person who also recorded what they decided on, as eventIds: a proposal and its assessment, a request and the
 * answer, or the ground of a conclusion. That one officer types both is normal, and shown.
 */
export const recordedBySamePerson = (record: RecommendationRecord): ReadonlySet<string> =>
  new Set(
    [
      ...record.assessments.map((made) => ({ decision: made, on: proposalOf(made, record) })),
      ...record.completionDateRevisions.flatMap(({ requested, approved, refused }) =>
        [approved, refused].map((decision) => ({ decision, on: requested })),
      ),
      ...record.conclusions.map((decision) => ({ decision, on: groundOf(decision, record) })),
    ].flatMap(({ decision, on }) => (decision && on && decision.recordedBy === on.recordedBy ? [decision.eventId] : [])),
  )

const proposalOf = ({ proposalId, insteadOf }: CommitteeAssessment, { proposals }: RecommendationRecord): Typed =>
  proposals.find((proposed) => proposed.proposalId === (proposalId ?? insteadOf))

type Conclusion = RecommendationRecord['conclusions'][number]

/** The entry that the conclusion was based on: for an assessment, the proposal before it. */
const groundOf = (conclusion: Conclusion, record: RecommendationRecord): Typed => {
  const earlier = (entry: Entered): boolean => entry.revision < conclusion.revision
  switch (conclusion.reason) {
    case 'ACHIEVED':
    case 'OBSTACLE': {
      const { committee } = conclusion.decision
      const made = record.assessments.findLast((one) => earlier(one) && one.decision.committee === committee)
      return made && proposalOf(made, record)
    }
    case 'RISK_ACCEPTED':
      return record.riskAccepted
    case 'NOT_ACCEPTED':
      return record.responses.findLast(earlier)
    case 'SUPERSEDED':
    case 'NO_LONGER_APPLICABLE':
      return null
  }
}

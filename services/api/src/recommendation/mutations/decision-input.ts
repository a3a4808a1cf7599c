import type { CommitteeNamed, DecisionRef, DecisionStated } from '@outstanding/domain'
import { builder } from '../../graphql/builder.ts'
import type { Facts } from '../../commands/facts.ts'
import { committeeNamed } from '../../committee/committee-named.ts'
import { principalOfficeKind } from '../../office/office-kind.ts'
import { policyFor } from '../../policy/policy-on.ts'

export const DecisionInput = builder.inputType('DecisionInput', {
  description: "A decision of a committee at a meeting. The command's `onBehalfOf` must be this committee.",
  fields: (t) => ({
    committee: t.id({ required: true, description: 'Its slug: the id of the body in `onBehalfOf`.' }),
    committeeName: t.string({ description: "The committee's name on the day of the meeting.", required: true }),
    meetingOn: t.field({ description: 'The day of the meeting (Europe/London).', type: 'Date', required: true }),
    minuteReference: t.string({
      required: true,
      description: 'The minute reference. Use the date and item until the confirmed number is known.',
    }),
  }),
})

/** What the register knows of the committee of a decision, on the day of its meeting. */
export const committeeOf = ({ committee, meetingOn }: DecisionRef, facts: Facts, authority: string): Promise<CommitteeNamed> =>
  committeeNamed(facts, authority, committee, meetingOn)

/** What every decision states, with what the rules ask of the principal. */
export const decided = async (decision: DecisionRef, facts: Facts, authority: string): Promise<DecisionStated> => ({
  decision,
  ...(await committeeOf(decision, facts, authority)),
  principalOfficeKind: await principalOfficeKind(facts),
  policy: await policyFor(facts, authority),
})

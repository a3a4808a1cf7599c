import type { BodyNamed } from '@outstanding/domain'
import { parseStream } from '@outstanding/domain'
import type { CommandAnswer } from '../../commands/command-result.ts'
import type { Facts } from '../../commands/facts.ts'
import { principalOfficeKind } from '../../office/office-kind.ts'
import { officeOn } from '../../office/office-on.ts'
import { policyFor } from '../../policy/policy-on.ts'
import { ResponseDutyType } from '../duty-types.ts'
import { ResponseKind } from '../enums.ts'
import { recommendationCommand } from './recommendation-command.ts'

const bodyName = 'Its name on the day of `effectiveOn`; may be left out for an office or body on the register.'

type Named = { readonly body: string; readonly bodyName: string | null }

/** An id of the register is that of an office or body; anything else is a slug. */
export const bodyMissing = async (body: string, facts: Facts): Promise<CommandAnswer | null> =>
  parseStream(body) !== null && (await officeOn(facts.store, body, facts.effectiveOn)) === null
    ? { kind: 'NOT_FOUND', id: body, field: 'body' }
    : null

export const bodyNamed = async (input: Named, facts: Facts): Promise<Named & BodyNamed & { readonly bodyName: string }> => {
  const bodyOffice = await officeOn(facts.store, input.body, facts.effectiveOn)
  return { body: input.body, bodyName: input.bodyName ?? bodyOffice?.name ?? '', bodyOffice }
}

recommendationCommand('RequireResponse', {
  description:
    'A written notice asks a body for its response, which starts a clock of its own. Of a joint recommendation each body is asked. A second ' +
    'notice moves no date while the first has no response.',
  fields: (t) => ({
    body: t.id({ required: true, description: 'Who has to answer: the `id` of an office or body on the register, or the slug of a body.' }),
    bodyName: t.string({ description: bodyName }),
    of: t.field({
      type: ResponseDutyType,
      description:
        'The duty that the clock follows from. May be left out: of a scrutiny report that of the executive, of an inspection the action plan, of a coroner’s report its own.',
    }),
    receivedOn: t.field({ type: 'Date', required: true, description: 'The day on which the body received the report (Europe/London).' }),
    noticeOn: t.field({
      type: 'Date',
      required: true,
      description: 'The day of the written notice or request, or on which the coroner sent the report (Europe/London).',
    }),
    printedDueOn: t.field({
      type: 'Date',
      description: 'The due date printed in the letter, if any. It is used instead of the calculated date.',
    }),
    printedDraftDueOn: t.field({
      type: 'Date',
      description:
        'The due date that the letter prints for an early draft of the action plan. Where the recommendation asks for priority action after an ' +
        'inspection, a draft is due without it: 20 working days from receipt.',
    }),
  }),
  refers: ({ body }, facts) => bodyMissing(body, facts),
  data: async (input, facts, authority) => ({
    ...(await bodyNamed(input, facts)),
    of: input.of,
    receivedOn: input.receivedOn,
    noticeOn: input.noticeOn,
    printedDueOn: input.printedDueOn,
    printedDraftDueOn: input.printedDraftDueOn,
    policy: await policyFor(facts, authority),
  }),
})

recommendationCommand('SendDraftPlan', {
  description:
    'Records that the body sent the early draft of its action plan. `onBehalfOf` of the command must be that body. It is no response.',
  fields: (t) => ({
    body: t.id({ required: true, description: 'Whose plan it is: the `id` of an office or body on the register, or the slug of a body.' }),
    bodyName: t.string({ description: bodyName }),
    words: t.string({ description: 'What there is to say about it.' }),
  }),
  refers: ({ body }, facts) => bodyMissing(body, facts),
  data: async (input, facts) => ({
    ...(await bodyNamed(input, facts)),
    principalOfficeKind: await principalOfficeKind(facts),
    words: input.words,
  }),
})

recommendationCommand('GiveResponse', {
  description:
    'Records the response of one body. `onBehalfOf` of the command must be that body; for the executive as a whole the office of any ' +
    'member of it can respond.',
  fields: (t) => ({
    body: t.id({ required: true, description: 'Who responds: the `id` of an office or body on the register, or the slug of a body.' }),
    bodyName: t.string({ description: bodyName }),
    response: t.field({ type: ResponseKind, required: true, description: 'What the response is.' }),
    wording: t.string({ description: 'The amended wording, or the part that is accepted.' }),
    reasons: t.string({ description: 'Required if it is not accepted, or only in part.' }),
  }),
  refers: ({ body }, facts) => bodyMissing(body, facts),
  data: async (input, facts) => ({
    ...(await bodyNamed(input, facts)),
    principalOfficeKind: await principalOfficeKind(facts),
    response: input.response,
    wording: input.wording,
    reasons: input.reasons,
    letter: null,
  }),
})

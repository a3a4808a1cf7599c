import type { ResponseInLetter, IsoDate, RespondToReport } from '@outstanding/domain'
import { parseStream, recommendationDecider, reportDecider } from '@outstanding/domain'
import { actWithItems } from '../commands/act-with-items.ts'
import { commandField } from '../commands/command-mutation.ts'
import type { CommandAnswer } from '../commands/command-result.ts'
import type { RefusedItem } from '../commands/each-item.ts'
import type { Envelope } from '../commands/envelope-input.ts'
import { principalOf } from '../commands/envelope-input.ts'
import { tryCommand } from '../commands/execute-command.ts'
import { namedItems } from '../commands/refused-items.ts'
import { builder } from '../graphql/builder.ts'
import { ResponseKind } from '../recommendation/enums.ts'
import { bodyMissing, bodyNamed } from '../recommendation/mutations/response.ts'
import type { Context } from '../server/context.ts'
import { recordResponses, contentOf, dataOfLetter } from './record-responses.ts'
import type { NamedItem } from './item-of-report.ts'
import { itemsOfReport } from './item-of-report.ts'

const ResponseInput = builder.inputType('ResponseInLetterInput', {
  description: 'What a letter says of one recommendation.',
  fields: (t) => ({
    item: t.id({ required: true, description: 'The `id` of the recommendation.' }),
    response: t.field({ type: ResponseKind, required: true, description: 'What the response is.' }),
    wording: t.string({ description: 'The amended wording, or the part that is accepted.' }),
    reasons: t.string({ description: 'Required if it is not accepted, or only in part.' }),
  }),
})

commandField('RespondToReport', {
  description:
    'Records one letter that responds to several recommendations of a report, to each in its own way. `onBehalfOf` must be the body that responds. Either ' +
    'every response is recorded, in the history of its recommendation and with the letter, or none is: `refusedItems` names each that the rules refuse. ' +
    'Sent again with the same `commandId`, it continues where it was interrupted.',
  fields: (t) => ({
    report: t.id({ required: true, description: "The report's `id`." }),
    body: t.id({ required: true, description: 'Who responds: the `id` of an office or body on the register, or the slug of a body.' }),
    bodyName: t.string({ description: 'Its name on the day of `effectiveOn`; may be left out for an office or body on the register.' }),
    document: t.string({ description: 'What the letter is called, and where it is kept.' }),
    documentDigest: t.string({ description: 'The fingerprint of the letter: `sha256:` and 64 hex digits.' }),
    responses: t.field({ type: [ResponseInput], required: true, description: 'What it responds to each recommendation.' }),
    dryRun: t.boolean({ description: 'True: the result says whether the rules allow it, and nothing is recorded.' }),
  }),
  execute: async (input, facts, context) => {
    const { report, responses, document, documentDigest } = input
    const existing = parseStream(report)?.aggregate === 'report' ? await facts.stream(report) : null
    if (!existing) return { kind: 'NOT_FOUND', id: report, field: 'report' }
    const missing = await bodyMissing(input.body, facts)
    if (missing !== null) return missing
    const ids = responses.map(({ item }) => item)
    const named = await itemsOfReport(context.store, [...new Set(ids)].slice(0, mostResponses), report)
    if ('missing' in named) return { kind: 'NOT_FOUND', id: named.missing, field: `responses.${ids.indexOf(named.missing)}.item` }
    const { body, bodyName } = await bodyNamed(input, facts)
    const letter = { letter: input.commandId, body, bodyName, document, documentDigest, responses }
    const refused = await refusedIn(named, { letter, input, context })
    const refusals = new Map(refused.map(({ item, rejection }) => [item, rejection.message]))
    const ofItems = named.map(({ id, reference, isOfReport }) => ({ id, reference, isOfReport, refusal: refusals.get(id) ?? null }))
    const ready = { kind: 'READY', stream: report, ...existing, data: { ...letter, ofItems } } as const
    const given = { ready, type: 'RespondToReport', input } as const
    const answer =
      input.dryRun === true
        ? await tryCommand(context, reportDecider, given)
        : await actWithItems(context, reportDecider, given, recordResponses)
    return withRefused(answer, refused, context)
  },
})

/** More are refused by the rules, and need not be read for that. */
const mostResponses = 1_000

type Asked = {
  readonly letter: Omit<RespondToReport['data'], 'ofItems'>
  readonly input: Envelope & { readonly effectiveOn: IsoDate }
  readonly context: Context
}

/** The items whose own rules refuse the response as things stand. */
async function refusedIn(items: readonly NamedItem[], { letter, input, context }: Asked): Promise<readonly RefusedItem[]> {
  const { viewer, today, store } = context
  if (!viewer.actor) return []
  const actor = { ...viewer.actor, onBehalfOf: principalOf(input) ?? viewer.actor.onBehalfOf }
  const { effectiveOn } = input
  const common = await dataOfLetter(store, letter, { actor, effectiveOn })
  const responseTo = new Map<string, ResponseInLetter>(letter.responses.map((response) => [response.item, response]))
  return items.flatMap(({ id, state }) => {
    const response = responseTo.get(id)
    if (response === undefined) return []
    const data = { ...common, ...contentOf(response) }
    const decision = recommendationDecider.decide({ type: 'GiveResponse', data, actor, effectiveOn, today }, state)
    return decision.ok ? [] : [{ item: id, rejection: decision.rejection }]
  })
}

async function withRefused(answer: CommandAnswer, refused: readonly RefusedItem[], context: Context): Promise<CommandAnswer> {
  return answer.kind === 'REJECTED' && answer.rule === 'responsesAllowed'
    ? { ...answer, refusedItems: await namedItems(refused, context) }
    : answer
}

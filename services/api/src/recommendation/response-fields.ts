import { builder } from '../graphql/builder.ts'
import type { Context } from '../server/context.ts'
import { recordOf } from './node.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import {
  LatestResponseType,
  ResponseRequiredType,
  ResponseType,
  latestResponsesOf,
  nextNoticeOf,
  noticesOf,
  responsesOf,
} from './response-types.ts'
import { RecommendationType } from './type.ts'

/** The notices and responses of one recommendation, the oldest first: folded from its stream. */
builder.objectFields(RecommendationType, (t) => {
  const complexity = { field: 3, multiplier: 4 }
  return {
    responseRequired: t.field({
      type: ResponseRequiredType,
      nullable: true,
      description:
        'The notice to look at: of those without a response the one that is due first, else the newest. Null if nobody was asked.',
      resolve: async (node, _args, context) => nextNoticeOf((await recordOf(node, context)).record, dayOf(node, context)),
    }),
    responsesRequired: t.field({
      type: [ResponseRequiredType],
      complexity,
      description: 'Every notice that asked a body for a response, oldest first.',
      resolve: async (node, _args, context) => [...noticesOf((await recordOf(node, context)).record, dayOf(node, context))],
    }),
    responses: t.field({
      type: [ResponseType],
      complexity,
      description: 'Responses given, oldest first.',
      resolve: async (node, _args, context) => [...responsesOf((await recordOf(node, context)).record)],
    }),
    answers: t.field({
      type: [LatestResponseType],
      complexity,
      description: 'The newest response of each body that has responded. Who has not: `responsesRequired` without `respondedOn`.',
      resolve: async (node, _args, context) => [...latestResponsesOf((await recordOf(node, context)).record, dayOf(node, context))],
    }),
  }
})

/** The day as at which it was asked for. */
const dayOf = ({ asOf }: RecommendationNode, { today }: Context): string => asOf.asAt ?? today

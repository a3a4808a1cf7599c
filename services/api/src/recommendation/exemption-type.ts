import type { Exempt } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { ExemptionGroundType, ExemptPartType } from './enums.ts'

export const ExemptionType = builder.objectRef<Exempt>('Exemption').implement({
  description: 'An exemption in force: parts that the proper officer keeps from the public.',
  fields: (t) => ({
    parts: t.field({ type: [ExemptPartType], description: 'The parts that are exempt.', resolve: ({ parts }) => [...parts] }),
    ground: t.expose('ground', { type: ExemptionGroundType, description: 'The legal ground.' }),
    markedOn: t.expose('markedOn', { type: 'Date', description: 'The day it was marked exempt.' }),
    reviewOn: t.expose('reviewOn', { type: 'Date', description: 'The day by which it is to be reviewed.' }),
    publicInterest: t.string({
      nullable: true,
      description: 'Why the public interest in it outweighs the interest in disclosure. Only when signed in; null without such a test.',
      resolve: ({ publicInterest }, _args, { viewer }) => (viewer.signedIn ? publicInterest : null),
    }),
  }),
})

import { builder } from '../../graphql/builder.ts'
import { MomentInput } from './moment.ts'

/** The two sides of a comparison, as arguments of whatever compares. */
export const sidesArgs = builder.args((t) => ({
  from: t.field({ type: MomentInput, required: true, description: 'The first side.' }),
  to: t.field({ type: MomentInput, description: 'The second side. By default the current position.' }),
}))

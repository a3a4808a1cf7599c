import type { NounOf } from '../nouns/noun.ts'
import './actions.ts'
import './amended-wording.ts'
import './date-precisions.ts'
import './difference.ts'
import './disagreements.ts'
import { exemptFrom } from './exempt.ts'
import './exemptions-to-review.ts'
import { recommendationById } from './loaders.ts'
import './mutations/assessment.ts'
import './mutations/completion-date.ts'
import './mutations/conclusion.ts'
import './mutations/delivery.ts'
import './mutations/issue.ts'
import './mutations/links.ts'
import './mutations/ownership.ts'
import './mutations/publication.ts'
import './mutations/response.ts'
import { recommendationPermissions } from './permissions.ts'
import './provenance.ts'
import './queries.ts'
import './record-fields.ts'
import './response-fields.ts'
import './recorded-by-mistake.ts'
import './recorded-by-same-person.ts'
import './responses-awaited.ts'
import { undoInOrder } from './undo-in-order.ts'

export const recommendation: NounOf<'recommendation'> = {
  permissions: recommendationPermissions,
  isShown: async (id, { load }) => (await load(recommendationById, id)) !== null,
  hiddenOf: exemptFrom,
  feed: 'PUBLIC',
  nameOf: async (id, { load }) => {
    const item = await load(recommendationById, id)
    return item && `${item.reference ?? item.localReference} (${item.title})`
  },
  undoInOrder,
}

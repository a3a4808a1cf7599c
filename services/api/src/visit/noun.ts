import { testing } from '@outstanding/identity'
import type { NounOf } from '../nouns/noun.ts'
import { visitById } from './loaders.ts'
import './link-finding.ts'
import './linked-to.ts'
import './mutations.ts'
import './queries.ts'

export const visit: NounOf<'visit'> = {
  permissions: { RecordVisit: testing, RecordVisitFinding: testing, LinkFinding: testing },
  isShown: async (id, { load }) => (await load(visitById, id)) !== null,
  feed: 'PUBLIC',
}

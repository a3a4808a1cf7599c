import type { EntryCorrected } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../server/context.ts'
import { hasPublicDetails } from '../audit/history/shown-entry.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import { voidedBy } from './void-issue.ts'

type Mistake = { readonly id: string; readonly effectiveOn: string; readonly recordedAt: string; readonly reason: string | null }

const RecordedByMistake = builder.objectRef<Mistake>('RecordedByMistake').implement({
  description: 'A recommendation that was recorded by mistake. It is in no list; its entries are kept.',
  fields: (t) => ({
    id: t.exposeID('id', { description: "The recommendation's `id`." }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'The date of the correction.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When the correction was recorded.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'The reason. Null if it mentions something that you may not see.' }),
  }),
})

builder.queryField('recordedByMistake', (t) =>
  t.field({
    type: RecordedByMistake,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: "The recommendation's `id`." }) },
    description:
      'When and why a recommendation was marked as recorded by mistake. Null for any other. When signed out, also null if it was never public.',
    resolve: (_root, { id }, context) => mistake(id, context),
  }),
)

async function mistake(id: string, context: Context): Promise<Mistake | null> {
  const view = await context.readSession.view()
  const correction = await voidedBy(view, id, await resolveAsOf(view.snapshot, {}))
  if (correction === null) return null
  const { recordedAt, metadata, data } = correction
  const isShown = view.audience === 'ALL' || (await hasPublicDetails(correction, context))
  return { id, effectiveOn: metadata.effectiveOn, recordedAt, reason: isShown ? (data as EntryCorrected['data']).reason : null }
}

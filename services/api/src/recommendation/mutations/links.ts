import { linkTargetFacts } from '../targets.ts'
import type { LinkTarget } from '@outstanding/domain'
import { builder } from '../../graphql/builder.ts'
import { LinkRelation, LinkTargetKind } from '../enums.ts'
import { recommendationCommand } from './recommendation-command.ts'

const LinkTargetInput = builder.inputType('LinkTargetInput', {
  description: 'What a recommendation is linked to.',
  fields: (t) => ({
    kind: t.field({ type: LinkTargetKind, required: true, description: 'The kind of item.' }),
    id: t.id({ required: true, description: 'The `id` of a recommendation, or the id of a finding within its report.' }),
    report: t.id({ description: "With FINDING: the report's `id`." }),
  }),
})

type Given = { readonly kind: LinkTarget['kind']; readonly id: string; readonly report: string | null }

/** A finding without its report names nothing, so it is not known. */
const targetOf = ({ kind, id, report }: Given): LinkTarget => (kind === 'FINDING' ? { kind, id, report: report ?? '' } : { kind, id })

recommendationCommand('LinkRecommendation', {
  description: 'Links it to another recommendation or to a finding, for example because the same weakness was found again.',
  fields: (t) => ({
    linkId: t.id({ description: 'Your own id for it. By default the `commandId`.' }),
    relation: t.field({ type: LinkRelation, required: true, description: 'How the two are related.' }),
    target: t.field({ type: LinkTargetInput, required: true, description: 'What it is linked to.' }),
    words: t.string({ description: 'Why they are linked.' }),
  }),
  data: async ({ commandId, linkId, relation, target, words }, facts) => ({
    linkId: linkId ?? commandId,
    relation,
    target: targetOf(target),
    words,
    ...(await linkTargetFacts(facts, targetOf(target))),
  }),
})

import type { CommitteeKind as Kind } from '@outstanding/domain'
import { committeeDecider, isAuthority } from '@outstanding/domain'
import { committeeStream } from '@outstanding/event-store'
import { committeeKinds, termOf } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'
import { notASlug } from '../commands/rejected.ts'
import { commandMutation } from '../commands/command-mutation.ts'
import { commandsTo } from '../commands/commands-to.ts'
import { committeesNamed } from './committee-named.ts'
import { describedValues } from '../graphql/described-values.ts'

const kinds = ['OVERVIEW_AND_SCRUTINY', 'AUDIT', 'POLICY', 'REGULATORY', 'JOINT', 'COUNCIL'] as const satisfies readonly Kind[]

export const CommitteeKind = builder.enumType('CommitteeKind', {
  description: 'What kind of committee it is.',
  values: describedValues(kinds, (value) => termOf(committeeKinds, value)),
})

commandMutation(committeeDecider, 'EstablishCommittee', {
  description:
    'Records a committee. Decisions refer to it by its slug. Its `id` follows from its authority and slug; neither changes when it is renamed.',
  fields: (t) => ({
    slug: t.id({ required: true, description: 'Lower-case letters, digits and single hyphens; unique in its authority.' }),
    name: t.string({ required: true, description: "The committee's name." }),
    authority: t.id({ required: true, description: 'The slug of its authority.' }),
    kind: t.field({ type: CommitteeKind, required: true, description: 'What kind of committee it is.' }),
    remit: t.string({ description: 'What it looks at.' }),
    quorum: t.int({ description: 'How many members must be present, if known.' }),
    illustrative: t.boolean({ description: 'True for a committee of an invented council (example data).' }),
  }),
  prepare: async ({ slug, name, authority, kind, remit, quorum, illustrative }) => {
    for (const [field, given] of [
      ['authority', authority],
      ['slug', slug],
    ] as const)
      if (!isAuthority(given)) return notASlug(field)
    const data = { slug, name, authority, kind, remit, quorum }
    return { kind: 'READY', stream: committeeStream(authority, slug), authority, illustrative: illustrative === true, data }
  },
})

const committeeCommand = commandsTo('committee', committeeDecider)

committeeCommand('RenameCommittee', {
  description: 'Records a new name. The slug, the `id` and the name in earlier decisions stay the same.',
  fields: (t) => ({ name: t.string({ required: true, description: 'The new name.' }) }),
  data: ({ name }) => ({ name }),
})

committeeCommand('AbolishCommittee', {
  description: 'Records that the committee ends. The day of `effectiveOn` is its last day.',
  fields: (t) => ({
    successors: t.idList({ description: 'The slugs of its successors. May be empty.' }),
    resolution: t.string({ description: 'The resolution, if known.' }),
  }),
  data: async ({ successors, resolution }, facts, authority) => {
    const { known, near } = await committeesNamed(facts, authority, successors ?? [])
    return { successors: successors ?? [], resolution, successorsKnown: known, nearCommittees: near }
  },
})

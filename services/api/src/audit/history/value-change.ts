import type { ChangeInWords } from '@outstanding/wording'
import { builder } from '../../graphql/builder.ts'

/** A value that became another: the same for the effect of an entry and for a difference between two dates. */
export const ValueOfItem = builder.interfaceRef<Pick<ChangeInWords, 'field' | 'key' | 'label'>>('ValueOfItem').implement({
  description: 'One attribute of an item.',
  fields: (t) => ({
    attribute: t.exposeString('field', {
      description: 'The name of the attribute: a `RecommendationAttribute`, a `ReportAttribute`, or a name of that kind.',
    }),
    key: t.exposeString('key', { description: 'Which one, where there can be several (an owner, an action, an entry); else empty.' }),
    label: t.exposeString('label', { description: 'Its name in a sentence: "agreed assessment".' }),
  }),
})

export const ChangeOfValue = builder.interfaceRef<ChangeInWords>('ChangeOfValue').implement({
  description: 'A value that was added, removed or changed.',
  interfaces: [ValueOfItem],
  fields: (t) => ({
    before: t.exposeString('beforeWords', { description: 'In words. "none" if there was none.' }),
    after: t.exposeString('afterWords', { description: 'In words. "none" if there is no value now.' }),
    words: t.exposeString('words', { description: 'Both in one line, long texts shortened.' }),
    added: t.boolean({ description: 'There was none before.', resolve: ({ before }) => before === null }),
    removed: t.boolean({ description: 'There is no value now.', resolve: ({ after }) => after === null }),
    beforeData: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value as recorded in the log. Only when signed in.',
      resolve: ({ before }, _args, { viewer }) => (viewer.signedIn ? before : null),
    }),
    afterData: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value as recorded in the log. Only when signed in.',
      resolve: ({ after }, _args, { viewer }) => (viewer.signedIn ? after : null),
    }),
  }),
})

export const ValueChange = builder.objectRef<ChangeInWords>('ValueChange').implement({
  description: 'The changes an entry made.',
  interfaces: [ValueOfItem, ChangeOfValue],
})

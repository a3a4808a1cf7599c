import type { ParkedStream } from '@outstanding/projection'
import { builder } from '../../graphql/builder.ts'

export const ParkedType = builder.objectRef<ParkedStream>('Parked').implement({
  description:
    'This release cannot read one of the entries, so the operator has parked the item. It is shown as it was before that entry until a later release can read it. Nothing is lost from the log.',
  fields: (t) => ({
    fromRevision: t.exposeInt('revision', { description: 'The first entry that is not shown.' }),
    parkedAt: t.expose('parkedAt', { type: 'DateTime', description: 'When the operator parked it (UTC).' }),
    note: t.exposeString('note', { description: "The operator's reason." }),
  }),
})

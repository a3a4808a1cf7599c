import type { ParkedStream } from '@outstanding/projection'
import { builder } from '../../graphql/builder.ts'

export const ParkedType = builder.objectRef<ParkedStream>('Parked').implement({
  description:
    'An entry cannot be shown by this release, so the operator has parked its stream: all is shown as it was before that entry, and no later one, until a later release can read it. Nothing is lost from the log.',
  fields: (t) => ({
    fromRevision: t.exposeInt('revision', { description: 'The first entry that is not shown.' }),
    parkedAt: t.expose('parkedAt', { type: 'DateTime', description: 'When the operator parked it (UTC).' }),
    note: t.exposeString('note', { description: "The operator's reason." }),
  }),
})

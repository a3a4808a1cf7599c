import { officeDecider, isAuthority } from '@outstanding/domain'
import { officeStream } from '@outstanding/event-store'
import { officeKinds, termOf } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'
import { notASlug } from '../commands/rejected.ts'
import { commandMutation } from '../commands/command-mutation.ts'
import { commandsTo } from '../commands/commands-to.ts'
import { describedValues } from '../graphql/described-values.ts'

export const OfficeKind = builder.enumType('OfficeKind', {
  description: 'What kind of office or body it is.',
  values: describedValues(['EXECUTIVE_MEMBER', 'MEMBER', 'OFFICER', 'PARTNER', 'BODY'], (value) => termOf(officeKinds, value)),
})

commandMutation(officeDecider, 'CreateOffice', {
  description:
    'Records an office or body that can own recommendations. The answer gives its `id`. Repeating the command gives the same office.',
  fields: (t) => ({
    name: t.string({ required: true, description: "The office's or body's name." }),
    authority: t.id({ required: true, description: 'The slug of its authority.' }),
    kind: t.field({ type: OfficeKind, required: true, description: 'What kind of office or body it is.' }),
    portfolio: t.string({ description: 'What it is responsible for.' }),
    illustrative: t.boolean({ description: 'True for an office of an invented council (example data).' }),
  }),
  prepare: async ({ commandId, name, authority, kind, portfolio, illustrative }) => {
    if (!isAuthority(authority)) return notASlug('authority')
    const stream = officeStream(authority, commandId)
    return { kind: 'READY', stream, authority, illustrative: illustrative === true, data: { name, authority, kind, portfolio } }
  },
})

const officeCommand = commandsTo('office', officeDecider)

const person = 'The `id` of the person, `person-{uuid}`.'

officeCommand('AppointHolder', {
  description: 'Records that a person holds the office from the day of `effectiveOn`.',
  fields: (t) => ({ holder: t.id({ required: true, description: person }) }),
  data: ({ holder }) => ({ holder }),
})

officeCommand('ReleaseHolder', {
  description: 'Records that a person left the office on the day of `effectiveOn`.',
  fields: (t) => ({ holder: t.id({ required: true, description: person }) }),
  data: ({ holder }) => ({ holder }),
})

officeCommand('RenameOffice', {
  description: 'Records a new name. Searches still find the former one.',
  fields: (t) => ({ name: t.string({ required: true, description: 'The new name.' }) }),
  data: ({ name }) => ({ name }),
})

officeCommand('ChangePortfolio', {
  description: 'Records a new portfolio: what the office is responsible for.',
  fields: (t) => ({ portfolio: t.string({ required: true, description: 'What it is responsible for from now on.' }) }),
  data: ({ portfolio }) => ({ portfolio }),
})

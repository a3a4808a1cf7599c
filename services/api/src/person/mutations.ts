import { fieldsRefusal, nameField, personDecider, parseStream } from '@outstanding/domain'
import type { PersonCommand } from '@outstanding/domain'
import { personStream, uuidV5 } from '@outstanding/event-store'
import { commandField } from '../commands/command-mutation.ts'
import type { CommandAnswer } from '../commands/command-result.ts'
import type { Envelope } from '../commands/envelope-input.ts'
import { executeCommand } from '../commands/execute-command.ts'
import type { Context } from '../server/context.ts'

/** People belong to no authority; the partition of their streams says so. */
const authority = 'national'
const idWords = "The person's `id`: `person-{uuid}`."

const reasonWords = 'Never removed from the log, so do not name anybody here.'

type Wish<Type extends PersonCommand['type']> = {
  readonly type: Type
  readonly data: Extract<PersonCommand, { type: Type }>['data']
  readonly input: Envelope
}

/** The name in clear is left out of the digest of the request, which stays in the log for ever. */
function execute<Type extends PersonCommand['type']>(
  context: Context,
  stream: string,
  { type, data, input }: Wish<Type>,
): Promise<CommandAnswer> {
  const { name: _name, ...nameless } = { name: null, ...input }
  return executeCommand(context, personDecider, {
    ready: { kind: 'READY', stream, authority, illustrative: false, data },
    type,
    input: nameless,
  })
}

/** The opaque id behind the id of a person who is there; null where nobody is. */
async function knownPerson({ store }: Context, person: string): Promise<string | null> {
  const parsed = parseStream(person)
  if (parsed?.aggregate !== 'person') return null
  return (await store.readStream(person, { maxCount: 1 })).length > 0 ? parsed.id : null
}

/** Once sealed, nobody can see whether it is a name. */
function unusableName(name: string): CommandAnswer | null {
  const refusal = fieldsRefusal({ name: nameField }, { name })
  return refusal && { kind: 'REJECTED', ...refusal.rejection }
}

const absent = (person: string): CommandAnswer => ({ kind: 'NOT_FOUND', id: person, field: 'person' })

commandField('RegisterPerson', {
  description:
    'Registers a person under an opaque id, which the answer gives. The name is stored sealed. Somebody with a token is registered when they first use it.',
  fields: (t) => ({ name: t.string({ required: true, description: 'The full name. It is stored sealed.' }) }),
  execute: async (input, _facts, context) => {
    const unusable = unusableName(input.name)
    if (unusable) return unusable
    const id = uuidV5(input.commandId, 'person')
    const stream = personStream(id)
    const name = await context.people.keys.seal(id, input.name, { stream, eventType: 'PersonRegistered', field: 'name' })
    return execute(context, stream, { type: 'RegisterPerson', data: { name }, input })
  },
})

commandField('RenamePerson', {
  description: 'Records a new name. It is stored sealed.',
  fields: (t) => ({
    person: t.id({ required: true, description: idWords }),
    name: t.string({ required: true, description: 'The new name. It is stored sealed.' }),
  }),
  execute: async (input, _facts, context) => {
    const { person: stream } = input
    const id = await knownPerson(context, stream)
    if (id === null) return absent(stream)
    const unusable = unusableName(input.name)
    if (unusable) return unusable
    const name = await context.people.keys.seal(id, input.name, { stream, eventType: 'PersonRenamed', field: 'name' })
    return execute(context, stream, { type: 'RenamePerson', data: { name }, input })
  },
})

commandField('ErasePerson', {
  description:
    "Deletes the key of the name, so that nobody can ever read the name again. The person's actions stay on record under the opaque id.",
  fields: (t) => ({
    person: t.id({ required: true, description: idWords }),
    reason: t.string({ required: true, description: reasonWords }),
  }),
  execute: async (input, _facts, context) => {
    const id = await knownPerson(context, input.person)
    if (id === null) return absent(input.person)
    const answer = await execute(context, input.person, { type: 'ErasePerson', data: { reason: input.reason }, input })
    // Cut off between the two, the key goes as soon as anybody follows the log: see `finish-erasures.ts`.
    if (answer.kind === 'ACCEPTED') await context.people.keys.erase(id)
    return answer
  },
})

commandField('RefuseErasure', {
  description: 'Records that a request to remove a name was refused, with the reason. For members or senior officers acting publicly.',
  fields: (t) => ({
    person: t.id({ required: true, description: idWords }),
    reason: t.string({ required: true, description: reasonWords }),
  }),
  execute: async (input, _facts, context) => {
    if ((await knownPerson(context, input.person)) === null) return absent(input.person)
    return execute(context, input.person, { type: 'RefuseErasure', data: { reason: input.reason }, input })
  },
})

import { parseStream } from '@outstanding/domain'
import { isUuid } from '@outstanding/event-store'
import { actingRefusal, mayActFor } from '@outstanding/identity'
import type { Context } from '../server/context.ts'
import { personIdRemedy, uuidOfPerson } from '../server/identity/person-id.ts'
import type { CommandAnswer } from './command-result.ts'
import type { Envelope } from './envelope-input.ts'
import { principalOf } from './envelope-input.ts'
import { nounOf } from '../nouns/noun.ts'
import { permissions } from '../nouns/permissions.ts'
import type { Facts } from './facts.ts'
import { rejected } from './rejected.ts'

/** What stands in a command's way whatever it says: the role, an id that no event id can be made of, a principal that is none. */
export async function authorise(context: Context, type: string, input: Envelope, facts: Facts): Promise<CommandAnswer | null> {
  const { role } = context.viewer
  if (!permissions().mayGive(role, type)) return { kind: 'FORBIDDEN', role, command: type }
  if (!isUuid(input.commandId))
    return rejected('isUuid', 'commandId', { message: 'It must be a UUID.', remedy: 'Give a new UUID, and the same one when you retry.' })
  const named = personNamedIn(input)
  if (named !== null)
    return rejected('personNotNamed', named, {
      message: 'This names a person, and the id of a person is not shown to the public.',
      remedy: 'Name the office, not the person.',
    })
  if ('holder' in input && uuidOfPerson(String(input.holder)) === null) return notAPerson('holder')
  await context.people.register(context.viewer, context.today, context.correlationId)
  return (input.onBehalfOf && (await principalMissing(input.onBehalfOf, facts))) ?? actsForAnother(context, input, facts)
}

/** Whose act it was is not taken on trust: the table says for whom a role records, and the log who holds an office. */
async function actsForAnother({ viewer }: Context, input: Envelope, facts: Facts): Promise<CommandAnswer | null> {
  const principal = principalOf(input)
  if (!principal || !viewer.signedIn) return null
  const { kind, id } = principal
  const reach = mayActFor[viewer.role][kind]
  const own = async () =>
    kind === 'person' ? id === viewer.actor.id : kind === 'office' && (await nounOf(id)?.isHeldBy?.(facts, id, viewer.actor.id)) === true
  if (reach === 'ANY' || (reach === 'OWN' && (await own()))) return null
  return rejected('recordsForOwnOffice', 'onBehalfOf', {
    message: actingRefusal(viewer.role, kind),
    remedy: 'Record it for an office that you hold, or ask a scrutiny officer to record it.',
  })
}

const slug = /^[a-z0-9]+([._-][a-z0-9]+)*$/

/** Rules test the principal, so it must be what it says it is; and no name of a person may come into the log through it. */
async function principalMissing({ kind, id }: NonNullable<Envelope['onBehalfOf']>, facts: Facts): Promise<CommandAnswer | null> {
  if (kind === 'body')
    return slug.test(id)
      ? null
      : rejected('isSlug', 'onBehalfOf.id', { message: 'A body is named by its slug.', remedy: 'Write it like "children-committee".' })
  if (kind === 'person') return uuidOfPerson(id) === null ? notAPerson('onBehalfOf.id') : null
  const isOffice = parseStream(id)?.aggregate === 'office' && (await facts.stream(id)) !== null
  return isOffice ? null : { kind: 'NOT_FOUND', id, field: 'onBehalfOf.id' }
}

const notAPerson = (field: string): CommandAnswer =>
  rejected('opaquePersonId', field, { message: 'This is not the id of a person.', remedy: personIdRemedy })

const personId = /person-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i
/** The only fields that hold persons: none of them is shown to the public. */
const personFields: ReadonlySet<string> = new Set(['holder', 'person', 'onBehalfOf', 'stream', 'entry', 'causedBy'])

/** The path of the first text that names a person by an id where no person belongs; null where none does. */
function personNamedIn(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return personId.test(value) || (path.endsWith('owner') && isUuid(value)) ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, part] of Object.entries(value)) {
    const found = personFields.has(name) ? null : personNamedIn(part, path === '' ? name : `${path}.${name}`)
    if (found !== null) return found
  }
  return null
}

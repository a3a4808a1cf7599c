import { isUuid, parseStream } from '@outstanding/event-store'
import { mayGive } from '@outstanding/identity'
import type { Context } from '../context.ts'
import type { CommandAnswer } from './command-result.ts'
import type { Envelope } from './envelope-input.ts'
import type { Facts } from './facts.ts'

/** What stands in a command's way whatever it says: the role, an id that no event id can be made of, a principal that is none. */
export async function mayNot(context: Context, type: string, input: Envelope, facts: Facts): Promise<CommandAnswer | null> {
  const { role } = context.viewer
  if (!mayGive(role, type)) return { kind: 'FORBIDDEN', role, command: type }
  if (!isUuid(input.commandId)) return rejected('isUuid', 'commandId', 'It must be a UUID.')
  await context.people.register(context.viewer, context.today, context.correlationId)
  return input.onBehalfOf && principalMissing(input.onBehalfOf, facts)
}

const slug = /^[a-z0-9]+([._-][a-z0-9]+)*$/

/** Rules test the principal, so it must be what it says it is; and no name of a person may come into the log through it. */
async function principalMissing({ kind, id }: NonNullable<Envelope['onBehalfOf']>, facts: Facts): Promise<CommandAnswer | null> {
  if (kind === 'BODY') return slug.test(id) ? null : rejected('isSlug', 'onBehalfOf.id', 'A body is named by its slug.')
  if (kind === 'PERSON')
    return isUuid(id.replace(/^person-/, ''))
      ? null
      : rejected('opaquePersonId', 'onBehalfOf.id', 'A person is named by an opaque id, never by a name.')
  const isOffice = parseStream(id)?.aggregate === 'office' && (await facts.stream(id)) !== null
  return isOffice ? null : { kind: 'NOT_FOUND', id, field: 'onBehalfOf.id' }
}

const rejected = (rule: string, field: string, message: string): CommandAnswer => ({ kind: 'REJECTED', rule, field, message })

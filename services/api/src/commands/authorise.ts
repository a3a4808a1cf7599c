import type { CommandName } from '@outstanding/domain'
import { parseStream } from '@outstanding/domain'
import { isUuid } from '@outstanding/event-store'
import { actingRefusal, mayActFor } from '@outstanding/identity'
import type { Context } from '../server/context.ts'
import { uuidOfPerson } from '../server/identity/person-id.ts'
import type { CommandAnswer } from './command-result.ts'
import type { Envelope } from './envelope-input.ts'
import { principalOf } from './envelope-input.ts'
import { nounOf } from '../nouns/noun.ts'
import { permissions } from '../nouns/permissions.ts'
import type { Facts } from './facts.ts'
import { notAPerson, refusePersonIds } from './person-ids.ts'
import { rejected } from './rejected.ts'

/** Checks common to all commands: the role, a UUID as `commandId`, ids of persons only where a person belongs, an existing principal. */
export async function authorise(context: Context, type: CommandName, input: Envelope, facts: Facts): Promise<CommandAnswer | null> {
  const { role } = context.viewer
  if (!permissions().mayExecute(role, type)) return { kind: 'FORBIDDEN', role, command: type }
  if (!isUuid(input.commandId))
    return rejected('isUuid', 'commandId', { message: 'It must be a UUID.', remedy: 'Give a new UUID, and the same one when you retry.' })
  const misnamed = refusePersonIds(input)
  if (misnamed !== null) return misnamed
  // Who seeds an empty log is registered by the first entry that is recorded now: any other entry would end the seeding.
  if (context.seededAt === undefined) await context.people.register(context.viewer, context.today, context.correlationId)
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

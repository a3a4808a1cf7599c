import { isUuid } from '@outstanding/event-store'
import { mayGive } from '@outstanding/identity'
import type { Context } from '../context.ts'
import type { CommandAnswer } from './command-result.ts'
import type { Envelope } from './envelope-input.ts'

/** What stands in a command's way before anything is looked up: the role, or an id that no event id can be made of. */
export async function mayNot(context: Context, type: string, { commandId }: Envelope): Promise<CommandAnswer | null> {
  const { role } = context.viewer
  if (!mayGive(role, type)) return { kind: 'FORBIDDEN', role, command: type }
  if (!isUuid(commandId)) return { kind: 'REJECTED', rule: 'isUuid', field: 'commandId', message: 'It must be a UUID.' }
  await context.people.register(context.viewer, context.today, context.correlationId)
  return null
}

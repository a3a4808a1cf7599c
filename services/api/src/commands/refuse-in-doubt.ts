import type { CommandName } from '@outstanding/domain'
import { GraphQLError } from 'graphql'
import { parkedStream } from '../as-of/parked-stream.ts'
import type { Context } from '../server/context.ts'

/**
 * Throws where a command would be decided on half of what is known: the log is not the one that the register was built from, or not
 * every entry of the item can be read. Nothing was recorded then, and the same command may be sent again later. Removing a text needs no
 * other entry, and does not wait.
 */
export async function refuseInDoubt({ progress, readSession }: Context, stream: string, command: CommandName): Promise<void> {
  const { halted, parkedStreams } = await progress.standing()
  if (halted === 'LOG')
    throw refusal(
      'Nothing can be recorded at the moment: the log is not the one that this register was built from. The operator has to restore it.',
    )
  if (command !== 'RemovePersonalData' && parkedStreams > 0 && (await (await readSession.view()).load(parkedStream, stream)))
    throw refusal(
      'Nothing can be recorded on this item at the moment: this release cannot read one of its entries. Try again after the operator has installed a later release.',
    )
}

const refusal = (message: string): GraphQLError =>
  new GraphQLError(`${message} Nothing was recorded. You can send the same command again with the same commandId.`, {
    extensions: { code: 'UNAVAILABLE', http: { status: 503, headers: { 'retry-after': '60' } } },
  })

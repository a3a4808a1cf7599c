import type { Context } from '../server/context.ts'
import { nameOf } from '../nouns/noun.ts'

/** A stream's name as it stands in a message: what follows the aggregate is an authority's slug and an id. */
const streamName = /\b[a-z]+(?:-[a-z]+)*-[a-z0-9-]+\.[A-Za-z0-9-]+\b/g

/** A message of the rules with the items that it mentions by the names that people know them by: the domain knows only their ids. */
export async function withNamesOfItems(message: string, { readSession }: Context): Promise<string> {
  const mentioned = [...new Set(message.match(streamName))]
  if (mentioned.length === 0) return message
  const view = await readSession.view()
  const names = new Map(await Promise.all(mentioned.map(async (id) => [id, await nameOf(id, view)] as const)))
  return message.replaceAll(streamName, (id) => names.get(id) ?? id)
}

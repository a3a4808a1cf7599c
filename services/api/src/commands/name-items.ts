import { mentionsIn } from '@outstanding/domain'
import type { Context } from '../server/context.ts'
import { nameOf } from '../nouns/noun.ts'

/** A message of the rules with the items that it mentions by the names that people know them by: the domain knows only their ids. */
export async function withNamesOfItems(message: string, { readSession }: Context): Promise<string> {
  const mentioned = mentionsIn(message)
  if (mentioned.length === 0) return message
  const view = await readSession.view()
  const names = await Promise.all(mentioned.map((id) => nameOf(id, view)))
  return mentioned.reduce((named, id, index) => named.replaceAll(id, names[index] ?? id), message)
}

import { visit } from 'graphql'
import type { DocumentNode } from 'graphql'

/**
 * How many pairs of fields and of fragments validation may have to compare: it asks of any two that give the same name to an answer
 * whether they can be one, so that its work grows with their square. Counted over the whole document, in linear time.
 */
export function repetitionOf(document: DocumentNode): number {
  const fields = new Map<string, number>()
  let spreads = 0
  visit(document, {
    Field: ({ alias, name }) => void fields.set((alias ?? name).value, (fields.get((alias ?? name).value) ?? 0) + 1),
    FragmentSpread: () => void (spreads += 1),
  })
  return [...fields.values()].reduce((sum, count) => sum + count ** 2, spreads ** 2)
}

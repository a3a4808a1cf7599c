import { Kind } from 'graphql'
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql'

/** About how many each list of the schema's own description holds. */
const lengths: Readonly<Record<string, number>> = {
  types: 250,
  directives: 6,
  fields: 8,
  inputFields: 8,
  interfaces: 2,
  possibleTypes: 3,
  enumValues: 5,
  args: 3,
}

/**
 * About how many fields an answer about the schema itself has: the cost of other fields does not count these. Each fragment is summed up
 * once. The document has been validated, so no fragment spreads itself.
 */
export function introspectionCost(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  const known = new Map<string, number>()

  /** `isInside`: below `__schema` or `__type`. Elsewhere a field counts nothing, only what is asked below it. */
  const costOf = (set: SelectionSetNode | undefined, isInside: boolean): number =>
    set?.selections.reduce((sum, each) => {
      if (each.kind === Kind.INLINE_FRAGMENT) return sum + costOf(each.selectionSet, isInside)
      if (each.kind === Kind.FRAGMENT_SPREAD) return sum + costOfFragment(each.name.value, isInside)
      const name = each.name.value
      const isCounted = isInside || name === '__schema' || name === '__type'
      return sum + (isCounted ? 1 : 0) + (isInside ? (lengths[name] ?? 1) : 1) * costOf(each.selectionSet, isCounted)
    }, 0) ?? 0

  const costOfFragment = (name: string, isInside: boolean): number => {
    const key = `${isInside} ${name}`
    const cost = known.get(key) ?? costOf(fragments.get(name)?.selectionSet, isInside)
    known.set(key, cost)
    return cost
  }
  return costOf(operation.selectionSet, false)
}

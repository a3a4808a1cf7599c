/** What was found, in the order of `ids`; null where nothing has the id: the shape that a data loader wants. */
export const inOrderOf = <Node extends { readonly id: string }>(ids: readonly string[], found: readonly Node[]): (Node | null)[] => {
  const byId = new Map(found.map((node) => [node.id, node]))
  return ids.map((id) => byId.get(id) ?? null)
}

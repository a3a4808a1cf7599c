/** The kinds of stream that the API shows as nodes, by the first word of their names. */
const typenames: ReadonlyMap<string, string> = new Map([
  ['recommendation', 'Recommendation'],
  ['report', 'Report'],
  ['office', 'Office'],
  ['person', 'Person'],
  ['policy', 'Policy'],
])

const wellFormed = /^(?<kind>[a-z]+)-[A-Za-z0-9._~-]{1,200}$/

/** GraphQL's name for what an id (a stream name) stands for. An id of no known shape is looked for as a recommendation, and not found. */
export function typenameOfId(id: string): string {
  const kind = wellFormed.exec(id)?.groups?.['kind'] ?? ''
  return typenames.get(kind) ?? 'Recommendation'
}

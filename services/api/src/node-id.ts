import { aggregates, categoryOf } from '@outstanding/domain'

/** The kinds of stream that the API shows as nodes, by the name of their aggregate. */
const typenames: ReadonlyMap<string, string> = new Map(
  Object.keys(aggregates).map((name) => [name, `${name.charAt(0).toUpperCase()}${name.slice(1)}`]),
)

const wellFormed = /^[a-z]+-[A-Za-z0-9._~-]{1,200}$/

/** GraphQL's name for what an id (a stream name) stands for. An id of no known shape is looked for as a recommendation, and not found. */
export const typenameOfId = (id: string): string => (wellFormed.test(id) ? typenames.get(categoryOf(id)) : undefined) ?? 'Recommendation'

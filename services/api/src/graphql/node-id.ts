import type { Registry } from '@outstanding/domain'
import { categoryOf, registry } from '@outstanding/domain'

const wellFormed = /^[a-z]+-[A-Za-z0-9._~-]{1,200}$/

/** GraphQL's name for what an id (a stream name) stands for. An id of no known shape is looked for as a recommendation, and not found. */
export function typenamesIn({ all }: Pick<Registry, 'all'>): (id: string) => string {
  const typenames = new Map(all.map(({ name }) => [name, `${name.charAt(0).toUpperCase()}${name.slice(1)}`]))
  return (id) => (wellFormed.test(id) ? typenames.get(categoryOf(id)) : undefined) ?? 'Recommendation'
}

export const typenameOfId = typenamesIn(registry)

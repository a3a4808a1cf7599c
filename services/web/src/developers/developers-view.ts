import { template } from '../render/template.ts'
import type { DevelopersPageQuery } from '../queries/queries.ts'
import { examplesFor } from './examples.ts'
import type { Example } from './examples.ts'

export type DevelopersView = { readonly examples: readonly Example[]; readonly sections: readonly Section[] }
type Section = { readonly id: string; readonly heading: string; readonly hint: string; readonly fields: readonly Field[] }
type Field = { readonly name: string; readonly words: string }

export function developersView({ __schema }: DevelopersPageQuery, site: string): DevelopersView {
  const { queryType, mutationType, subscriptionType } = __schema
  const sections = [
    { id: 'queries', heading: 'Queries', hint: 'Anybody can use these queries. They return what is published.', fields: queryType.fields },
    {
      id: 'mutations',
      heading: 'Mutations',
      hint: 'Each records one entry and needs a token. Send it in the header “Authorization: Bearer TOKEN”. Ask the operator of this register for a token.',
      fields: mutationType?.fields,
    },
    {
      id: 'subscriptions',
      heading: 'Subscriptions',
      hint: 'Send the header “Accept: text/event-stream”. The answers are server-sent events.',
      fields: subscriptionType?.fields,
    },
  ]
  return {
    examples: examplesFor(site),
    sections: sections.map(({ fields, ...section }) => ({
      ...section,
      fields: (fields ?? []).map(({ name, description }) => ({ name, words: (description ?? '').replaceAll('`', '') })).toSorted(byName),
    })),
  }
}

export const developersTemplate = template<DevelopersView>('developers/developers.njk')

const byName = (a: Field, b: Field): number => (a.name < b.name ? -1 : 1)

import { itemOf } from '../both-times-log.ts'
import type { Question } from './ask.ts'

/** One question, put to the product and to the yardstick. `peer` null: nothing of the kind was written by hand. */
export type Compared = { readonly what: string; readonly ours: Question; readonly peer: Question | null }

const graphql = (query: string, variables: Readonly<Record<string, unknown>>): ReturnType<Question> => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
})

const list = `query List($owner: ID!, $asKnownAt: String) {
  recommendations(first: 25, filter: { owner: $owner, tracking: OPEN }, orderBy: { by: DUE }, asKnownAt: $asKnownAt) {
    edges { node { id localReference title report { id title } owners { name role }
      position { tracking delivery schedule { state dueOn daysOverdue } } } }
    pageInfo { hasNextPage endCursor }
  }
}`

const item = `query Item($id: ID!) {
  recommendation(id: $id) {
    id localReference title text authority report { id title publisher } owners { name role }
    position { response tracking delivery schedule { state dueOn daysOverdue } }
    history(first: 10, newestFirst: true) { edges { node { id type effectiveOn recordedAt } } }
  }
}`

const counts = `query Counts { scheduleCounts { dueSoon ended metLate metOnTime notDue overdue undated } }`

const owners = 40
const owner = (index: number): string => `office-${index % owners}`

export const comparedOver = (items: number): readonly Compared[] => {
  const id = (index: number): string => itemOf((index * 7_919) % items)
  const ours: Question = (index) => graphql(list, { owner: owner(index) })
  const peer: Question = (index) => ({ path: `/recommendations?owner=${owner(index)}` })
  return [
    { what: '25 outstanding of an owner by due date', ours, peer },
    {
      what: 'the same list as known on a past day',
      ours: (index) => graphql(list, { owner: owner(index), asKnownAt: '2019-06-30' }),
      peer,
    },
    {
      what: 'one recommendation with ten entries',
      ours: (index) => graphql(item, { id: id(index) }),
      peer: (index) => ({ path: `/recommendations/${id(index)}` }),
    },
    { what: 'counts by schedule, against a kept count', ours: () => graphql(counts, {}), peer: () => ({ path: '/counts' }) },
    { what: 'counts by schedule, against a scan', ours: () => graphql(counts, {}), peer: () => ({ path: '/counts-by-scan' }) },
    { what: 'front page, signed out', ours: () => ({ path: '/' }), peer: null },
  ]
}

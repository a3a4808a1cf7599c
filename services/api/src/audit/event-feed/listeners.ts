import { GraphQLError } from 'graphql'

/** Places for subscriptions in this process. */
export type Listeners = {
  /** Takes a place and returns the function that gives it back. Throws an error for the caller if there is none. */
  take(): () => void
}

export function createListeners(limit: number): Listeners {
  let taken = 0
  return {
    take: () => {
      if (taken >= limit) throw tooMany()
      taken += 1
      let left = false
      return () => {
        taken -= left ? 0 : 1
        left = true
      }
    },
  }
}

const tooMany = (): GraphQLError =>
  new GraphQLError('There are too many subscribers. Try again later.', { extensions: { code: 'TOO_MANY_LISTENERS' } })

import { GraphQLError } from 'graphql'
import type { ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'

type Execute = (...args: readonly unknown[]) => unknown

/** Answers after `ms` whatever is still running. A command under way is not undone: sending it again with its id tells what became of it. */
export function useTimeLimit(ms: number): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      const execute = executeFn as Execute
      setExecuteFn((...args: readonly unknown[]) => withinTime(ms, execute(...args)))
    },
  }
}

function withinTime(ms: number, work: unknown): Promise<unknown> {
  const { promise: limit, resolve } = Promise.withResolvers<ExecutionResult>()
  const timer = setTimeout(() => resolve({ errors: [tooSlow(ms)] }), ms)
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

const tooSlow = (ms: number): GraphQLError =>
  new GraphQLError(`This took longer than ${ms / 1000} seconds.`, { extensions: { code: 'TIMEOUT', http: { status: 503 } } })

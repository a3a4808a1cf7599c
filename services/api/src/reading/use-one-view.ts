import type { Plugin } from 'graphql-yoga'
import type { Context } from '../context.ts'

/** Gives the view of the read models back as soon as an answer is made: after an operation, and after each news of a subscription. */
export function useOneView(): Plugin<Context> {
  return {
    onExecute: ({ args }) => ({ onExecuteDone: () => args.contextValue.reading.renew() }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult: () => ({ onNext: () => args.contextValue.reading.renew(), onEnd: () => void args.contextValue.reading.renew() }),
    }),
  }
}

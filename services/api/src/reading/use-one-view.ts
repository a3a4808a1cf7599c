import type { Plugin } from 'graphql-yoga'
import type { Context } from '../context.ts'
import type { Reading } from './reading.ts'

type Result = { readonly extensions?: Readonly<Record<string, unknown>> }

/**
 * Gives the view of the read models back as soon as an answer is made: after an operation, and after each news of a subscription. Every
 * answer that was read from one says what it was built from, in its `extensions`.
 */
export function useOneView(): Plugin<Context> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: async ({ result, setResult }) => {
        const { reading } = args.contextValue
        if (isAnswer(result)) setResult(await withOrigin(result, reading))
        await reading.renew()
      },
    }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult: () => ({ onNext: () => args.contextValue.reading.renew(), onEnd: () => void args.contextValue.reading.renew() }),
    }),
  }
}

const isAnswer = (result: object): result is Result => !(Symbol.asyncIterator in result)

async function withOrigin<R extends Result>(result: R, reading: Reading): Promise<R> {
  // A view that could not be opened has been told of among the errors.
  const view = await reading.opened()?.catch(() => null)
  if (!view) return result
  const { position, version } = view.snapshot
  return { ...result, extensions: { ...result.extensions, builtFrom: { position, readModelVersion: version } } }
}

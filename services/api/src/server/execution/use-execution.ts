import { GraphQLError, OperationTypeNode, execute, getOperationAST, subscribe } from 'graphql'
import type { ExecutionArgs, ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { HoldsFor } from '../answers/kept-answers.ts'
import type { Context } from '../context.ts'
import { limitsOf } from './time-limits.ts'

/** As Yoga hands it over: with the request, whose signal says that the client has gone. */
type Args = Omit<ExecutionArgs, 'contextValue'> & { readonly contextValue: Context & { readonly request: Request } }
type Subscribed = Awaited<ReturnType<typeof subscribe>>

/**
 * Executes until the answer is there, the client has gone, or the time is over. The view of the read models is given back once nothing
 * uses it any more, and a reading that has ended opens none again. Every answer that was read from one says what it was built from.
 * A command under way is not undone: sending it again with its id gives its outcome.
 */
export function useExecution(maxMs: number): Plugin<Context> {
  return {
    onExecute: ({ setExecuteFn }) => setExecuteFn((args: ExecutionArgs) => executed(args as Args, maxMs)),
    onSubscribe: ({ args, setSubscribeFn }) => {
      setSubscribeFn((given: ExecutionArgs) => subscribed(given as Args))
      // The next event is read from a view of its own.
      return { onSubscribeResult: () => ({ onNext: () => args.contextValue.readSession.renew() }) }
    },
  }
}

async function executed(args: Args, maxMs: number): Promise<ExecutionResult> {
  const { readSession, request } = args.contextValue
  if (request.signal.aborted) return { errors: [gone()] }
  const limits = limitsOf(request.signal, maxMs)
  const work = Promise.withResolvers<void>()
  // What a query is reading for nobody is stopped; what a command needs is not taken away from it.
  if (!isMutation(args)) limits.signal.addEventListener('abort', () => void readSession.cancel())
  const answered = Promise.withResolvers<void>()
  void Promise.all([work.promise, answered.promise]).then(() => {
    limits.end()
    return readSession.end()
  })
  try {
    // An answer that an error cut short leaves before all fields are through: the hook is called when they are.
    const result = await execute({ ...args, abortSignal: limits.signal, hooks: { asyncWorkFinished: () => work.resolve() } })
    return await withOrigin(result, args)
  } catch (error) {
    if (!limits.signal.aborted) throw error
    return { errors: [limits.isOver() ? tooSlow(maxMs, isMutation(args)) : gone()] }
  } finally {
    answered.resolve()
  }
}

async function subscribed(args: Args): Promise<Subscribed> {
  const { readSession, request } = args.contextValue
  request.signal.addEventListener('abort', () => void readSession.cancel())
  const result = await subscribe({ ...args, abortSignal: request.signal })
  if (!(Symbol.asyncIterator in result)) await readSession.end()
  return result
}

const isMutation = ({ document, operationName }: Args): boolean =>
  getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION

async function withOrigin(result: ExecutionResult, args: Args): Promise<ExecutionResult> {
  const { readSession, standingOf } = args.contextValue
  // A view that could not be opened is among the errors.
  const view = await readSession.opened()?.catch(() => null)
  if (!view) return result
  const { position, version, stamp, today } = view.snapshot
  const builtFrom = { logPosition: position, readModelVersion: version }
  const standing = await standingOf(view.snapshot).catch(() => null)
  if (standing === null) return { ...result, extensions: { ...result.extensions, builtFrom } }
  const { halted, parkedStreams, publicUntil } = standing
  // Around midnight the database may be on another day than this process.
  if (!result.errors && today === args.contextValue.today) mayKeep(args, { stamp, until: publicUntil })
  return { ...result, extensions: { ...result.extensions, builtFrom: { ...builtFrom, halted, parkedStreams } } }
}

/** A question whose answer followed from the rows alone. */
function mayKeep(args: Args, holdsFor: HoldsFor): void {
  const { keeping, reach } = args.contextValue
  if (keeping && !isMutation(args) && !reach.isBeyond()) keeping.holdsFor = holdsFor
}

const tooSlow = (ms: number, isCommand: boolean): GraphQLError =>
  new GraphQLError(
    `This took longer than ${ms / 1000} seconds. ${isCommand ? sendAgain : 'Ask for less, for example for a shorter page.'}`,
    {
      extensions: { code: 'TIMEOUT', http: { status: 503, headers: { 'retry-after': '5' } } },
    },
  )

/** A command that is under way goes on. */
const sendAgain = 'It may be recorded all the same. You can safely send this command again with the same commandId.'

/** Nobody reads it. */
const gone = (): GraphQLError =>
  new GraphQLError('The request was cancelled.', { extensions: { code: 'CANCELLED', http: { status: 499 } } })

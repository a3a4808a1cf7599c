import { Worker } from 'node:worker_threads'
import { OverloadedError } from '@outstanding/projection'
import { GraphQLError } from 'graphql'
import type { Outcome, Task } from './tasks.ts'
import { outcomeOf } from './tasks.ts'
import type { Turns } from './turns.ts'
import { createTurns } from './turns.ts'

/** Computes what a whole history says, without keeping other requests waiting. */
export type Beside = {
  /** Short histories in the thread of the requests, in turns; long ones in a thread beside. Stops when `signal` is aborted; rejects when it takes too long. */
  run<T extends Task>(task: T, signal: AbortSignal): Promise<Outcome<T>>
  close(): Promise<void>
}

type Limits = {
  /** Entries of a history that are computed in the thread of the requests. */
  readonly shortHistory?: number
  readonly maxMs: number
  readonly maxWaiting?: number
  readonly turns?: Turns
}
type Waiting = { readonly task: Task; readonly signal: AbortSignal; settle(outcome: unknown): void; fail(error: Error): void }
type Answer = { readonly ok: true; readonly outcome: unknown } | { readonly ok: false; readonly message: string }

export function createBeside({ shortHistory = 30, maxMs, maxWaiting = 500, turns = createTurns() }: Limits): Beside {
  const waiting: Waiting[] = []
  let worker: Worker | null = null
  let isRunning = false
  let closed = false

  async function runAll(): Promise<void> {
    if (isRunning) return
    isRunning = true
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (next.signal.aborted) next.fail(next.signal.reason as Error)
      else await runOne(next)
    }
    isRunning = false
  }

  function runOne({ task, signal, settle, fail }: Waiting): Promise<void> {
    const own = (worker ??= startWorker())
    return new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', gone)
        own
          .removeAllListeners('message')
          .removeAllListeners('error')
          .on('error', () => {})
        resolve()
      }
      // A thread cannot be asked to stop in the middle: it is ended, and the next task gets another.
      const stop = (error: Error): void => {
        worker = null
        over()
        fail(error)
        void own.terminate()
      }
      const gone = (): void => stop(signal.reason as Error)
      const timer = setTimeout(() => stop(tooLong()), maxMs)
      signal.addEventListener('abort', gone)
      own.on('error', (error: Error) => stop(error))
      own.on('message', (answer: Answer) => {
        over()
        if (answer.ok) settle(answer.outcome)
        else fail(new Error(answer.message))
      })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      own.postMessage(task)
    })
  }

  return {
    async run<T extends Task>(task: T, signal: AbortSignal) {
      signal.throwIfAborted()
      if (task.events.length <= shortHistory)
        return turns.take(() => {
          signal.throwIfAborted()
          return outcomeOf(task)
        })
      if (closed || waiting.length >= maxWaiting) throw new OverloadedError()
      const { promise, resolve, reject } = Promise.withResolvers<Outcome<T>>()
      waiting.push({ task, signal, settle: (outcome) => resolve(outcome as Outcome<T>), fail: reject })
      void runAll()
      return promise
    },
    async close() {
      closed = true
      for (const { fail } of waiting.splice(0)) fail(new OverloadedError())
      await worker?.terminate()
    },
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  worker.unref()
  return worker
}

const tooLong = (): GraphQLError =>
  new GraphQLError('The history of this item is too long to calculate this in time. Ask for fewer fields.', {
    extensions: { code: 'TIMEOUT', http: { status: 503, headers: { 'retry-after': '10' } } },
  })

import type { Metadata } from '@grpc/grpc-js'
import type { Refusal } from '../wire/refusals.ts'

/** The calls under way, so that a stop can end each with a status of its own instead of a broken connection. */
export type OpenCalls = {
  /** Notes a call; gives the function that forgets it. One that begins after `endAll` is ended too. */
  add(end: () => void): () => void
  endAll(): void
}

export function createOpenCalls(): OpenCalls {
  const ends = new Set<() => void>()
  let isOver = false
  return {
    add(end) {
      if (isOver) queueMicrotask(end)
      else ends.add(end)
      return () => ends.delete(end)
    },
    endAll() {
      isOver = true
      for (const end of ends) end()
      ends.clear()
    },
  }
}

/** Ends a streaming call with a status. */
export function endWith(call: { emit(event: 'error', refusal: Refusal): boolean }, refusal: Refusal): void {
  call.emit('error', refusal)
}

/** The name that a client gave its connection. */
export function connectionNameOf(call: { readonly metadata: Metadata }): string | undefined {
  return call.metadata.get('connection-name')[0]?.toString()
}

import type { ServerWritableStream } from '@grpc/grpc-js'
import type { Refusal } from '../wire/refusals.ts'
import { createMessageWriter } from './message-writer.ts'
import type { OpenCalls } from './open-calls.ts'
import { endWith } from './open-calls.ts'

/** Where a read sends its messages: never more than a bounded amount ahead of what its reader takes. */
export type Sink = {
  /** Sends; false when the reader is behind and `ready` is to be awaited before the next message. */
  send(message: Buffer): boolean
  /** Resolves when the reader has caught up or is gone. */
  ready(): Promise<void>
  isClosed(): boolean
  refuse(refusal: Refusal): void
  end(): void
}

const MAX_BUFFERED_BYTES = 256 * 1024

/** `stopped` is the status with which stopping the node ends the call. `onClosed` receives the sink. */
export function createSink(
  call: ServerWritableStream<unknown, Buffer>,
  openCalls: OpenCalls,
  stopped: () => Refusal,
  onClosed: (sink: Sink) => void,
): Sink {
  const messages = createMessageWriter(call)
  let closed = false
  let wake: (() => void) | undefined
  const forget = openCalls.add(() => refuse(stopped()))

  function close(): void {
    if (closed) return
    closed = true
    forget()
    wake?.()
    onClosed(sink)
  }

  function refuse(refusal: Refusal): void {
    if (closed) return
    messages.flush()
    endWith(call, refusal)
    close()
  }

  const isBehind = () => !closed && messages.waitingBytes() >= MAX_BUFFERED_BYTES

  messages.onDrain(() => wake?.())
  call.on('cancelled', close)
  call.on('close', close)
  const sink: Sink = {
    send(message) {
      if (closed) return false
      messages.write(message)
      return !isBehind()
    },
    async ready() {
      while (isBehind()) {
        await new Promise<void>((resolve) => (wake = resolve))
        wake = undefined
      }
    },
    isClosed: () => closed,
    refuse,
    end() {
      if (closed) return
      messages.flush()
      call.end()
      close()
    },
  }
  return sink
}

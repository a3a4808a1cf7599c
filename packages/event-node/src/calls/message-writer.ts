import { Metadata } from '@grpc/grpc-js'
import type { ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js'
import { http2StreamOf } from './http2-stream.ts'

/**
 * Writes messages of a call, many at a time. The gRPC library takes one message and waits until the connection has it
 * before it takes the next; put together, hundreds cost as much as one. What is written in one go goes out at its end.
 */
export type MessageWriter = {
  write(message: Buffer): void
  /** Sends what has been put together so far. */
  flush(): void
  /** Bytes that the connection has not taken yet. */
  waitingBytes(): number
  onDrain(listener: () => void): void
}

type Call = ServerWritableStream<unknown, Buffer> | ServerDuplexStream<unknown, Buffer>

/** A message is preceded by a byte that says it is not compressed, and by its length. */
const PREFIX = 5
const MAX_CHUNK_BYTES = 64 * 1024

export function createMessageWriter(call: Call): MessageWriter {
  const stream = http2StreamOf(call)
  let together: Buffer[] = []
  let bytes = 0
  let isScheduled = false

  function flush(): void {
    isScheduled = false
    if (bytes === 0) return
    const messages = together
    const total = bytes
    together = []
    bytes = 0
    if (stream === undefined) for (const message of messages) call.write(message)
    else if (!stream.destroyed && !stream.writableEnded) {
      call.sendMetadata(new Metadata())
      stream.write(framed(messages, total))
    }
  }

  return {
    write(message) {
      together.push(message)
      bytes += PREFIX + message.length
      if (bytes >= MAX_CHUNK_BYTES) return flush()
      if (isScheduled) return
      isScheduled = true
      queueMicrotask(flush)
    },
    flush,
    waitingBytes: () => bytes + (stream ?? call).writableLength,
    onDrain: (listener) => void (stream ?? call).on('drain', listener),
  }
}

function framed(messages: readonly Buffer[], total: number): Buffer {
  const frames = Buffer.allocUnsafe(total)
  let at = 0
  for (const message of messages) {
    frames[at] = 0
    frames.writeUInt32BE(message.length, at + 1)
    at += PREFIX + message.copy(frames, at + PREFIX)
  }
  return frames
}

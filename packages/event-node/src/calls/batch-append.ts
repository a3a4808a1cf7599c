import type { ServerDuplexStream } from '@grpc/grpc-js'
import { checkEvent, MAXIMUM_APPEND_SIZE, memoryOf } from '../append/check-event.ts'
import type { NewEvent, WriteOutcome } from '../append/write-request.ts'
import type { NodeParts } from '../node-parts.ts'
import type { BatchRefusal } from '../wire/append-answer.ts'
import { encodeBatchRefusal, encodeBatchSuccess } from '../wire/append-answer.ts'
import type { BatchAppendRequest, Expected } from '../wire/append-request.ts'
import { cancelledByStop, notLeader } from '../wire/refusals.ts'
import { createMessageWriter } from './message-writer.ts'
import { connectionNameOf, endWith } from './open-calls.ts'

/** An append whose fragments are still coming in. */
type Pending = {
  readonly correlationId: Buffer
  readonly stream: Buffer
  readonly expected: Expected
  readonly deadline: number
  readonly events: NewEvent[]
  dataSize: number
  memory: number
  timer: NodeJS.Timeout | undefined
}

/** How long the fragments of one append may take to come in. */
const FRAGMENTS_MS = 2_000
/** Above this the node stops reading requests until it has answered some. */
const MAX_WAITING_BYTES = 32 * 1024 * 1024

/** Streams.BatchAppend: many appends on one call. Each correlation id is answered exactly once. */
export function handleBatchAppend(node: NodeParts): (call: ServerDuplexStream<BatchAppendRequest, Buffer>) => void {
  return (call) => {
    const isAnonymous = node.gate(call.metadata) === 'anonymous'
    const messages = createMessageWriter(call)
    const pending = new Map<string, Pending>()
    let unanswered = 0
    let isOver = false
    let isHalfClosed = false

    const forget = node.openCalls.add(() => {
      messages.flush()
      if (!isOver) endWith(call, cancelledByStop())
      close()
    })
    call.on('cancelled', close)
    call.on('error', () => {})
    call.on('end', () => {
      isHalfClosed = true
      endWhenAnswered()
    })
    call.on('data', (request: BatchAppendRequest) => {
      const append = collect(request)
      if (append === undefined || !request.isFinal) return
      forgetPending(append)
      submit(append)
    })

    /** Adds a fragment to its append; undefined where that is unknown or has just been refused. */
    function collect(request: BatchAppendRequest): Pending | undefined {
      const key = request.correlationId.toString('latin1')
      const append = pending.get(key) ?? begin(request, key)
      if (append === undefined) return undefined
      for (const proposed of request.events) {
        const event = checkEvent(proposed)
        if (typeof event === 'string') return refuse(append, { kind: 'badRequest', message: `The event cannot be appended: ${event}.` })
        append.dataSize += event.data.length
        append.memory += memoryOf(event)
        append.events.push(event)
      }
      if (append.dataSize > MAXIMUM_APPEND_SIZE) return refuse(append, { kind: 'maximumAppendSizeExceeded', limit: MAXIMUM_APPEND_SIZE })
      return append
    }

    function begin({ correlationId, options, isFinal }: BatchAppendRequest, key: string): Pending | undefined {
      if (options === undefined) return undefined
      const { stream, expected, deadline = Infinity } = options
      if (stream === undefined || stream.length === 0 || expected === undefined) {
        const message = expected === undefined ? 'No expected position was sent.' : 'The stream has no name.'
        send(encodeBatchRefusal(correlationId, stream, { kind: 'badRequest', message }))
        return undefined
      }
      if (isAnonymous || !node.mayWrite(stream)) {
        send(encodeBatchRefusal(correlationId, stream, { kind: 'accessDenied' }))
        return undefined
      }
      const append: Pending = { correlationId, stream, expected, deadline, events: [], dataSize: 0, memory: 0, timer: undefined }
      pending.set(key, append)
      if (!isFinal) append.timer = setTimeout(() => refuse(append, { kind: 'timeout' }), FRAGMENTS_MS)
      return append
    }

    function submit(append: Pending): void {
      const { stream, expected, events, deadline } = append
      const seen = { stream: stream.toString(), mode: 'batch', events: events.length, connectionName: connectionNameOf(call) } as const
      const leader = node.faults.refuseAsFollower?.(seen)
      if (leader !== undefined) return endWith(call, notLeader(leader.leaderHost, leader.leaderPort))
      unanswered++
      node.writer.submit({
        kind: 'append',
        stream,
        expected,
        events,
        size: append.memory,
        abandoned: () => isOver || deadline < performance.now(),
        answer(outcome) {
          unanswered--
          const fault = outcome.kind === 'success' ? node.faults.afterCommit?.(seen) : undefined
          if (fault === 'drop-connection') node.dropConnection(call.getPeer())
          else if (fault === 'answer-timeout') send(encodeBatchRefusal(append.correlationId, stream, { kind: 'timeout' }))
          else if (fault === undefined) send(encodeOutcome(append, outcome))
          if (call.isPaused() && node.writer.waitingBytes() < MAX_WAITING_BYTES / 2) call.resume()
          endWhenAnswered()
        },
      })
      if (node.writer.waitingBytes() > MAX_WAITING_BYTES) call.pause()
    }

    function refuse(append: Pending, refusal: BatchRefusal): undefined {
      forgetPending(append)
      send(encodeBatchRefusal(append.correlationId, append.stream, refusal))
    }

    function forgetPending(append: Pending): void {
      clearTimeout(append.timer)
      pending.delete(append.correlationId.toString('latin1'))
    }

    function send(answer: Buffer): void {
      if (!isOver) messages.write(answer)
    }

    function endWhenAnswered(): void {
      if (!isHalfClosed || unanswered > 0 || isOver) return
      messages.flush()
      call.end()
      close()
    }

    function close(): void {
      isOver = true
      forget()
      for (const append of pending.values()) clearTimeout(append.timer)
      pending.clear()
    }
  }
}

function encodeOutcome({ correlationId, stream, expected }: Pending, outcome: WriteOutcome): Buffer {
  switch (outcome.kind) {
    case 'success':
      return encodeBatchSuccess(correlationId, stream, outcome)
    case 'wrongExpectedVersion':
      return encodeBatchRefusal(correlationId, stream, { kind: 'wrongExpectedVersion', expected, actual: outcome.actual })
    case 'streamDeleted':
      return encodeBatchRefusal(correlationId, stream, { kind: 'streamDeleted' })
    case 'notSeedable':
      return encodeBatchRefusal(correlationId, stream, { kind: 'accessDenied' })
    case 'timeout':
    case 'unknown':
      return encodeBatchRefusal(correlationId, stream, { kind: 'timeout' })
  }
}

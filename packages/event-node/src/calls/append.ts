import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js'
import { checkEvent, MAXIMUM_APPEND_SIZE, memoryOf } from '../append/check-event.ts'
import type { EventFault } from '../append/check-event.ts'
import type { NewEvent, WriteOutcome } from '../append/write-request.ts'
import { connectionNameOf } from './open-calls.ts'
import type { NodeParts } from '../node-parts.ts'
import { encodeAppendSuccess, encodeWrongExpectedVersion } from '../wire/append-answer.ts'
import type { AppendOptions, AppendRequest, Expected } from '../wire/append-request.ts'
import type { Refusal } from '../wire/refusals.ts'
import {
  accessDenied,
  handlerFailed,
  invalidArgument,
  maximumAppendSizeExceeded,
  missingProperty,
  notLeader,
  shuttingDown,
  streamDeleted,
  timedOut,
} from '../wire/refusals.ts'

type Append = { readonly stream: Buffer; readonly expected: Expected }

/** Streams.Append, the classic append: options first, then the events, one answer at the end. */
export function handleAppend(node: NodeParts): (call: ServerReadableStream<AppendRequest, Buffer>, answer: sendUnaryData<Buffer>) => void {
  return (call, answer) => {
    const events: NewEvent[] = []
    let append: Append | undefined
    let refused: Refusal | undefined
    let dataSize = 0
    let memory = 0
    let isOver = false

    const forget = node.openCalls.add(() => conclude(shuttingDown()))
    call.on('cancelled', () => {
      isOver = true
      forget()
    })
    call.on('error', () => {})
    call.on('data', (request: AppendRequest) => {
      if (refused !== undefined) return
      const fault = takeIn(request)
      if (fault === undefined) return
      refused = fault
      events.length = 0
    })
    call.on('end', () => {
      const first = append
      if (refused !== undefined || first === undefined) return conclude(refused ?? handlerFailed())
      const seen = {
        stream: first.stream.toString(),
        mode: 'classic',
        events: events.length,
        connectionName: connectionNameOf(call),
      } as const
      const leader = node.faults.refuseAsFollower?.(seen)
      if (leader !== undefined) return conclude(notLeader(leader.leaderHost, leader.leaderPort))
      node.writer.submit({
        kind: 'append',
        ...first,
        events,
        size: memory,
        abandoned: () => isOver,
        answer(outcome) {
          const fault = outcome.kind === 'success' ? node.faults.afterCommit?.(seen) : undefined
          if (fault === 'drop-connection') node.dropConnection(call.getPeer())
          else if (fault === 'answer-timeout') conclude(timedOut())
          else if (fault === undefined) conclude(answerFor(outcome, first))
        },
      })
    })

    function takeIn(request: AppendRequest): Refusal | undefined {
      if ('options' in request && append === undefined) {
        const checked = checkOptions(request.options, node)
        if ('code' in checked) return checked
        append = checked
        return undefined
      }
      if (!('event' in request) || append === undefined) return handlerFailed()
      const event = checkEvent(request.event)
      if (typeof event === 'string') return refusalOf(event)
      dataSize += event.data.length
      memory += memoryOf(event)
      if (dataSize > MAXIMUM_APPEND_SIZE) return maximumAppendSizeExceeded(MAXIMUM_APPEND_SIZE)
      events.push(event)
      return undefined
    }

    function conclude(result: Buffer | Refusal): void {
      if (isOver) return
      isOver = true
      forget()
      if (Buffer.isBuffer(result)) answer(null, result)
      else answer(result)
    }
  }
}

function checkOptions({ stream, expected }: AppendOptions, node: NodeParts): Append | Refusal {
  if (stream === undefined || stream.length === 0) return handlerFailed()
  if (expected === undefined) {
    return invalidArgument(`'None' is not a valid EventStore.Client.Streams.AppendReq+Types+Options+ExpectedStreamRevisionOneofCase`)
  }
  return node.mayWrite(stream) ? { stream, expected } : accessDenied()
}

function refusalOf(fault: EventFault): Refusal {
  if (fault === 'no type') return missingProperty('type')
  return fault === 'no content-type' ? missingProperty('content-type') : handlerFailed()
}

function answerFor(outcome: WriteOutcome, { stream, expected }: Append): Buffer | Refusal {
  switch (outcome.kind) {
    case 'success':
      return encodeAppendSuccess(outcome)
    case 'wrongExpectedVersion':
      return encodeWrongExpectedVersion(expected, outcome.actual)
    case 'streamDeleted':
      return streamDeleted(stream)
    case 'notSeedable':
      return accessDenied()
    case 'timeout':
    case 'unknown':
      return timedOut()
  }
}

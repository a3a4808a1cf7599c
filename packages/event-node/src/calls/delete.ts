import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js'
import type { NodeParts } from '../node-parts.ts'
import { encodePosition } from '../wire/append-answer.ts'
import type { Expected } from '../wire/append-request.ts'
import { ANY, NO_STREAM, STREAM_EXISTS } from '../wire/append-request.ts'
import type { Refusal } from '../wire/refusals.ts'
import { accessDenied, deleteConflict, handlerFailed, invalidArgument, shuttingDown, streamDeleted, timedOut } from '../wire/refusals.ts'
import type { WriteOutcome } from '../append/write-request.ts'
import type { DeleteReq, TombstoneReq } from '../wire/stubs.ts'

/** Streams.Delete and Streams.Tombstone; refused where the node is not allowed to forget anything. */
export function handleDelete(
  node: NodeParts,
  kind: 'delete' | 'tombstone',
): (call: ServerUnaryCall<DeleteReq | TombstoneReq, Buffer>, answer: sendUnaryData<Buffer>) => void {
  return (call, answer) => {
    if (!node.allowDeletes) return answer(accessDenied())
    const options = call.request.getOptions()
    const stream = Buffer.from(options?.getStreamIdentifier()?.getStreamName_asU8() ?? [])
    if (options === undefined || stream.length === 0) return answer(handlerFailed())
    if (!node.mayWrite(stream)) return answer(accessDenied())
    const expected = expectedOf(options)
    if (expected === undefined) return answer(invalidArgument('No expected revision was sent.'))
    let isOver = false
    const forget = node.openCalls.add(() => conclude(shuttingDown()))
    call.on('cancelled', () => {
      isOver = true
      forget()
    })
    node.writer.submit({
      kind,
      stream,
      expected,
      events: [],
      size: 0,
      abandoned: () => isOver,
      answer: (outcome) => conclude(resultOf(outcome, stream, expected)),
    })

    function conclude(result: Buffer | Refusal): void {
      if (isOver) return
      isOver = true
      forget()
      if (Buffer.isBuffer(result)) answer(null, result)
      else answer(result)
    }
  }
}

function expectedOf(options: DeleteReq.Options | TombstoneReq.Options): Expected | undefined {
  if (options.hasNoStream()) return NO_STREAM
  if (options.hasAny()) return ANY
  if (options.hasStreamExists()) return STREAM_EXISTS
  return options.hasRevision() ? BigInt(options.getRevision()) : undefined
}

function resultOf(outcome: WriteOutcome, stream: Buffer, expected: Expected): Buffer | Refusal {
  switch (outcome.kind) {
    case 'success':
      return encodePosition(outcome.position ?? 0)
    case 'wrongExpectedVersion':
      return deleteConflict(stream, expected, outcome.actual)
    case 'streamDeleted':
      return streamDeleted(stream)
    case 'notSeedable':
      return accessDenied()
    case 'timeout':
    case 'unknown':
      return timedOut()
  }
}

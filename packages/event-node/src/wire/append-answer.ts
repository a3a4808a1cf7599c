import type { Expected } from './append-request.ts'
import { ANY, NO_STREAM, STREAM_EXISTS } from './append-request.ts'
import { fieldSize, varintFieldSize, writeBytesField, writeFieldStart, writeVarintField } from './protobuf-writer.ts'
import { any, empty, shared, status, streams } from './stubs.ts'

/** `revision` is -1 where the stream has no event. */
export type Success = { readonly revision: number; readonly position: number | undefined }

/** Why a batch append was refused, as the details of its status carry it. */
export type BatchRefusal =
  | { readonly kind: 'wrongExpectedVersion'; readonly expected: Expected; readonly actual: number }
  | { readonly kind: 'streamDeleted' }
  | { readonly kind: 'accessDenied' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'maximumAppendSizeExceeded'; readonly limit: number }
  | { readonly kind: 'badRequest'; readonly message: string }

const EMPTY = Buffer.alloc(0)
/** Codes of google.rpc.Status. */
const INVALID_ARGUMENT = 3
const DEADLINE_EXCEEDED = 4
const NOT_FOUND = 5
const ALREADY_EXISTS = 6
const PERMISSION_DENIED = 7

export function encodeAppendSuccess(success: Success): Buffer {
  const content = encodeSuccess(success)
  const answer = Buffer.allocUnsafe(fieldSize(content.length))
  writeBytesField(answer, 0, 1, content)
  return answer
}

/** The classic append's conflict, with its twins for clients of before 20.6 (NO_STREAM's twin, 2^64-1, is no number that can be written). */
export function encodeWrongExpectedVersion(expected: Expected, actual: number): Buffer {
  const conflict = new streams.AppendResp.WrongExpectedVersion()
  const nothing = new shared.Empty()
  if (actual < 0) conflict.setCurrentNoStream(nothing).setNoStream2060(nothing)
  else conflict.setCurrentRevision(String(actual)).setCurrentRevision2060(actual)
  if (expected === ANY) conflict.setExpectedAny(nothing).setAny2060(nothing)
  else if (expected === STREAM_EXISTS) conflict.setExpectedStreamExists(nothing).setStreamExists2060(nothing)
  else if (expected === NO_STREAM) conflict.setExpectedNoStream(nothing)
  else conflict.setExpectedRevision(String(expected)).setExpectedRevision2060(Number(expected))
  const answer = new streams.AppendResp()
  answer.setWrongExpectedVersion(conflict)
  return Buffer.from(answer.serializeBinary())
}

/** A batch append's answer; the correlation id is given back as it came, the stream by its name. */
export function encodeBatchSuccess(correlationId: Buffer, stream: Buffer, success: Success): Buffer {
  return encodeBatchAnswer(correlationId, stream, 3, encodeSuccess(success))
}

export function encodeBatchRefusal(correlationId: Buffer, stream: Buffer | undefined, refusal: BatchRefusal): Buffer {
  return encodeBatchAnswer(correlationId, stream, 2, Buffer.from(statusOf(refusal, stream ?? EMPTY).serializeBinary()))
}

/** Answer of delete and tombstone. */
export function encodePosition(position: number): Buffer {
  const content = positionContent(position)
  const answer = Buffer.allocUnsafe(fieldSize(content.length))
  writeBytesField(answer, 0, 1, content)
  return answer
}

function encodeBatchAnswer(correlationId: Buffer, stream: Buffer | undefined, resultField: number, result: Buffer): Buffer {
  const identifier = stream === undefined ? 0 : fieldSize(fieldSize(stream.length))
  const answer = Buffer.allocUnsafe(fieldSize(correlationId.length) + fieldSize(result.length) + identifier)
  let at = writeBytesField(answer, 0, 1, correlationId)
  at = writeBytesField(answer, at, resultField, result)
  if (stream === undefined) return answer
  at = writeFieldStart(answer, at, 4, fieldSize(stream.length))
  writeBytesField(answer, at, 3, stream)
  return answer
}

/** Fields 1 to 4 of a success are the same in both kinds of append. */
function encodeSuccess({ revision, position }: Success): Buffer {
  const place = position === undefined ? EMPTY : positionContent(position)
  const revisionSize = revision < 0 ? fieldSize(0) : varintFieldSize(revision)
  const content = Buffer.allocUnsafe(revisionSize + fieldSize(place.length))
  const at = revision < 0 ? writeFieldStart(content, 0, 2, 0) : writeVarintField(content, 0, 1, revision)
  writeBytesField(content, at, position === undefined ? 4 : 3, place)
  return content
}

function positionContent(position: number): Buffer {
  const content = Buffer.allocUnsafe(2 * varintFieldSize(position))
  const at = writeVarintField(content, 0, 1, position)
  writeVarintField(content, at, 2, position)
  return content
}

function statusOf(refusal: BatchRefusal, stream: Buffer): InstanceType<typeof status.Status> {
  switch (refusal.kind) {
    case 'wrongExpectedVersion':
      return statusWith(ALREADY_EXISTS, 'WrongExpectedVersion', wrongExpectedVersion(refusal.expected, refusal.actual))
    case 'streamDeleted':
      return statusWith(NOT_FOUND, 'StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)))
    case 'accessDenied':
      return statusWith(PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied())
    case 'timeout':
      return statusWith(DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout())
    case 'maximumAppendSizeExceeded':
      return statusWith(
        INVALID_ARGUMENT,
        'MaximumAppendSizeExceeded',
        new shared.MaximumAppendSizeExceeded().setMaxappendsize(refusal.limit),
      )
    case 'badRequest':
      return statusWith(INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest().setMessage(refusal.message))
  }
}

function statusWith(code: number, name: string, details: { serializeBinary(): Uint8Array }): InstanceType<typeof status.Status> {
  const packed = new any.Any()
  packed.pack(details.serializeBinary(), `event_store.client.${name}`)
  const answer = new status.Status()
  answer.setCode(code)
  answer.setMessage(name)
  answer.setDetails(packed)
  return answer
}

function wrongExpectedVersion(expected: Expected, actual: number): InstanceType<typeof shared.WrongExpectedVersion> {
  const conflict = new shared.WrongExpectedVersion()
  const nothing = new empty.Empty()
  if (actual < 0) conflict.setCurrentNoStream(nothing)
  else conflict.setCurrentStreamRevision(String(actual))
  if (expected === ANY) conflict.setExpectedAny(nothing)
  else if (expected === STREAM_EXISTS) conflict.setExpectedStreamExists(nothing)
  else if (expected === NO_STREAM) conflict.setExpectedNoStream(nothing)
  else conflict.setExpectedStreamPosition(String(expected))
  return conflict
}

function identifierOf(stream: Buffer): InstanceType<typeof shared.StreamIdentifier> {
  return new shared.StreamIdentifier().setStreamName(stream)
}

import type { Cursor } from './protobuf-reader.ts'
import { cursorOver, readBytes, readUint64, readVarint, skipField } from './protobuf-reader.ts'
import type { ProposedEvent } from './proposed-event.ts'
import { readProposedEvent } from './proposed-event.ts'

/** What a writer expects of a stream: a revision, or one of the three below. */
export type Expected = bigint
export const NO_STREAM: Expected = -1n
export const ANY: Expected = -2n
export const STREAM_EXISTS: Expected = -4n

/** Which stream is written and what is expected of it; undefined parts were not sent. */
export type AppendOptions = { readonly stream: Buffer | undefined; readonly expected: Expected | undefined }

/** One message of the classic, client-streaming append. */
export type AppendRequest = { readonly options: AppendOptions } | { readonly event: ProposedEvent } | { readonly nothing: true }

/** One message of the batch append. `deadline` is in milliseconds, by `performance.now()`. */
export type BatchAppendRequest = {
  readonly correlationId: Buffer
  readonly options: (AppendOptions & { readonly deadline: number | undefined }) | undefined
  readonly events: readonly ProposedEvent[]
  readonly isFinal: boolean
}

export function readAppendRequest(bytes: Buffer): AppendRequest {
  const cursor = cursorOver(bytes)
  let request: AppendRequest = { nothing: true }
  while (cursor.at < cursor.end) {
    const tag = readVarint(cursor)
    if (tag === 0x0a) request = { options: readOptions(readBytes(cursor)) }
    else if (tag === 0x12) request = { event: readProposedEvent(readBytes(cursor)) }
    else skipField(cursor, tag)
  }
  return request
}

export function readBatchAppendRequest(bytes: Buffer): BatchAppendRequest {
  const cursor = cursorOver(bytes)
  const events: ProposedEvent[] = []
  let correlationId: Buffer = Buffer.alloc(0)
  let options: BatchAppendRequest['options']
  let isFinal = false
  while (cursor.at < cursor.end) {
    const tag = readVarint(cursor)
    if (tag === 0x0a) correlationId = readBytes(cursor)
    else if (tag === 0x12) options = readOptions(readBytes(cursor))
    else if (tag === 0x1a) events.push(readProposedEvent(readBytes(cursor)))
    else if (tag === 0x20) isFinal = readVarint(cursor) !== 0
    else skipField(cursor, tag)
  }
  return { correlationId, options, events, isFinal }
}

/** The stream's name within a StreamIdentifier message. */
export function readStreamIdentifier(bytes: Buffer): Buffer {
  const cursor = cursorOver(bytes)
  let name: Buffer = Buffer.alloc(0)
  while (cursor.at < cursor.end) {
    const tag = readVarint(cursor)
    if (tag === 0x1a) name = readBytes(cursor)
    else skipField(cursor, tag)
  }
  return name
}

/** Options of both appends, of delete and of tombstone: fields 1 to 5 are the same in all four. */
export function readOptions(bytes: Buffer): AppendOptions & { readonly deadline: number | undefined } {
  const cursor = cursorOver(bytes)
  let stream: Buffer | undefined
  let expected: Expected | undefined
  let deadline: number | undefined
  while (cursor.at < cursor.end) {
    const tag = readVarint(cursor)
    if (tag === 0x0a) stream = readStreamIdentifier(readBytes(cursor))
    else if (tag === 0x10) expected = readUint64(cursor)
    else if (tag === 0x1a || tag === 0x22 || tag === 0x2a) {
      readBytes(cursor)
      expected = tag === 0x1a ? NO_STREAM : tag === 0x22 ? ANY : STREAM_EXISTS
    } else if (tag === 0x32) deadline = performance.now() - Date.now() + readSeconds(cursorOver(readBytes(cursor)))
    else if (tag === 0x3a) deadline = performance.now() + readSeconds(cursorOver(readBytes(cursor)))
    else skipField(cursor, tag)
  }
  return { stream, expected, deadline }
}

/** A Timestamp or Duration in milliseconds. */
function readSeconds(cursor: Cursor): number {
  let milliseconds = 0
  while (cursor.at < cursor.end) {
    const tag = readVarint(cursor)
    if (tag === 0x08) milliseconds += Number(BigInt.asIntN(64, readUint64(cursor))) * 1000
    else if (tag === 0x10) milliseconds += Number(BigInt.asIntN(64, readUint64(cursor))) / 1e6
    else skipField(cursor, tag)
  }
  return milliseconds
}

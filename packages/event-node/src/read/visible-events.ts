import type { Stream } from '../log/streams.ts'
import { isMetastream, isSoftDeleted } from '../log/streams.ts'
import type { Frame } from '../wire/recorded-event.ts'
import { decodeFrame } from '../wire/recorded-event.ts'

/** The first revision of a stream that its readers see. */
export function visibleFrom(stream: Stream): number {
  if (isSoftDeleted(stream)) return Infinity
  const { maxCount, truncateBefore } = stream.metadata
  const kept = isMetastream(stream.name) ? 1 : maxCount
  return Math.max(0, (truncateBefore as number | undefined) ?? 0, kept === undefined ? 0 : stream.last - kept + 1)
}

/** Whether an event is older than its stream lets its readers see. */
export function hidesEvent(stream: Stream, frame: Frame): boolean {
  const { maxAge } = stream.metadata
  if (maxAge === undefined) return false
  const createdMs = Number(decodeFrame(frame).created / 10_000n)
  return createdMs < Date.now() - maxAge * 1000
}

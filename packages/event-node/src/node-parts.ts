import type { Gate } from './access/gate.ts'
import type { Writer } from './append/writer.ts'
import type { OpenCalls } from './calls/open-calls.ts'
import type { Faults } from './faults.ts'
import type { LiveFeed } from './live/live-feed.ts'
import type { LogReader } from './log/log-reader.ts'
import type { Streams } from './log/streams.ts'

/** What the calls work with. */
export type NodeParts = {
  readonly reader: LogReader
  readonly streams: Streams
  readonly feed: LiveFeed
  readonly writer: Writer
  readonly openCalls: OpenCalls
  readonly faults: Faults
  readonly gate: Gate
  /** Whether streams may be deleted and tombstoned and their metadata written. */
  readonly allowDeletes: boolean
  /** Whether a stream of this name may be written at all. */
  mayWrite(stream: Buffer): boolean
  /** Whether a subscription ends when its reader leaves more live events waiting than the real server keeps for it. */
  readonly abortsSlowConsumers: boolean
  /** Drops the connection that a call came by, given its peer's address. */
  dropConnection(peer: string): void
}

import type { ReadReq } from './stubs.ts'
import { streams } from './stubs.ts'
import type { Refusal } from './refusals.ts'
import { handlerFailed, invalidArgument } from './refusals.ts'
import { LONG_MAX } from './protobuf-writer.ts'

/** Where a read begins; a revision or commit position is at most 2^63-1. */
export type From = 'start' | 'end' | bigint

export type Filter = {
  readonly on: 'stream' | 'type'
  readonly regex: string
  readonly prefixes: readonly string[]
  /** Events between two checkpoints. */
  readonly checkpointEvery: number
}

/** A read or subscription, as asked. `from` of `$all` is a commit position. */
export type ReadQuery = {
  readonly stream: Buffer | undefined
  readonly from: From
  readonly backwards: boolean
  /** Undefined for a subscription. */
  readonly count: bigint | undefined
  readonly resolveLinks: boolean
  readonly filter: Filter | undefined
  /** How event ids are given; undefined where it was not asked for. */
  readonly ids: 'text' | 'structured' | undefined
  readonly withLastPosition: boolean
}

const END = 2n ** 64n - 1n
const DEFAULT_WINDOW = 32

const Options = streams.ReadReq.Options

export function readQueryOf(request: ReadReq): ReadQuery | { readonly refused: Refusal } {
  const options = request.getOptions()
  if (options === undefined) return { refused: handlerFailed() }
  const stream = options.getStream()
  const all = options.getAll()
  if (stream === undefined && all === undefined) {
    return { refused: invalidArgument(`'None' is not a valid EventStore.Client.Streams.ReadReq+Types+Options+StreamOptionOneofCase`) }
  }
  const combination = combinationOf(options)
  if (!isServed(combination)) return { refused: invalidArgument(`The combination of (${combination.join(', ')}) is invalid.`) }
  const from = stream === undefined ? fromOfAll(options) : fromOfStream(options)
  const name = nameIn(options)
  if (from === 'outOfRange' || name?.length === 0) return { refused: handlerFailed() }
  return {
    stream: name,
    from,
    backwards: options.getReadDirection() === Options.ReadDirection.BACKWARDS,
    count: options.hasCount() ? BigInt(options.getCount()) : undefined,
    resolveLinks: options.getResolveLinks(),
    filter: filterOf(options),
    ids: idsOf(options),
    withLastPosition: stream !== undefined && asksForLastPosition(options),
  }
}

type Asked = InstanceType<typeof Options>

/** Undefined where `$all` is asked for. */
function nameIn(options: Asked): Buffer | undefined {
  const stream = options.getStream()
  return stream === undefined ? undefined : Buffer.from(stream.getStreamIdentifier()?.getStreamName_asU8() ?? [])
}

function idsOf(options: Asked): ReadQuery['ids'] {
  const ids = options.getUuidOption()
  if (ids === undefined) return undefined
  return ids.hasStructured() ? 'structured' : 'text'
}

const asksForLastPosition = (options: Asked): boolean => (options.getControlOption()?.getCompatibility() ?? 0) > 0

function combinationOf(options: Asked): string[] {
  return [
    options.hasStream() ? 'Stream' : 'All',
    options.hasCount() ? 'Count' : options.hasSubscription() ? 'Subscription' : 'None',
    options.getReadDirection() === Options.ReadDirection.BACKWARDS ? 'Backwards' : 'Forwards',
    options.hasFilter() ? 'Filter' : options.hasNoFilter() ? 'NoFilter' : 'None',
  ]
}

function isServed([target, mode, direction, filter]: readonly string[]): boolean {
  if (mode === 'None' || filter === 'None') return false
  if (mode === 'Subscription' && direction === 'Backwards') return false
  return target === 'All' || filter === 'NoFilter'
}

function fromOfStream(options: Asked): From | 'outOfRange' {
  const stream = options.getStream()
  if (stream?.hasStart()) return 'start'
  if (stream?.hasEnd()) return 'end'
  return checked(BigInt(stream?.getRevision() ?? 0))
}

function fromOfAll(options: Asked): From | 'outOfRange' {
  const all = options.getAll()
  const position = all?.getPosition()
  if (all?.hasEnd()) return 'end'
  if (position === undefined) return 'start'
  const commit = BigInt(position.getCommitPosition())
  const prepare = BigInt(position.getPreparePosition())
  if (commit < prepare) return 'outOfRange'
  return commit === 0n ? 'start' : checked(commit)
}

function checked(value: bigint): From | 'outOfRange' {
  if (value === END) return 'end'
  return value > LONG_MAX ? 'outOfRange' : value
}

function filterOf(options: Asked): Filter | undefined {
  const filter = options.getFilter()
  if (filter === undefined) return undefined
  const expression = filter.getStreamIdentifier() ?? filter.getEventType()
  const window = filter.hasMax() ? filter.getMax() : DEFAULT_WINDOW
  return {
    on: filter.hasEventType() ? 'type' : 'stream',
    regex: expression?.getRegex() ?? '',
    prefixes: expression?.getPrefixList() ?? [],
    checkpointEvery: Math.max(1, window) * Math.max(1, filter.getCheckpointintervalmultiplier()),
  }
}

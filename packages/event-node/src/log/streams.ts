import { createHash } from 'node:crypto'
import type { Frame } from '../wire/recorded-event.ts'
import type { StreamMetadata } from './stream-metadata.ts'
import { NO_METADATA, parseMetadata } from './stream-metadata.ts'

/** What is committed of one stream. Only the writer changes it, after a commit. */
export type Stream = {
  readonly name: Buffer
  /** Undefined until its first event is committed. */
  id: number | undefined
  /** The last revision, -1 where there is none; a tombstone does not count. */
  last: number
  tombstoned: boolean
  metadata: StreamMetadata
  /** Whether its metastream has events: such a stream exists, even without any of its own. */
  hasMetadata: boolean
}

/** The streams lately used, by name; loads what it does not hold. */
export type Streams = {
  /** The streams of these names, in order; the same object for the same name until it is dropped by `trim`. */
  load(names: readonly Buffer[]): Promise<Stream[]>
  /** The stream if it is held already. */
  held(name: Buffer): Stream | undefined
  /** Drops the longest unused above the bound. Call it only while no write is under way. */
  trim(): void
  clear(): void
}

type Query = <Row extends unknown[]>(query: { name: string; text: string; values: unknown[] }) => Promise<Row[]>

const MAX_CACHED_STREAMS = 50_000
const LAST_REVISION = `(select revision from event_node.event where stream_id = s.id and revision < 9223372036854775807 order by revision desc limit 1)`
const FIND_STREAMS = {
  name: 'find-streams',
  text: `select s.digest, s.id, ${LAST_REVISION},
      exists (select 1 from event_node.event where stream_id = s.id and revision = 9223372036854775807)
    from event_node.stream s where s.digest = any($1::bytea[])`,
}
const LAST_FRAME = {
  name: 'last-frame',
  text: `select frame from event_node.event where stream_id = $1 and revision < 9223372036854775807 order by revision desc limit 1`,
}

export function createStreams(query: Query): Streams {
  const held = new Map<string, Stream>()
  const underWay = new Map<string, Promise<Stream>>()

  async function load(names: readonly Buffer[]): Promise<Stream[]> {
    const missing = new Map<string, Buffer>()
    for (const name of names) {
      const key = keyOf(name)
      if (!touch(key) && !underWay.has(key)) missing.set(key, name)
    }
    if (missing.size > 0) fetchInto(missing)
    return Promise.all(names.map((name) => held.get(keyOf(name)) ?? (underWay.get(keyOf(name)) as Promise<Stream>)))
  }

  function fetchInto(missing: ReadonlyMap<string, Buffer>): void {
    const fetched = fetchStreams(query, [...missing.values()])
    let index = 0
    for (const key of missing.keys()) {
      const place = index++
      const one = fetched.then((streams) => streams[place] as Stream)
      underWay.set(key, one)
      void one.then(
        (stream) => {
          // After `clear` a load that was under way must not bring back what it read before.
          if (underWay.get(key) !== one) return
          held.set(key, stream)
          underWay.delete(key)
        },
        () => underWay.delete(key),
      )
    }
  }

  function touch(key: string): boolean {
    const stream = held.get(key)
    if (stream === undefined) return false
    if (held.size > MAX_CACHED_STREAMS / 2) {
      held.delete(key)
      held.set(key, stream)
    }
    return true
  }

  return {
    load,
    held: (name) => held.get(keyOf(name)),
    trim() {
      for (const key of held.keys()) {
        if (held.size <= MAX_CACHED_STREAMS) return
        held.delete(key)
      }
    },
    clear() {
      held.clear()
      underWay.clear()
    },
  }
}

export function digestOf(name: Buffer): Buffer {
  return createHash('sha256').update(name).digest()
}

/** The metastream of a stream, and back. */
export function metastreamOf(name: Buffer): Buffer {
  return Buffer.concat([Buffer.from('$$'), name])
}

export function isMetastream(name: Buffer): boolean {
  return name.length > 2 && name[0] === 0x24 && name[1] === 0x24
}

/** A stream named `$all` is nobody's where there are users, as on the real server; metadata can hide events, as deletes can. */
export function writableNames({ allowDeletes, hasUsers }: { readonly allowDeletes: boolean; readonly hasUsers: boolean }) {
  const all = Buffer.from('$all')
  return (name: Buffer): boolean => (allowDeletes || !isMetastream(name)) && !(hasUsers && name.equals(all))
}

export function originalOf(metastream: Buffer): Buffer {
  return metastream.subarray(2)
}

export function isSoftDeleted(stream: Stream): boolean {
  return stream.metadata.truncateBefore === 'deleted'
}

/** A text for maps: one character a byte, so that no two names meet. */
export function keyOf(name: Buffer): string {
  return name.toString('latin1')
}

async function fetchStreams(query: Query, names: readonly Buffer[]): Promise<Stream[]> {
  const digests = names.flatMap((name) => [digestOf(name), digestOf(metastreamOf(name))])
  type Row = [digest: Buffer, id: string, last: string | null, tombstoned: boolean]
  const rows = await query<Row>({ ...FIND_STREAMS, values: [digests] })
  const found = new Map(
    rows.map(([digest, id, last, tombstoned]) => [digest.toString('hex'), { id: Number(id), last: Number(last ?? -1), tombstoned }]),
  )
  return Promise.all(
    names.map(async (name, index) => {
      const own = found.get((digests[2 * index] as Buffer).toString('hex'))
      const meta = found.get((digests[2 * index + 1] as Buffer).toString('hex'))
      const hasMetadata = (meta?.last ?? -1) >= 0
      return {
        name: Buffer.from(name),
        id: own?.id,
        last: own?.last ?? -1,
        tombstoned: own?.tombstoned ?? false,
        metadata: hasMetadata ? await readMetadata(query, meta?.id as number) : NO_METADATA,
        hasMetadata,
      }
    }),
  )
}

async function readMetadata(query: Query, metastreamId: number): Promise<StreamMetadata> {
  const [row] = await query<[Frame]>({ ...LAST_FRAME, values: [metastreamId] })
  return row ? parseMetadata(row[0]) : NO_METADATA
}

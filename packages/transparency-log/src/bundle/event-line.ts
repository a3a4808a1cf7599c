import { hash } from 'node:crypto'
import { isCanonical } from '../json/canonical-json.ts'
import type { LeafEvent } from '../leaf/leaf.ts'
import { leafContent } from '../leaf/leaf.ts'
import type { Hash } from '../merkle/hashes.ts'

/** The content of a leaf as it stands in a bundle: what `leafContent` printed, parsed. */
export type LeafRecord = {
  readonly v: 1
  readonly stream: string
  /** A decimal number. */
  readonly revision: string
  readonly eventId: string
  readonly type: string
  readonly created: string
  readonly data?: unknown
  readonly dataBase64?: string
  readonly metadata?: unknown
  readonly metadataBase64?: string
}

const head = '{"data":'

/**
 * An event as a CloudEvents 1.0 line in canonical JSON. Its `data` is the content of the leaf; every other attribute is derived
 * from it, the log's origin and the event's index, so that nothing stands in the line that the tree does not cover.
 */
export function hashedLine(origin: string, index: number, event: LeafEvent): { readonly line: string; readonly hash: Hash } {
  const content = leafContent(event)
  return { line: head + content + tailOf(origin, index, event), hash: hashOf(content) }
}

export type EventOfLine = { readonly leaf: LeafRecord; readonly hash: Hash; readonly sequence: number }

/** Null where the line is not what `hashedLine` prints, to the letter, of any event at any index. */
export function parseEventLine(origin: string, line: string): EventOfLine | null {
  const { data: leaf, sequence } = JSON.parse(line) as { readonly data: unknown; readonly sequence: unknown }
  if (!isLeaf(leaf) || typeof sequence !== 'string' || !isDecimal(sequence)) return null
  const tail = tailOf(origin, Number(sequence), leaf)
  if (!line.startsWith(head) || !line.endsWith(tail)) return null
  const content = line.slice(head.length, line.length - tail.length)
  return isCanonical(content, leaf) ? { leaf, hash: hashOf(content), sequence: Number(sequence) } : null
}

const hashOf = (content: string): Hash => hash('sha256', `\0${content}`, 'buffer')

type Attributes = Pick<LeafRecord, 'eventId' | 'stream' | 'created' | 'type'>

function tailOf(origin: string, index: number, { eventId, stream, created, type }: Attributes): string {
  const source = `https://${origin}/${encodeURIComponent(stream.toWellFormed())}`
  return (
    `,"datacontenttype":"application/json","id":${JSON.stringify(eventId)},"sequence":"${index}","source":${JSON.stringify(source)},` +
    `"specversion":"1.0","subject":${JSON.stringify(stream)},"time":${JSON.stringify(created)},"type":${JSON.stringify(type)}}`
  )
}

const members = new Set(['created', 'data', 'dataBase64', 'eventId', 'metadata', 'metadataBase64', 'revision', 'stream', 'type', 'v'])

function isLeaf(value: unknown): value is LeafRecord {
  if (typeof value !== 'object' || value === null) return false
  const leaf = value as Readonly<Record<string, unknown>>
  const names = Object.keys(leaf)
  if (names.length !== 8 || !names.every((name) => members.has(name))) return false
  if ('data' in leaf === 'dataBase64' in leaf || 'metadata' in leaf === 'metadataBase64' in leaf) return false
  const texts = [leaf['stream'], leaf['eventId'], leaf['type'], leaf['created'], leaf['revision']]
  const bytes = [leaf['dataBase64'] ?? '', leaf['metadataBase64'] ?? '']
  return leaf['v'] === 1 && [...texts, ...bytes].every((text) => typeof text === 'string') && isDecimal(leaf['revision'] as string)
}

const isDecimal = (text: string): boolean => /^(0|[1-9][0-9]{0,15})$/.test(text)

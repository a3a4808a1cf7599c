import type { NodeParts } from '../node-parts.ts'
import { encodeResolved } from '../wire/read-answer.ts'
import type { Frame } from '../wire/recorded-event.ts'
import { decodeFrame, frameSubject } from '../wire/recorded-event.ts'
import { hidesEvent, visibleFrom } from './visible-events.ts'

/** The message for an event of a read that resolves links: a `$>` event comes with the event that it names. */
export async function resolveLink(frame: Frame, node: NodeParts): Promise<Buffer> {
  if (frameSubject(frame).type !== '$>') return frame
  const link = decodeFrame(frame)
  const named = parseLink(link.data.toString('utf8'))
  if (named === undefined) return frame
  return encodeResolved(frame, await find(named, node), link.position)
}

type Named = { readonly stream: Buffer; readonly revision: number }

function parseLink(text: string): Named | undefined {
  const match = /^(\d{1,15})@(.+)$/s.exec(text)
  return match ? { revision: Number(match[1]), stream: Buffer.from(match[2] as string) } : undefined
}

async function find(named: Named, node: NodeParts): Promise<Frame | undefined> {
  const [stream] = await node.streams.load([named.stream])
  if (stream?.id === undefined || stream.tombstoned || named.revision < visibleFrom(stream)) return undefined
  const [event] = await node.reader.stream(stream.id, named.revision, named.revision, 1)
  return event === undefined || hidesEvent(stream, event.frame) ? undefined : event.frame
}

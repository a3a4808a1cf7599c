import { structuredHalves } from './event-id.ts'
import { fieldSize, varintFieldSize, writeBytesField, writeFieldStart, writeVarintField } from './protobuf-writer.ts'
import type { Frame } from './recorded-event.ts'
import { recordedBytes } from './recorded-event.ts'
import { shared, streams } from './stubs.ts'

export function encodeConfirmation(subscriptionId: string): Buffer {
  const answer = new streams.ReadResp()
  answer.setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(subscriptionId))
  return Buffer.from(answer.serializeBinary())
}

export function encodeCheckpoint(position: number): Buffer {
  const content = Buffer.allocUnsafe(2 * varintFieldSize(position))
  writeVarintField(content, writeVarintField(content, 0, 1, position), 2, position)
  const answer = Buffer.allocUnsafe(fieldSize(content.length))
  writeBytesField(answer, 0, 3, content)
  return answer
}

export function encodeStreamNotFound(stream: Buffer): Buffer {
  const answer = new streams.ReadResp()
  const identifier = new shared.StreamIdentifier().setStreamName(stream)
  answer.setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier))
  return Buffer.from(answer.serializeBinary())
}

export function encodeLastStreamPosition(revision: number): Buffer {
  const answer = Buffer.allocUnsafe(varintFieldSize(revision))
  writeVarintField(answer, 0, 6, revision)
  return answer
}

/** An empty message in field 8. */
export function encodeCaughtUp(): Buffer {
  return Buffer.from([(8 << 3) | 2, 0])
}

/** A `$>` event with the event that it links to; without that, only the link is set. */
export function encodeResolved(link: Frame, target: Frame | undefined, position: number): Buffer {
  const linkBytes = recordedBytes(link)
  const targetBytes = target === undefined ? undefined : recordedBytes(target)
  const content = (targetBytes === undefined ? 0 : fieldSize(targetBytes.length)) + fieldSize(linkBytes.length) + varintFieldSize(position)
  const answer = Buffer.allocUnsafe(fieldSize(content))
  let at = writeFieldStart(answer, 0, 1, content)
  if (targetBytes !== undefined) at = writeBytesField(answer, at, 1, targetBytes)
  at = writeBytesField(answer, at, 2, linkBytes)
  writeVarintField(answer, at, 3, position)
  return answer
}

/** The same message with event ids in the structured form. */
export function withStructuredIds(message: Buffer): Buffer {
  const answer = streams.ReadResp.deserializeBinary(message)
  for (const recorded of [answer.getEvent()?.getEvent(), answer.getEvent()?.getLink()]) {
    const id = recorded?.getId()
    if (id === undefined) continue
    const { most, least } = structuredHalves(id.getString())
    id.setStructured(new shared.UUID.Structured().setMostSignificantBits(String(most)).setLeastSignificantBits(String(least)))
  }
  return Buffer.from(answer.serializeBinary())
}

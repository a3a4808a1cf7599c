import type { StoredEvent } from './port.ts'

/** The part of the client's events that we read. */
export type ClientEvent = {
  readonly streamId: string
  readonly id: string
  readonly revision: bigint
  readonly type: string
  readonly created: Date
  readonly data: unknown
  readonly metadata?: unknown
  readonly position?: { readonly commit: bigint } | undefined
}
export type ClientResolvedEvent = { readonly event?: ClientEvent | undefined; readonly commitPosition?: bigint | undefined }

/** Events of the store itself: their types begin with `$`. They are no part of our history. */
export const isSystemEvent = (event: ClientEvent): boolean => event.type.startsWith('$')

export const positionOf = ({ event, commitPosition }: ClientResolvedEvent): bigint | undefined => event?.position?.commit ?? commitPosition

/** Null for system events and for links whose target is gone. */
export function toStoredEvent(resolved: ClientResolvedEvent): StoredEvent | null {
  const { event } = resolved
  if (!event || isSystemEvent(event)) return null
  return {
    stream: event.streamId,
    revision: Number(event.revision),
    eventId: event.id,
    type: event.type,
    position: String(positionOf(resolved) ?? 0n),
    recordedAt: event.created.toISOString(),
    data: event.data,
    metadata: event.metadata,
  }
}

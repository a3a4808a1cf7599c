import type { ClientResolvedEvent } from './stored-event.ts'
import { within } from './waiting.ts'

/** What we use of the client's reads. */
export type ClientRead = {
  on(name: 'data', listener: (event: ClientResolvedEvent) => void): unknown
  on(name: 'end', listener: () => void): unknown
  on(name: 'error', listener: (error: unknown) => void): unknown
  cancel(): Promise<void>
}

/** All of one read, or `NoAnswerInTime`; the call is given back either way. */
export function collectRead(stream: ClientRead, ms: number): Promise<readonly ClientResolvedEvent[]> {
  const events: ClientResolvedEvent[] = []
  const all = new Promise<readonly ClientResolvedEvent[]>((resolve, reject) => {
    stream.on('data', (event) => events.push(event))
    stream.on('end', () => resolve(events))
    stream.on('error', reject)
  })
  // A read without an answer would hold one of the connection's 100 calls for ever.
  return within(ms, all).finally(() => stream.cancel().catch(() => {}))
}

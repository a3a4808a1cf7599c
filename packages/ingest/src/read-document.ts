import { documentFrom, type Progress } from './formats/document-from.ts'
import { LAYOUT_CUES } from './grammar/layout-cues.ts'
import { isUnreadable, type UnreadableReason } from './formats/unreadable.ts'
import { propose } from './propose.ts'
import type { Reading } from './reading.ts'

export type ReadLimits = { maxBytes: number; maxPages: number; maxLetters: number }
export const READ_LIMITS: ReadLimits = { maxBytes: 50 * 1024 * 1024, maxPages: 1500, maxLetters: 20_000_000 }

export type Unread = { reason: UnreadableReason; sentence: string }
export type ReadOutcome = { ok: true; reading: Reading } | { ok: false; unreadable: Unread }

/** Reads one file, given by its name and bytes, in the calling thread. `progress` hears of each page of a PDF. */
export async function readDocument(
  name: string,
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
  progress: Progress = () => {},
): Promise<ReadOutcome> {
  const caps = { ...READ_LIMITS, ...limits }
  if (bytes.byteLength > caps.maxBytes) return unread('tooLarge', `the file is larger than ${Math.round(caps.maxBytes / 1048576)} MB`)
  try {
    return { ok: true, reading: propose(await documentFrom(name, bytes, caps, LAYOUT_CUES, progress)) }
  } catch (error) {
    if (isUnreadable(error)) return unread(error.unreadable, error.message)
    return unread('broken', 'the file could not be read: it is damaged, or of a form this reader does not know')
  }
}

export function unread(reason: UnreadableReason, sentence: string): ReadOutcome {
  return { ok: false, unreadable: { reason, sentence } }
}

import type { VisitRecorded } from './events.ts'

type VisitIdentified = Pick<VisitRecorded['data'], 'body' | 'ordinal' | 'from'>

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

/** What a visit is known by within its authority: who came, when, and which of their visits it was. Its uuid is the UUIDv5 of this text. */
export const visitIdentity = ({ body, ordinal, from }: VisitIdentified): string =>
  JSON.stringify([plain(body), from, ordinal === null ? '' : String(ordinal)])

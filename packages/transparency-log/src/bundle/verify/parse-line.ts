import { canonicalJson, isCanonical } from '../../json/canonical-json.ts'
import type { Line } from '../format.ts'

type Kind = Line['kind']
type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const object: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const texts: Check = (value) => Array.isArray(value) && value.every(text)
const textOrNull: Check = (value) => value === null || text(value)
const exactly =
  (wanted: unknown): Check =>
  (value) =>
    value === wanted

/** The members of each kind of line: no other, and none missing. */
const shapes: Readonly<Record<Kind, Readonly<Record<string, Check>>>> = {
  header: {
    format: exactly('outstanding-bundle'),
    version: exactly(1),
    origin: text,
    events: count,
    until: textOrNull,
    readModel: textOrNull,
    exportedAt: text,
    software: text,
  },
  key: { key: text },
  checkpoint: { note: text },
  consistency: { from: count, to: count, proof: texts },
  inclusion: { stream: text, revision: count, index: count, size: count, proof: texts },
  leaves: { start: count, hashes: text },
  'read-model': { name: text, asAt: text, rows: count },
  row: { row: object },
  provenance: { document: object },
  footer: { bytes: count, sha256: text },
}

/** The order in which the kinds come; events come with the leaves. */
export const order: readonly Kind[] = [
  'header',
  'key',
  'checkpoint',
  'consistency',
  'inclusion',
  'leaves',
  'read-model',
  'row',
  'provenance',
  'footer',
]

/** Null where the line is none of a bundle's, or not in canonical form. Throws what `JSON.parse` throws. */
export function parseLine(line: string): Line | null {
  const value: unknown = JSON.parse(line)
  if (!object(value) || !isCanonical(line, value)) return null
  const { kind, ...members } = value as Readonly<Record<string, unknown>>
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) return null
  const shape = shapes[kind as Kind]
  const fits = canonicalJson(Object.keys(members).toSorted()) === canonicalJson(Object.keys(shape).toSorted())
  return fits && Object.entries(shape).every(([name, check]) => check(members[name])) ? (value as Line) : null
}

/** The bytes of base64 text; null where another text would stand for the same bytes. */
export function fromBase64(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.toString('base64') === base64 ? bytes : null
}

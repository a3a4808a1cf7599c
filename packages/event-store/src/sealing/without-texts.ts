import type { StoredEvent } from '../port.ts'

type Data = Readonly<Record<string, unknown>>

/** What stands in the place of a text that should be readable and is not: its key was lost, or the event was altered. */
export const unreadableText = 'text not readable: its key is missing'

/** The texts of an event, sealed; null where it has none that are. */
export function boxOf(metadata: unknown): string | null {
  const sealed = (metadata as Data | null | undefined)?.['sealed'] as Data | null | undefined
  return typeof sealed?.['box'] === 'string' ? sealed['box'] : null
}

/** Whether the event's texts are in a box. */
export const isSealed = ({ metadata }: Pick<StoredEvent, 'metadata'>): boolean => boxOf(metadata) !== null

/** The event for who has no keys: `text` stands in the place of each of its texts. */
export const withoutTexts = (stored: StoredEvent, text: string): StoredEvent => (isSealed(stored) ? filled(stored, text) : stored)

/** The event with its texts by their numbers, or with one text in the place of each. */
export const filled = (stored: StoredEvent, texts: readonly string[] | string): StoredEvent => {
  return { ...stored, data: fill(stored.data, texts), metadata: withoutBox(stored.metadata as Data, texts) }
}

/** In one copy: the box goes, and each text comes. */
function withoutBox(metadata: Data, texts: readonly string[] | string): Data {
  const copy: Record<string, unknown> = {}
  for (const part of Object.keys(metadata)) if (part !== 'sealed') copy[part] = fill(metadata[part], texts)
  return copy
}

/** A rebuild does this for every event: what holds no text is not copied. */
function fill(value: unknown, texts: readonly string[] | string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: unknown) => fill(item, texts))
  const index = (value as Data)['sealed']
  if (typeof index === 'number') return typeof texts === 'string' ? texts : (texts[index] ?? unreadableText)
  return fillParts(value as Data, texts)
}

function fillParts(value: Data, texts: readonly string[] | string): Data {
  let copy: Record<string, unknown> | null = null
  for (const part of Object.keys(value)) {
    const before = value[part]
    if (typeof before !== 'object' || before === null) continue
    const after = fill(before, texts)
    if (after !== before) (copy ??= { ...value })[part] = after
  }
  return copy ?? value
}

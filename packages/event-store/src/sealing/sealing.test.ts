import { randomBytes } from 'node:crypto'
import type { Registry } from '@outstanding/domain'
import { eventMetadata, registry, removedText, replaceTexts } from '@outstanding/domain'
import { arbitraryFact } from '@outstanding/domain/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeEvent } from '../domain-codec.ts'
import type { NewEvent, StoredEvent } from '../port.ts'
import { openEvent, sealEvent } from './sealed-event.ts'
import { withoutTexts } from './without-texts.ts'

const stream = 'recommendation-example-borough.0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f'
const id = '7c0d1f6e-58b7-5ad4-9b43-6a1f0e2d3c4b'
const key = randomBytes(32)

const metadata = {
  schemaVersion: 1,
  effectiveOn: '2026-03-11',
  commandId: id,
  index: 0,
  requestDigest: 'digest of the request',
  correlationId: id,
  causationId: id,
  actor: { id, role: 'officer' },
  authority: 'example-borough',
  source: { system: 'typed by somebody', document: 'a letter about a child', recordedOn: '2026-03-11' },
} as const

const event = (type: string, data: object): NewEvent => ({ eventId: id, type, data, metadata })
const stored = (of: NewEvent): StoredEvent => ({
  stream,
  revision: 0,
  position: '1',
  recordedAt: '2026-03-11T09:00:00.000Z',
  ...(JSON.parse(JSON.stringify(of)) as NewEvent),
})
const sealed = (of: NewEvent, corrected: readonly string[] = []): StoredEvent => stored(sealEvent(stream, of, { registry, corrected, key }))

/** Every event of the product, with data as its declaration allows. */
const anyEvent = arbitraryFact(registry.declarations).map(({ type, data }) => event(type, data))

/** The texts that somebody typed, each marked so that it can be found again. */
const marked = ({ type, data, ...rest }: NewEvent): NewEvent => {
  const mark = () => 'Nobody Must Read This'
  return { ...rest, type, data: replaceTexts(registry.declarations[type as never] ?? {}, data as never, mark) }
}

describe('the texts of an event', () => {
  test('come back as they were, for every event and with any text', () => {
    fc.assert(
      fc.property(anyEvent, (of) => {
        expect(openEvent(sealed(of), key)).toEqual(stored(of))
      }),
    )
  })

  test('stand nowhere in the log, and nor does the digest of what was asked', () => {
    fc.assert(
      fc.property(anyEvent, (of) => {
        const written = JSON.stringify(sealed(marked(of)))
        for (const text of ['Nobody Must', 'digest of the request', 'typed by', 'a letter']) expect(written).not.toContain(text)
      }),
    )
  })

  test('are replaced where the key was destroyed or is lost, and the event still reads', () => {
    fc.assert(
      fc.property(anyEvent, fc.constantFrom('REMOVED', 'MISSING'), (of, gone) => {
        const opened = openEvent(sealed(marked(of)), gone)
        expect(JSON.stringify(opened)).not.toContain('Nobody Must')
        expect(decodeEvent(opened)).toMatchObject({ ok: true, event: { metadata: { requestDigest: expect.stringMatching(/^text/) } } })
      }),
    )
  })

  test('do not open with another key, at another place, or with one character changed', () => {
    const of = sealed(event('ThemeAssigned', { theme: 'a name' }))
    const box = (of.metadata as { sealed: { box: string } }).sealed.box
    const altered = { ...of, metadata: { ...(of.metadata as object), sealed: { box: (box[0] === 'A' ? 'B' : 'A') + box.slice(1) } } }
    const elsewhere = [{ stream: 'another' }, { eventId: '7c0d1f6e-58b7-5ad4-9b43-6a1f0e2d3c4c' }, { type: 'StillNeededRecorded' }]
    for (const one of [altered, ...elsewhere.map((place) => ({ ...of, ...place }))])
      expect(openEvent(one, key).data).toEqual({ theme: 'text not readable: its key is missing' })
    expect(openEvent(of, randomBytes(32)).data).toEqual({ theme: 'text not readable: its key is missing' })
  })

  test('that cannot be written are refused before they are hidden', () => {
    expect(() => sealed(event('ThemeAssigned', { theme: 'half a character \ud83d' }))).toThrow('data.theme')
  })

  test('an event of another program stays as it is', () => {
    const foreign = event('SomethingElse', { words: 'plain' })
    expect(sealed(foreign)).toEqual(stored(foreign))
    expect(openEvent(stored(foreign), 'MISSING')).toEqual(stored(foreign))
  })
})

describe('a correction', () => {
  const change = { kind: 'REPLACE', fields: { words: 'a name', claim: 'COMPLETE', completedOn: '2026-03-01' } }
  const correction = event('EntryCorrected', { entry: id, reason: 'a name', change })

  test('seals what is text in the entry that it corrects, and keeps dates, ids and choices plain', () => {
    expect(sealed(correction, ['ProgressUpdated']).data).toEqual({
      entry: id,
      reason: { sealed: expect.any(Number) },
      change: { kind: 'REPLACE', fields: { words: { sealed: expect.any(Number) }, claim: 'COMPLETE', completedOn: '2026-03-01' } },
    })
    expect(openEvent(sealed(correction, ['ProgressUpdated']), 'REMOVED').data).toMatchObject({ reason: removedText })
  })

  test('of a correction, too', () => {
    const again = event('EntryCorrected', { entry: id, reason: 'x', change: { kind: 'REPLACE', fields: { change, reason: 'a name' } } })
    const { data } = sealed(again, ['EntryCorrected', 'ProgressUpdated'])
    expect(data).toMatchObject({ change: { fields: { change: { fields: { claim: 'COMPLETE', words: { sealed: expect.any(Number) } } } } } })
    expect(JSON.stringify(data)).not.toContain('a name')
  })

  test('of an entry that is not there seals every text', () => {
    expect(JSON.stringify(sealed(correction).data)).not.toMatch(/a name|COMPLETE/)
  })
})

test('who has no keys reads everything but texts', () => {
  const of = sealed(event('ProgressUpdated', { updateId: 'u1', words: 'a name', claim: null, completedOn: null, reportedTo: null }))
  expect(withoutTexts(of, 'sealed')).toMatchObject({ data: { updateId: 'u1', words: 'sealed' }, metadata: { requestDigest: 'sealed' } })
  expect(withoutTexts(of, 'sealed').metadata).not.toHaveProperty('sealed')
})

describe('which texts are sealed', () => {
  const shapes = (fields: Registry['declarations'][never]): readonly { readonly kind: string }[] =>
    Object.values(fields).flatMap(({ shape }) => within(shape))
  const within = (shape: object): readonly { readonly kind: string }[] => [
    ...('kind' in shape && typeof shape.kind === 'string' ? [shape as { kind: string }] : []),
    ...Object.values(shape).flatMap((part: unknown) => (typeof part === 'object' && part !== null ? within(part) : [])),
  ]

  test('is said by each declaration: a plain one has a pattern, or is declared as a code', () => {
    const texts = [...Object.values(registry.declarations), eventMetadata].flatMap((fields) =>
      shapes(fields).filter(({ kind }) => kind === 'TEXT'),
    )
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter((shape) => !('free' in shape) || typeof shape.free !== 'boolean')).toEqual([])
    const plain = texts.filter((shape) => 'free' in shape && !shape.free && !('matches' in shape))
    expect(new Set(plain).size).toBe(1)
  })
})

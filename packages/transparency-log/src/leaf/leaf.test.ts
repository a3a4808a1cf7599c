import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { leafContent, leafHash } from './leaf.ts'

const event = {
  stream: 'report-a.1',
  revision: 3,
  eventId: '5f0c7b1e-9d1c-4b58-8a0e-6a2a3d1f0c11',
  type: 'ReportPublished',
  created: '2026-11-22T11:00:00.000Z',
  data: { b: 1, a: ['x'] },
  metadata: undefined,
}
const content =
  '{"created":"2026-11-22T11:00:00.000Z","data":{"a":["x"],"b":1},"eventId":"5f0c7b1e-9d1c-4b58-8a0e-6a2a3d1f0c11","metadata":null,"revision":"3","stream":"report-a.1","type":"ReportPublished","v":1}'

describe('a leaf', () => {
  test('is the canonical form of the event, hashed behind a zero byte', () => {
    expect(leafContent(event)).toBe(content)
    expect(leafHash(event)).toEqual(createHash('sha256').update(`\0${content}`).digest())
  })

  test('of bytes cannot be that of any JSON', () => {
    const bytes = leafContent({ ...event, data: Buffer.from([0, 255]), metadata: new Uint8Array([1]) })
    expect(bytes).toContain('"dataBase64":"AP8="')
    expect(bytes).toContain('"metadataBase64":"AQ=="')
    expect(leafContent({ ...event, data: { dataBase64: 'AP8=' } })).not.toBe(leafContent({ ...event, data: Buffer.from([0, 255]) }))
  })

  test('changes with every member of the event', () => {
    const changes = {
      stream: 'report-a.2',
      revision: 4,
      eventId: '6',
      type: 'X',
      created: '2026-11-22T11:00:00.001Z',
      data: {},
      metadata: {},
    }
    const hashes = Object.entries(changes).map(([name, value]) => leafHash({ ...event, [name]: value }).toString('hex'))
    expect(new Set([...hashes, leafHash(event).toString('hex')])).toHaveLength(8)
  })
})

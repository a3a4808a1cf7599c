import { registry } from '@outstanding/domain'
import { readdirSync, readFileSync } from 'node:fs'
import { currentVersion, decodeEvent } from '@outstanding/event-store'
import { describe, expect, test } from 'vitest'

/** Each file is one event as some release wrote it. A file is never changed and never removed: a new version gets a file of its own. */
const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

type Golden = {
  readonly stream: string
  readonly type: string
  readonly data: unknown
  readonly metadata: { readonly schemaVersion: number }
}
const read = (file: string): Golden => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Golden

const stored = ({ stream, type, data, metadata }: Golden) => ({
  stream,
  type,
  data,
  metadata,
  revision: 3,
  eventId: '7c0d1f6e-58b7-5ad4-9b43-6a1f0e2d3c4b',
  position: '1234',
  recordedAt: '2026-03-12T09:32:00.000Z',
})

describe('every event ever written still reads', () => {
  test('there is a golden file for every version of every event type', () => {
    const wanted = registry.factTypes.flatMap((type) => Array.from({ length: currentVersion(type) }, (_, n) => `${type}.v${n + 1}.json`))
    expect(files.toSorted()).toEqual(wanted.toSorted())
  })

  test.each(files)('%s', (file) => {
    const golden = read(file)
    expect(file).toBe(`${golden.type}.v${golden.metadata.schemaVersion}.json`)
    const decoded = decodeEvent(stored(golden))
    expect(decoded).toMatchObject({ ok: true, event: { type: golden.type, stream: golden.stream, revision: 3 } })
    if (decoded.ok && golden.metadata.schemaVersion === currentVersion(decoded.event.type)) expect(decoded.event.data).toEqual(golden.data)
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { registry } from '@outstanding/domain'
import { currentVersion, decodeEvent } from '@outstanding/event-store'
import { describe, expect, test } from 'vitest'
import { fileFaults, filesToMake, goldenOf, wantedFiles, type Golden } from './golden-files.ts'

/** Each file is one event as some release wrote it. A file is never changed and never removed: a new version gets a file of its own. */
const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
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
  test('there is a golden file for every version of every event type, and no other', () => {
    expect(fileFaults(registry, files)).toEqual([])
  })

  test.each(files)('%s', (file) => {
    const golden = read(file)
    expect(file).toBe(`${golden.type}.v${golden.metadata.schemaVersion}.json`)
    const decoded = decodeEvent(stored(golden))
    expect(decoded).toMatchObject({ ok: true, event: { type: golden.type, stream: golden.stream, revision: 3 } })
    if (decoded.ok && golden.metadata.schemaVersion === currentVersion(decoded.event.type)) expect(decoded.event.data).toEqual(golden.data)
  })
})

describe('the golden files of a new event', () => {
  test('are asked for, with the command that makes them, and others are refused', () => {
    const without = files.filter((name) => name !== 'ThemeAssigned.v1.json')
    expect(fileFaults(registry, without)).toEqual(['ThemeAssigned.v1.json is missing. Make it: npm run golden'])
    expect(fileFaults(registry, [...files, 'ThemeRemoved.v1.json'])).toEqual([
      expect.stringMatching(
        /^ThemeRemoved\.v1\.json is of no event that is declared\. .*git rm test\/golden-events\/ThemeRemoved\.v1\.json$/,
      ),
    ])
    expect([...filesToMake(registry, without).keys()]).toEqual(['ThemeAssigned.v1.json'])
    expect(filesToMake(registry, files).size).toBe(0)
  })

  test.each(registry.factTypes)('%s can be made, and reads', (type) => {
    const golden = goldenOf(registry, type)
    expect(golden).not.toBeNull()
    if (golden !== null) expect(decodeEvent(stored(golden))).toMatchObject({ ok: true, event: { type, data: golden.data } })
  })

  test('of no aggregate are not made', () => {
    expect(goldenOf(registry, 'ThemeRemoved')).toBeNull()
    expect(wantedFiles(registry)).not.toContain('ThemeRemoved.v1.json')
  })
})

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { shortDigest } from '../checkpoint/checkpoint.ts'
import { bundleOf, checkpointAt, event, events, installation, origin, signers, tableOf, witness } from './given-installation.ts'
import type { VerifyOptions } from './verify/verify-bundle.ts'
import { verifyBundle } from './verify/verify-bundle.ts'

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const trusting: VerifyOptions = { keys: signers, witnessKeys: [], previous: [] }
const verify = (bytes: Buffer, options: Partial<VerifyOptions> = {}, chunk = 65_536) =>
  verifyBundle(inChunks(bytes, chunk), { ...trusting, ...options })

/** The footer made right again behind whatever was changed. */
function resealed(before: Buffer): Buffer {
  const sha256 = createHash('sha256').update(before).digest('hex')
  return Buffer.concat([before, Buffer.from(`{"bytes":${before.length},"kind":"footer","sha256":"${sha256}"}\n`)])
}
const sealed = (lines: readonly string[]): Buffer =>
  resealed(
    Buffer.from(
      lines
        .slice(0, -1)
        .map((line) => `${line}\n`)
        .join(''),
    ),
  )

/** One bit, all bits, one byte fewer, one more. */
const changesAt = (bytes: Buffer, at: number): readonly (readonly [string, Buffer])[] => {
  const [before, byte, behind] = [bytes.subarray(0, at), bytes[at] ?? 0, bytes.subarray(at + 1)]
  const withByte = (...put: readonly number[]): Buffer => Buffer.concat([before, Buffer.from(put), behind])
  return [
    ['with one bit changed', withByte(byte ^ (1 << (at % 8)))],
    ['with all bits changed', withByte(byte ^ 255)],
    ['cut out', withByte()],
    ['doubled', withByte(byte, byte)],
  ]
}
const linesOf = (bytes: Buffer): readonly string[] => bytes.toString().trimEnd().split('\n')

describe('a bundle', () => {
  test('is good as written, in any chunks, however many events and checkpoints it has', async () => {
    for (const [count, sizes] of [
      [1, [1]],
      [256, [256]],
      [257, [3, 255, 256, 257]],
      [700, [1, 512, 700]],
    ] as const) {
      const bytes = await bundleOf(installation(events(count), sizes), { prove: count === 1 ? [0] : [0, count - 1] })
      expect(await verify(bytes, {}, 1_000)).toMatchObject({
        ok: true,
        events: count,
        checkpoints: sizes.length,
        inclusions: count === 1 ? 1 : 2,
        pinned: true,
      })
    }
    const bytes = await bundleOf(installation(events(5), [5]))
    expect(await verify(bytes, {}, 1)).toMatchObject({ ok: true, events: 5 })
  })

  test('has lines that are CloudEvents in canonical form, and says where it comes from', async () => {
    const lines = linesOf(await bundleOf(installation(events(3), [3])))
    const cloudEvent = JSON.parse(lines.find((line) => line.startsWith('{"data"')) ?? '') as Record<string, unknown>
    expect(cloudEvent).toMatchObject({
      specversion: '1.0',
      id: event(0).eventId,
      subject: event(0).stream,
      sequence: '0',
      time: event(0).created,
    })
    expect(cloudEvent['source']).toBe(`https://${origin}/recommendation-example.0`)
    expect(lines.at(-2)).toContain('"wasGeneratedBy"')
  })

  test('up to an earlier event is shown to be the beginning of what was signed', async () => {
    const whole = installation(events(400), [100, 400])
    for (const until of [1, 99, 100, 101, 256, 399]) {
      const bytes = await bundleOf(whole, { until })
      expect(await verify(bytes), `until ${until}`).toMatchObject({ ok: true, events: until, checkpoint: { size: 400 } })
    }
  })

  test('without a key is shown only to be consistent with itself', async () => {
    const bytes = await bundleOf(installation(events(9), [9]))
    expect(await verify(bytes, { keys: [] })).toMatchObject({ ok: true, pinned: false })
  })

  test('agrees with checkpoints held from before, as notes or as they are printed in minutes', async () => {
    const whole = installation(events(300), [300])
    const bytes = await bundleOf(whole)
    const held = [1, 7, 256, 300].flatMap((size) => {
      const checkpoint = checkpointAt(whole.table, size)
      return [
        { kind: 'NOTE' as const, name: `${size}`, note: checkpoint.note },
        { kind: 'DIGEST' as const, name: `${size}`, size, shortDigest: shortDigest(checkpoint) },
      ]
    })
    expect(await verify(bytes, { previous: held })).toMatchObject({ ok: true, previous: 8 })
  })

  test('shows which head a witness cosigned, where one is demanded', async () => {
    const bytes = await bundleOf({
      ...installation(events(20), []),
      checkpoints: [checkpointAt(tableOf(events(20)), 12, [...signers, witness]), checkpointAt(tableOf(events(20)), 20)],
    })
    expect(await verify(bytes, { witnessKeys: [witness] })).toMatchObject({ ok: true, witnessed: { size: 12 } })
  })

  test('replays its events only where it says at its head that it brings a read model, and brings that one', async () => {
    const rows = { name: 'positions', asAt: '2026-11-22', rowCount: 1 }
    const withRows = () =>
      bundleOf(installation(events(7), [7]), {
        readModel: {
          ...rows,
          rows: (async function* () {
            yield { stream: 'recommendation-example.1' }
          })(),
        },
      })
    const seen: number[] = []
    const replay = { event: (_: unknown, index: number) => seen.push(index), begin: () => null, row: () => {}, finish: () => null }
    expect(await verify(await bundleOf(installation(events(7), [7])), { replay })).toMatchObject({ ok: true, rows: null })
    expect(seen).toEqual([])
    expect(await verify(await withRows(), { replay })).toMatchObject({ ok: true, rows: 1, replayed: true })
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6])
    const lines = linesOf(await withRows())
    const without = lines.filter((line) => !/"kind":"(read-model|row)"/.test(line))
    expect(await verify(sealed(without), { replay })).toMatchObject({ code: 14, message: 'the table "positions" is missing' })
    const silent = lines.with(0, (lines[0] ?? '').replace('"readModel":"positions"', '"readModel":null'))
    expect(await verify(sealed(silent), { replay })).toMatchObject({ code: 15 })
  })

  test('with bytes that are no JSON, and text that JSON cannot say twice, is good too', async () => {
    const odd = [
      { ...event(0), data: Buffer.from([0, 1, 255]), metadata: undefined },
      { ...event(1), data: JSON.parse(String.raw`{"a":"\ud800","b":1e400,"10":1,"9":2}`), type: '' },
      { ...event(2), data: null, metadata: 'text', stream: 'ünlikely ☃ name', revision: 0 },
    ]
    expect(await verify(await bundleOf(installation(odd, [3])))).toMatchObject({ ok: true, events: 3 })
  })

  describe('with any byte changed, added or cut out', () => {
    // With the short signature alone in every way; with the long one, which is slow, in one.
    for (const [keys, ways] of [
      [signers.slice(0, 1), 4],
      [signers, 1],
    ] as const) {
      const what = keys.map(({ type }) => type).join(' and ')

      test(`is refused, at every byte, signed by ${what}`, { timeout: 240_000 }, async () => {
        const bytes = await bundleOf(installation(events(2), [2], keys), { prove: [1] })
        expect(await verify(bytes, { keys })).toMatchObject({ ok: true })
        const good: string[] = []
        const codes = new Set<number>()
        for (let at = 0; at < bytes.length; at += 1)
          for (const [change, changed] of changesAt(bytes, at).slice(0, ways)) {
            const verdict = await verify(changed, { keys })
            if (verdict.ok) good.push(`byte ${at} ${change}`)
            else codes.add(verdict.code)
          }
        expect(good).toEqual([])
        expect([...codes].filter((code) => code < 10 || code > 15)).toEqual([])
      })
    }

    test(
      'is refused where its end was made right again, whatever the byte, as far as the signature speaks of it',
      { timeout: 240_000 },
      async () => {
        const bytes = await bundleOf(installation(events(2), [2], signers.slice(0, 1)), { prove: [1] })
        const lines = linesOf(bytes)
        const end = bytes.length - (lines.at(-1)?.length ?? 0) - 1
        const good: number[] = []
        for (let at = 0; at < end; at += 1) {
          const changed = Buffer.from(bytes.subarray(0, end))
          changed[at] = (changed[at] ?? 0) ^ (1 << (at % 7))
          const verdict = await verify(resealed(changed), { keys: signers.slice(0, 1) })
          if (verdict.ok) good.push(at)
          else expect(verdict.code >= 10 && verdict.code <= 15).toBe(true)
        }
        expect(good).toEqual([])
      },
    )
  })

  test('cut off anywhere, or with something behind its end, is refused as malformed', async () => {
    const bytes = await bundleOf(installation(events(6), [6]))
    for (let at = 0; at < bytes.length; at += 37) expect(await verify(bytes.subarray(0, at))).toMatchObject({ ok: false })
    expect(await verify(bytes.subarray(0, -1))).toMatchObject({ ok: false, code: 15 })
    expect(await verify(Buffer.concat([bytes, Buffer.from('\n')]))).toMatchObject({ ok: false, code: 15 })
    expect(await verify(Buffer.concat([bytes, bytes]))).toMatchObject({ ok: false, code: 15 })
    expect(await verify(Buffer.alloc(0))).toMatchObject({ ok: false, code: 15 })
  })

  test('with any line taken out, doubled or exchanged with its neighbour is refused, though its end was made right again', async () => {
    const lines = linesOf(await bundleOf(installation(events(12), [5, 12]), { prove: [3] }))
    // A key (the reader has them) or a proof may be left out by the exporter, and nothing else.
    for (let at = 0; at < lines.length - 1; at += 1) {
      const line = lines[at] ?? ''
      const changes = [lines.toSpliced(at, 1), lines.toSpliced(at, 0, line)]
      if (at < lines.length - 2 && lines[at + 1] !== line) changes.push(lines.with(at, lines[at + 1] ?? '').with(at + 1, line))
      for (const [n, changed] of changes.entries()) {
        const verdict = await verify(sealed(changed))
        if (line.includes('"kind":"inclusion"') && n === 0) continue
        if (line.includes('"kind":"key"') && n !== 1) continue
        expect(verdict.ok, `change ${n} of line ${at}: ${line.slice(0, 60)}`).toBe(false)
      }
    }
  })
})

describe('what other verifiers got wrong', () => {
  test('a checkpoint whose signature nobody checked', async () => {
    const forged = installation(events(8), [8], [])
    const signed = installation(events(8), [8])
    const note = (forged.checkpoints[0]?.note ?? '') + (checkpointAt(tableOf(events(9)), 9).note.split('\n\n')[1] ?? '')
    expect(await verify(await bundleOf({ ...forged, checkpoints: [{ ...checkpointAt(signed.table, 8), note }] }))).toMatchObject({
      code: 10,
    })
  })

  test('a key whose name was taken for a pattern, and an origin that only begins the same', async () => {
    const lines = linesOf(await bundleOf(installation(events(3), [3])))
    for (const other of [`${origin}2`, 'example.gov.uk/.*', origin.slice(0, -1)])
      expect(await verify(sealed(lines.with(0, (lines[0] ?? '').replace(origin, other)))), other).toMatchObject({ code: 10 })
  })

  test('a proof, a size or a root that was taken from the side that offers it', async () => {
    const other = installation(events(30).with(4, { ...event(4), type: 'Other' }), [30])
    const bytes = await bundleOf(other)
    expect(await verify(bytes)).toMatchObject({ ok: true })
    const held = { kind: 'NOTE' as const, name: 'held', note: checkpointAt(tableOf(events(30)), 10).note }
    expect(await verify(bytes, { previous: [held] })).toMatchObject({ code: 12, index: 0 })
  })

  test('one history shown to each reader: two bundles of one size, both signed, cannot both continue what a reader holds', async () => {
    const [one, two] = [installation(events(20), [20]), installation(events(20).with(19, { ...event(19), data: 1 }), [20])]
    const held = (of: typeof one) => [{ kind: 'NOTE' as const, name: 'held', note: of.checkpoints[0]?.note ?? '' }]
    expect(await verify(await bundleOf(two), { previous: held(one) })).toMatchObject({ code: 12 })
    expect(await verify(await bundleOf(one), { previous: held(one) })).toMatchObject({ ok: true })
  })
})

import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hashLeaf } from '../merkle/hashes.ts'
import { parseKey, printKey, signerKey } from '../note/keys.ts'
import { parseNote, printNote } from '../note/signed-note.ts'
import { parseCheckpoint, printCheckpoint, shortDigest } from './checkpoint.ts'
import { openCheckpoint } from './open.ts'
import { signCheckpoint } from './signing.ts'

const origin = 'example.gov.uk/outstanding'
const checkpoint = { origin, size: 41, root: hashLeaf(Buffer.from('a')) }
const at = 1_763_800_000
const log = signerKey(origin, 'ED25519', generateKeyPairSync('ed25519').privateKey)
const later = signerKey(origin, 'ML_DSA_44', generateKeyPairSync('ml-dsa-44').privateKey)
const witness = signerKey('witness.example.org/w1', 'ED25519_COSIGNATURE', generateKeyPairSync('ed25519').privateKey)
const keys = [log, later, witness]
const note = printNote({ text: printCheckpoint(checkpoint), signatures: keys.map((key) => signCheckpoint(key, checkpoint, at)) })

describe('keys', () => {
  test.each(keys)('of each type are read back as printed', (key) => {
    const read = parseKey(printKey(key))
    expect(read && printKey(read)).toBe(printKey(key))
  })

  test('with another id, name or body are no keys', () => {
    const text = printKey(log)
    expect(parseKey(text.replace(origin, 'example.gov.uk/other'))).toBeNull()
    expect(parseKey(text.replace(log.id.toString('hex'), '00000000'))).toBeNull()
    expect(parseKey(text.slice(0, -8))).toBeNull()
    expect(parseKey('')).toBeNull()
  })

  test("the key of the format's own example has the id that the example prints", () => {
    const signature = 'NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc='
    const read = parseNote(`A text.\n\n— quasimodo.example/salvatore ${signature}\n`)
    expect(read?.signatures[0]?.keyId.toString('hex')).toBe('367ba04b')
    expect(read?.signatures[0]?.signature).toHaveLength(64)
  })
})

describe('a checkpoint', () => {
  test('signed by all its keys is opened, with the time of the cosignatures', () => {
    const opened = openCheckpoint(note, { origin, required: keys })
    expect(opened).toMatchObject({ ok: true, checkpoint: { size: 41 } })
    expect(opened.ok && opened.signed.map((by) => by.at)).toEqual([null, at, at])
  })

  test('is refused when a key did not sign, is of another name, or when no key is given', () => {
    const stranger = signerKey(origin, 'ED25519', generateKeyPairSync('ed25519').privateKey)
    expect(openCheckpoint(note, { origin, required: [stranger] })).toMatchObject({ ok: false, why: 'UNSIGNED' })
    const pattern = signerKey('example.gov.uk/o.*', 'ED25519', log.privateKey)
    expect(openCheckpoint(note, { origin, required: [pattern] })).toMatchObject({ ok: false, why: 'UNSIGNED' })
    expect(openCheckpoint(note, { origin, required: [] })).toMatchObject({ ok: false, why: 'UNSIGNED' })
  })

  test('of another log is refused', () => {
    expect(openCheckpoint(note, { origin: `${origin}2`, required: [log] })).toMatchObject({ ok: false, why: 'ORIGIN' })
  })

  test('with any byte of its text changed is refused', () => {
    const end = note.indexOf('\n\n')
    for (let index = 0; index <= end; index += 1) {
      const changed = note.slice(0, index) + String.fromCodePoint((note.codePointAt(index) ?? 0) ^ 1) + note.slice(index + 1)
      expect(openCheckpoint(changed, { origin, required: keys }).ok, `byte ${index}`).toBe(false)
    }
  })

  test('with a signature that does not hold is refused, even where another holds', () => {
    const other = { ...checkpoint, size: 42 }
    const mixed = printNote({
      text: printCheckpoint(checkpoint),
      signatures: [signCheckpoint(log, checkpoint, at), signCheckpoint(witness, other, at)],
    })
    expect(openCheckpoint(mixed, { origin, required: [log], known: [witness] })).toMatchObject({ ok: false, why: 'BAD_SIGNATURE' })
    expect(openCheckpoint(mixed, { origin, required: [log] })).toMatchObject({ ok: true })
  })

  test('has one form: other spellings are malformed', () => {
    const text = printCheckpoint(checkpoint)
    expect(parseCheckpoint(text)).toEqual(checkpoint)
    for (const other of [
      text.replace('41', '041'),
      text.replace('41', '-1'),
      text.replace('41', '4.1e1'),
      text.trimEnd(),
      text.replace('=', ''),
    ])
      expect(parseCheckpoint(other)).toBeNull()
    expect(parseNote(note.replace('\n\n', '\n'))).toBeNull()
    expect(parseNote(note.replace('41', '4\r1'))).toBeNull()
  })

  test('has a short digest that another size changes', () => {
    expect(shortDigest(checkpoint)).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/)
    expect(shortDigest(checkpoint)).not.toBe(shortDigest({ ...checkpoint, size: 40 }))
  })
})

import { describe, expect, test } from 'vitest'
import { tileRows } from './tiles.ts'
import { verdictOf } from './verdict.ts'
import { verificationView } from './verification-view.ts'
import type { VerificationPageQuery } from '../queries/queries.ts'

const checkpoint: VerificationPageQuery['verification']['checkpoint'] = {
  origin: 'example.gov.uk/outstanding',
  size: 400,
  root: 'abc=',
  shortDigest: '0123-4567-89ab-cdef',
  signedAt: '2026-11-27T09:00:00.000Z',
  note: 'the note',
  signatures: [
    { name: 'example.gov.uk/outstanding', keyId: '01020304', kind: 'ED25519', isWitness: false, holds: true, signedAt: null },
    { name: 'witness.example.org/w1', keyId: '05060708', kind: null, isWitness: true, holds: null, signedAt: null },
    { name: 'w2', keyId: '090a0b0c', kind: 'ED25519_COSIGNATURE', isWitness: true, holds: false, signedAt: '2026-11-27T09:01:00.000Z' },
  ],
}
const selfCheck = { checkedAt: '2026-11-27T09:40:00.000Z', tookMs: 1_900, events: 412, good: true, differsAt: null, problem: null }
const verification: VerificationPageQuery['verification'] = { events: 412, checkpoint, keys: [], selfCheck }

describe('the verdict', () => {
  test('says what the register found, in how many entries, and when', () => {
    const { kind, heading, words } = verdictOf(verification)
    expect([kind, heading]).toEqual(['good', 'No alteration found'])
    expect(words.join(' ')).toBe(
      'All 412 entries match the record as signed at that time. The register last checked itself on 27 November 2026 at 9:40am; this took 2 seconds.',
    )
  })

  test('says how many entries the check does not cover', () => {
    const { heading, words } = verdictOf({ ...verification, events: 536, selfCheck: { ...selfCheck, events: 413 } })
    expect(heading).toBe('No alteration found in the 413 entries checked')
    expect(words.join(' ')).toContain('The first 413 entries match')
    expect(words.join(' ')).toContain(
      'The log now has 536 entries. 123 entries have been recorded since that check and are not covered by it.',
    )
  })

  test('names the first entry that differs, or the fault', () => {
    const bad = { ...selfCheck, good: false, events: 5, differsAt: 5, problem: 'index 5 of the log is another' }
    const { kind, words } = verdictOf({ ...verification, selfCheck: bad })
    expect(kind).toBe('bad')
    expect(words.join(' ')).toContain('found a fault: index 5 of the log is another.')
    expect(words.join(' ')).toContain('The first 5 entries match what was recorded; the next one does not.')
  })

  test('does not claim what was not checked', () => {
    expect(verdictOf({ ...verification, selfCheck: null }).kind).toBe('none')
    expect(verdictOf({ ...verification, checkpoint: null }).words.join(' ')).not.toContain('signed')
  })
})

describe('the newest checkpoint', () => {
  const view = verificationView({ verification }, 'https://register.test')

  test('says how many entries were recorded since', () => {
    const eventsFact = view.checkpoint?.facts.find(({ name }) => name === 'Entries covered')
    expect(eventsFact).toMatchObject({ value: '400 entries', detail: expect.stringContaining('12 entries recorded since') })
  })

  test('says of each signature who signed it and whether it is valid, where the key is known', () => {
    expect(view.checkpoint?.signatures.map(({ who, holds }) => [who, holds])).toEqual([
      ['The register: example.gov.uk/outstanding, key 01020304', 'valid'],
      ['witness.example.org/w1, key 05060708', 'not checked (unknown key)'],
      ['A witness: w2, key 090a0b0c', 'not valid'],
    ])
  })

  test('is in the commands with which anybody checks it', () => {
    const commands = view.steps.flatMap((step) => step.commands)
    expect(commands).toContain('curl -o keys.txt https://register.test/.well-known/outstanding/keys')
    expect(commands).toContain('node verify.mjs register.jsonl --key keys.txt --previous 400@0123-4567-89ab-cdef')
  })
})

describe('the addresses of the tiles', () => {
  const addresses = (size: number) => tileRows(size).map(({ count, first, last }) => [count, first.slice(30), last.slice(30)])
  test.each([
    [0, []],
    [1, [[1, '0/000.p/1', '0/000.p/1']]],
    [
      256,
      [
        [1, '0/000', '0/000'],
        [1, '1/000.p/1', '1/000.p/1'],
      ],
    ],
    [
      412,
      [
        [2, '0/000', '0/001.p/156'],
        [1, '1/000.p/1', '1/000.p/1'],
      ],
    ],
    [
      256 * 1_234 + 3,
      [
        [1_235, '0/000', '0/x001/234.p/3'],
        [5, '1/000', '1/004.p/210'],
        [1, '2/000.p/4', '2/000.p/4'],
      ],
    ],
  ])('of a tree of %i', (size, rows) => expect(addresses(size)).toEqual(rows))
})

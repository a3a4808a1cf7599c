import { randomBytes } from 'node:crypto'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../../../test/support/database.ts'
import { createDatabase } from '../../../../test/support/database.ts'
import { createErasuresFinished } from './erasures-finished.ts'
import { createPersonKeys, migrateKeys } from './person-keys.ts'
import { openText, sealText } from './seal.ts'

const person = 'b0a1c2d3-e4f5-8a6b-9c8d-7e6f5a4b3c2d'
const place = { stream: `person-${person}`, eventType: 'PersonRegistered', field: 'name' }

describe('sealing', () => {
  const key = randomBytes(32)

  test('opens with the same key at the same place, and twice the same name looks different', () => {
    const sealed = sealText('Zoë Ćwiek', place, key, 'key-1')
    expect(openText(sealed, place, key)).toBe('Zoë Ćwiek')
    expect(sealText('Zoë Ćwiek', place, key, 'key-1').ciphertext).not.toBe(sealed.ciphertext)
    expect(JSON.stringify(sealed)).not.toContain('Zoë')
  })

  test.each([
    ['stream', { ...place, stream: 'person-another' }],
    ['event type', { ...place, eventType: 'PersonRenamed' }],
    ['field', { ...place, field: 'contact' }],
  ])('does not open at another %s', (_, elsewhere) => {
    expect(openText(sealText('Sam', place, key, 'k'), elsewhere, key)).toBeNull()
  })

  test('does not open with another key, a changed bit, or a shortened tag', () => {
    const sealed = sealText('Sam', place, key, 'k')
    const flip = (text: string) => {
      const bytes = Buffer.from(text, 'base64url')
      bytes[0] = (bytes[0] ?? 0) ^ 1
      return bytes.toString('base64url')
    }
    expect(openText(sealed, place, randomBytes(32))).toBeNull()
    for (const part of ['iv', 'ciphertext', 'tag'] as const)
      expect(openText({ ...sealed, [part]: flip(sealed[part]) }, place, key)).toBeNull()
    expect(openText({ ...sealed, tag: Buffer.from(sealed.tag, 'base64url').subarray(0, 4).toString('base64url') }, place, key)).toBeNull()
    expect(openText({ ...sealed, tag: '' }, place, key)).toBeNull()
  })
})

describe('the keys of persons', () => {
  let database: TestDatabase
  let pool: Pool
  beforeAll(async () => {
    database = await createDatabase()
    pool = new Pool({ connectionString: database.url, max: 4 })
    await Promise.all([migrateKeys(pool), migrateKeys(pool), migrateKeys(pool)])
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })

  test('one key a person, however many seal at once', async () => {
    const keys = createPersonKeys(pool)
    const all = await Promise.all(Array.from({ length: 6 }, (_, n) => keys.seal(person, `name ${n}`, place)))
    expect(new Set(all.map((sealed) => sealed.keyId)).size).toBe(1)
    expect(await Promise.all(all.map((sealed) => keys.openName(sealed, place)))).toEqual(all.map((_, n) => `name ${n}`))
    expect((await keys.seal('another', 'x', place)).keyId).not.toBe(all[0]?.keyId)
  })

  test('erasing the key ends every name sealed with it, and no one else’s', async () => {
    const keys = createPersonKeys(pool)
    const [gone, stays] = [await keys.seal('erased', 'Sam', place), await keys.seal('kept', 'Alex', place)]
    expect(await keys.erase('erased')).toBe(true)
    expect(await keys.erase('erased')).toBe(false)
    expect(await keys.openName(gone, place)).toBeNull()
    expect(await keys.openName(stays, place)).toBe('Alex')
  })

  test('who was erased gets no key again: what is sealed then can never be opened', async () => {
    const keys = createPersonKeys(pool)
    await keys.seal('never-again', 'Sam', place)
    await keys.erase('never-again')
    const late = await keys.seal('never-again', 'Sam', place)
    expect(await keys.openName(late, place)).toBeNull()
    expect((await pool.query(`select from keys.person_key where person_id = 'never-again'`)).rowCount).toBe(0)
  })

  test('while it is being erased, however many seal at once, no key is left', async () => {
    const keys = createPersonKeys(pool)
    for (let round = 0; round < 20; round += 1) {
      const who = `in-a-race-${round}`
      const sealing = Array.from({ length: 3 }, (_, n) => keys.seal(who, `name ${n}`, place))
      const [, ...sealed] = await Promise.all([keys.erase(who), ...sealing])
      expect(await Promise.all(sealed.map((one) => keys.openName(one, place)))).toEqual([null, null, null])
    }
    expect((await pool.query(`select from keys.person_key where person_id like 'in-a-race-%'`)).rowCount).toBe(0)
  })

  test('a key that a backup brings back of somebody who was erased is deleted again', async () => {
    const keys = createPersonKeys(pool)
    const [gone, stays] = [await keys.seal('restored', 'Sam', place), await keys.seal('not-erased', 'Alex', place)]
    const { rows } = await pool.query<{ key_id: string; key: Buffer }>(
      `select key_id, key from keys.person_key where person_id = 'restored'`,
    )
    await keys.erase('restored')
    await pool.query(`insert into keys.person_key (key_id, person_id, key) values ($1, 'restored', $2)`, [rows[0]?.key_id, rows[0]?.key])
    expect(await keys.openName(gone, place)).toBe('Sam')
    expect([await keys.eraseAgain(), await keys.eraseAgain()]).toEqual([1, 0])
    expect([await keys.openName(gone, place), await keys.openName(stays, place)]).toEqual([null, 'Alex'])
  })

  test('up to where erasures are done goes forward only, but for a log that was set back', async () => {
    const finished = createErasuresFinished(pool)
    expect(await finished.upTo()).toBeNull()
    await finished.keep('18446744073709551615')
    await finished.keep('700')
    expect(await finished.upTo()).toBe('18446744073709551615')
    await finished.keep('0', true)
    expect(await finished.upTo()).toBe('0')
  })

  test('a key id that is none opens nothing', async () => {
    const sealed = sealText('Sam', place, randomBytes(32), 'no-uuid')
    expect(await createPersonKeys(pool).openName(sealed, place)).toBeNull()
  })

  test('migrating again changes nothing', async () => {
    await migrateKeys(pool)
    const { rows } = await pool.query('select step from keys.migration')
    expect(rows).toEqual([{ step: 1 }, { step: 2 }, { step: 3 }, { step: 4 }])
  })
})

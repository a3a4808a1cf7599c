import { describe, expect, it } from 'vitest'
import type { Sealed } from './events.ts'
import { on, recorded, scenario } from '../../testing/scenario.ts'
import { personDecider } from './person.ts'

const name: Sealed = { algorithm: 'A256GCM', keyId: 'key-1', iv: 'AAAA', ciphertext: 'q83_x-', tag: 'tag0' }
const newName: Sealed = { ...name, ciphertext: 'other' }
const persons = scenario(personDecider, 'person-7f0c2a54-5d0e-4c33-9a64-6f2f6b1f0d11')
const register = on('2026-01-01', 'RegisterPerson', { name })
const rename = on('2026-02-01', 'RenamePerson', { name: newName })
const erase = on('2026-03-01', 'ErasePerson', { reason: 'asked for on 1 March' })
const refuseErasure = on('2026-03-01', 'RefuseErasure', { reason: 'acted publicly as a member' })

describe('a person', () => {
  it('is registered, renamed and erased', () => {
    const { events, state } = persons.given(register, rename, refuseErasure, erase)
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['PersonRegistered', { name }],
      ['PersonRenamed', { name: newName }],
      ['ErasureRefused', { reason: 'acted publicly as a member' }],
      ['PersonErased', { reason: 'asked for on 1 March' }],
    ])
    expect(state).toEqual({ kind: 'ERASED', reason: 'asked for on 1 March' })
  })
  it('keeps the newest name and every refusal', () => {
    expect(persons.given(register, refuseErasure, rename, refuseErasure).state).toEqual({
      kind: 'REGISTERED',
      name: newName,
      refusals: ['acted publicly as a member', 'acted publicly as a member'],
    })
    expect(persons.given(register).state).toEqual({ kind: 'REGISTERED', name, refusals: [] })
  })
  it.each([
    ['personExists', 'person', [], rename],
    ['personExists', 'person', [], erase],
    ['personExists', 'person', [], refuseErasure],
    ['personNotYetRegistered', 'person', [register], register],
    ['personNotYetRegistered', 'person', [register, erase], register],
    ['personNotErased', 'person', [register, erase], rename],
    ['personNotErased', 'person', [register, erase], erase],
    ['personNotErased', 'person', [register, erase], refuseErasure],
    ['notEmpty', 'reason', [register], on('2026-03-01', 'ErasePerson', { reason: ' ' })],
    ['notEmpty', 'reason', [register], on('2026-03-01', 'RefuseErasure', { reason: '' })],
    ['notAfterToday', 'effectiveOn', [register], { ...erase, effectiveOn: '2026-11-23' }],
    ['oneOf', 'name.algorithm', [], on('2026-01-01', 'RegisterPerson', { name: { ...name, algorithm: 'none' as 'A256GCM' } })],
    ['base64url', 'name.ciphertext', [], on('2026-01-01', 'RegisterPerson', { name: { ...name, ciphertext: 'Jane Doe' } })],
    ['base64url', 'name.keyId', [], on('2026-01-01', 'RegisterPerson', { name: { ...name, keyId: '' } })],
    ['base64url', 'name.iv', [register], on('2026-01-01', 'RenamePerson', { name: { ...name, iv: 'a b' } })],
    ['base64url', 'name.tag', [register], on('2026-01-01', 'RenamePerson', { name: { ...name, tag: '%' } })],
  ] as const)('is refused by %s on %s', (rule, field, given, command) =>
    expect(persons.given(...given).refusal(command)).toEqual({ rule, field }),
  )
  it('stays erased, and folds anything', () => {
    const types = [
      'ErasureRefused',
      'SomethingNew',
      'PersonRenamed',
      'PersonErased',
      'PersonRegistered',
      'PersonRenamed',
      'ErasureRefused',
    ] as const
    const states = types.map((_, upTo) =>
      types
        .slice(0, upTo + 1)
        .reduce(
          (state, type, revision) =>
            personDecider.evolve(
              state,
              recorded({ type, data: { name, reason: 'r' } } as never, { stream: 'person-x', revision, effectiveOn: '2026-01-01' }),
            ),
          personDecider.initial,
        ),
    )
    expect(states.map((state) => state.kind)).toEqual(['UNKNOWN', 'UNKNOWN', 'REGISTERED', 'ERASED', 'ERASED', 'ERASED', 'ERASED'])
  })
})

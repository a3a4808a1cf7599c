import { describe, expect, it } from 'vitest'
import type { EntryCorrected } from '../events/entry-corrected.ts'
import { officeDecider } from '../../office/decide.ts'
import { createOffice } from '../../../testing/office/examples.ts'
import { policyDecider } from '../../policy/decide.ts'
import { defaultPolicy } from '../../policy/default-policy.ts'
import { reportDecider } from '../../report/decide.ts'
import { registerReport } from '../../../testing/report/examples.ts'
import { on, scenario } from '../../../testing/scenario.ts'
import { wholeCorrection } from './whole-correction.ts'

type Change = EntryCorrected['data']['change']
const correction = (change: Change, entry = 'e1') => ({ entry, reason: 'why', change })
const replace = (fields: object, effectiveOn?: string): Change => ({
  kind: 'REPLACE',
  fields: { ...fields },
  ...(effectiveOn ? { effectiveOn } : {}),
})
const inForce = (change: Change, revision: number, entry = 'e1') => ({ ...correction(change, entry), reason: 'earlier', revision })

describe('a correction as it is written', () => {
  it('is what was asked, where it is the first', () => {
    expect(wholeCorrection(correction(replace({ a: 1 })), [])).toEqual(correction(replace({ a: 1 })))
    expect(wholeCorrection(correction(replace({ a: 1 })), [inForce(replace({ b: 2 }), 3, 'e2')])).toEqual(correction(replace({ a: 1 })))
  })
  it('keeps what the newest correction in force changed', () => {
    const before = [inForce(replace({ a: 3, b: 3 }, '2026-01-03'), 9), inForce(replace({ a: 0, b: 0, c: 0 }), 4)]
    expect(wholeCorrection(correction(replace({ a: 1 })), before)).toEqual(correction(replace({ a: 1, b: 3 }, '2026-01-03')))
    expect(wholeCorrection(correction(replace({}, '2026-01-05')), before)).toEqual(correction(replace({ a: 3, b: 3 }, '2026-01-05')))
    expect(wholeCorrection(correction(replace({ a: 1 })), [inForce(replace({ b: 2 }), 2)])).toEqual(correction(replace({ a: 1, b: 2 })))
  })
  it('makes an entry void, and starts again after it was void', () => {
    expect(wholeCorrection(correction({ kind: 'VOID' }), [inForce(replace({ a: 1 }), 2)])).toEqual(correction({ kind: 'VOID' }))
    expect(wholeCorrection(correction(replace({ a: 1 })), [inForce({ kind: 'VOID' }, 2)])).toEqual(correction(replace({ a: 1 })))
  })
})

describe('two corrections of one entry', () => {
  const correct = (fields: Readonly<Record<string, unknown>>) =>
    on('2026-01-01', 'CorrectEntry', { entry: 'e0', reason: 'mistyped', change: { kind: 'REPLACE', fields } } as const)
  it('both hold: in a report', () => {
    const { state } = scenario(reportDecider, 'report-a.1').given(
      registerReport,
      correct({ title: 'Right' }),
      correct({ framework: 'New' }),
    )
    expect(state.registered).toMatchObject({ title: 'Right', framework: 'New' })
  })
  it('both hold: in an office', () => {
    const { state } = scenario(officeDecider, 'office-a.1').given(createOffice, correct({ name: 'Right' }), correct({ portfolio: 'New' }))
    expect(state).toMatchObject({ name: 'Right', portfolio: 'New' })
  })
  it('both hold: in a policy', () => {
    const { version: _, ...content } = defaultPolicy
    const adopt = on('2025-01-01', 'AdoptPolicy', content)
    const { state } = scenario(policyDecider, 'policy-a').given(adopt, correct({ source: 'Minutes' }), correct({ hasExecutive: false }))
    expect(state.adoptions[0]?.content).toMatchObject({ source: 'Minutes', hasExecutive: false })
  })
})

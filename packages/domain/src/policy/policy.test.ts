import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CategoryMeaning, PolicyContent } from './events.ts'
import { on, recorded, scenario } from '../../testing/scenario.ts'
import { categoryByCode, categoryByMeaning } from './category.ts'
import { policyDecider } from './decide.ts'
import { defaultPolicy } from './default-policy.ts'
import { evolvePolicy, noPolicy, policyOn } from './state.ts'

const { version: _, ...content } = defaultPolicy
const policies = scenario(policyDecider, 'policy-example-borough')
const adopt = (effectiveOn: string, change: Partial<PolicyContent> = {}) => on(effectiveOn, 'AdoptPolicy', { ...content, ...change })
const clocks = (change: Partial<PolicyContent['clocks']>) => ({ clocks: { ...content.clocks, ...change } })

describe('the default policy', () => {
  it('has the six categories, each with its own meaning', () => {
    expect(defaultPolicy.categories.map(({ code, meaning }) => [code, meaning])).toEqual([
      ['1', 'ACHIEVED_ON_TIME'],
      ['2', 'ACHIEVED_LATE'],
      ['3', 'PROGRESS_MADE'],
      ['4', 'OBSTACLE'],
      ['5', 'INSUFFICIENT_PROGRESS'],
      ['6', 'IN_PROGRESS'],
    ])
    expect(defaultPolicy.clocks).toEqual({
      dueSoonDays: 45,
      immediateMonths: 0,
      executiveResponseMonths: 2,
      inspectionActionPlanWorkingDays: 70,
    })
    expect(defaultPolicy).toMatchObject({ version: 0, hasExecutive: true, source: expect.stringContaining('from memory') })
    expect(Object.keys(defaultPolicy.mapping)).toEqual(['1', '2', '3', '4', '5', '6'])
  })
  it('could be adopted as it is', () => expect(policies.given().refusal(adopt('2026-01-01'))).toBeNull())
  it('finds a category by code and by meaning', () => {
    expect(categoryByCode(defaultPolicy, '4')).toMatchObject({ meaning: 'OBSTACLE' })
    expect(categoryByCode(defaultPolicy, '7')).toBeNull()
    expect(categoryByMeaning(defaultPolicy, 'IN_PROGRESS')).toMatchObject({ code: '6' })
    expect(categoryByMeaning({ categories: [] }, 'IN_PROGRESS')).toBeNull()
  })
})

describe('adopting a policy', () => {
  it('gives versions from 1, by one', () => {
    const { events } = policies.given(adopt('2024-05-01'), adopt('2025-05-01', { source: 'Council' }), adopt('2025-05-01'))
    expect(events.map(({ type, data }) => [type, 'version' in data && data.version])).toEqual([
      ['PolicyAdopted', 1],
      ['PolicyAdopted', 2],
      ['PolicyAdopted', 3],
    ])
    expect(events[1]?.data).toEqual({ ...content, source: 'Council', version: 2 })
  })
  it('holds from its day on; before the first the default holds', () => {
    const { state } = policies.given(adopt('2024-05-01'), adopt('2025-05-01'))
    expect(policyOn(state, '2024-04-30')).toBe(defaultPolicy)
    expect(policyOn(state, '2024-05-01').version).toBe(1)
    expect(policyOn(state, '2025-04-30').version).toBe(1)
    expect(policyOn(state, '2025-05-01').version).toBe(2)
    expect(policyOn(state, '2026-11-22').version).toBe(2)
    expect(policyOn(noPolicy, '2026-11-22').version).toBe(0)
  })
  const colours = (...meanings: readonly CategoryMeaning[]) => meanings.map((meaning) => ({ code: meaning, label: meaning, meaning }))
  it('says what three levels miss, and takes them where the mapping shows several categories as one', () => {
    const three = adopt('2024-05-01', { categories: colours('ACHIEVED_ON_TIME', 'IN_PROGRESS', 'OBSTACLE'), mapping: {} })
    const decision = policyDecider.decide(three, noPolicy)
    expect(decision.ok ? null : decision.rejection.message).toBe(
      'A recommendation could reach a point that no category describes: achieved after its date (ACHIEVED_LATE); ' +
        'not achieved by its date (PROGRESS_MADE or INSUFFICIENT_PROGRESS).',
    )
    const levels = { ACHIEVED_ON_TIME: 'Green', ACHIEVED_LATE: 'Green', IN_PROGRESS: 'Amber', INSUFFICIENT_PROGRESS: 'Red' }
    const shown = { categories: colours('ACHIEVED_ON_TIME', 'ACHIEVED_LATE', 'IN_PROGRESS', 'INSUFFICIENT_PROGRESS'), mapping: levels }
    expect(policyDecider.decide(adopt('2024-05-01', shown), noPolicy).ok).toBe(true)
  })
  const twice = { ...content.categories[0], code: '2', label: 'x', meaning: 'IN_PROGRESS' } as const
  it.each([
    ['shape', 'categories', { categories: [], mapping: {} }],
    ['notEmpty', 'categories.0.code', { categories: [{ ...twice, code: ' ' }], mapping: {} }],
    ['notEmpty', 'categories.1.label', { categories: [...content.categories.slice(0, 1), { ...twice, label: '' }], mapping: {} }],
    ['categoryCodeUnique', 'categories', { categories: [...content.categories, twice] }],
    ['categoryForAchieved', 'categories', { categories: [twice], mapping: {} }],
    ['categoryForEachSituation', 'categories', { categories: colours('ACHIEVED_ON_TIME', 'IN_PROGRESS', 'OBSTACLE'), mapping: {} }],
    ['categoryForEachSituation', 'categories', { categories: colours('ACHIEVED_ON_TIME', 'ACHIEVED_LATE', 'IN_PROGRESS'), mapping: {} }],
    ['categoryForEachSituation', 'categories', { categories: colours('ACHIEVED_ON_TIME', 'ACHIEVED_LATE', 'PROGRESS_MADE'), mapping: {} }],
    ['mappingNamesCategory', 'mapping', { mapping: { '9': 'Blue' } }],
    ['wholeNumber', 'clocks.dueSoonDays', clocks({ dueSoonDays: -1 })],
    ['wholeNumber', 'clocks.dueSoonDays', clocks({ dueSoonDays: 367 })],
    ['wholeNumber', 'clocks.dueSoonDays', clocks({ dueSoonDays: 1.5 })],
    ['wholeNumber', 'clocks.immediateMonths', clocks({ immediateMonths: 25 })],
    ['wholeNumber', 'clocks.executiveResponseMonths', clocks({ executiveResponseMonths: 0 })],
    ['wholeNumber', 'clocks.inspectionActionPlanWorkingDays', clocks({ inspectionActionPlanWorkingDays: 251 })],
    ['notEmpty', 'source', { source: '' }],
  ] as const)('is refused by %s on %s', (rule, field, change) =>
    expect(policies.given().refusal(adopt('2026-01-01', change))).toEqual({ rule, field }),
  )
  it.each([
    [clocks({ dueSoonDays: 0 })],
    [clocks({ dueSoonDays: 366 })],
    [clocks({ immediateMonths: 24 })],
    [clocks({ executiveResponseMonths: 12 })],
    [clocks({ inspectionActionPlanWorkingDays: 250 })],
    [clocks({ executiveResponseMonths: 1, inspectionActionPlanWorkingDays: 1 })],
    [{ mapping: {} }],
  ])('is taken with %j', (change) => expect(policies.given().refusal(adopt('2026-01-01', change))).toBeNull())
  it('is refused for a day that does not exist, is to come, or is before the last adoption', () => {
    const { refusal } = policies.given(adopt('2025-05-01'))
    expect(refusal(adopt('2026-02-30'))).toEqual({ rule: 'date', field: 'effectiveOn' })
    expect(refusal(adopt('2026-11-23'))).toEqual({ rule: 'notAfterToday', field: 'effectiveOn' })
    expect(refusal(adopt('2025-04-30'))).toEqual({ rule: 'notBeforeLastAdoption', field: 'effectiveOn' })
    expect(refusal(adopt('2026-11-22'))).toBeNull()
  })
})

describe('correcting a policy', () => {
  const replace = (entry: string, fields: Record<string, unknown>, effectiveOn?: string) =>
    on('2026-01-01', 'CorrectEntry', {
      entry,
      reason: 'mistyped',
      change: { kind: 'REPLACE', fields, ...(effectiveOn ? { effectiveOn } : {}) },
    } as const)
  const voided = (entry: string) => on('2026-01-01', 'CorrectEntry', { entry, reason: 'entered twice', change: { kind: 'VOID' } } as const)
  it('changes the version in place, and its day', () => {
    const { state } = policies.given(adopt('2024-05-01'), replace('e0', { hasExecutive: false }, '2024-06-01'))
    expect(policyOn(state, '2024-05-31').version).toBe(0)
    expect(policyOn(state, '2024-06-01')).toMatchObject({ version: 1, hasExecutive: false })
  })
  it('does not give a voided version number again', () => {
    const { state, events } = policies.given(adopt('2024-05-01'), adopt('2025-05-01'), voided('e1'), adopt('2025-06-01'))
    expect(events.at(-1)?.data).toMatchObject({ version: 3 })
    expect(policyOn(state, '2025-05-15').version).toBe(1)
  })
  it.each([
    ['entryExists', 'entry', replace('e9', { source: 'x' })],
    ['identifier', 'entry', replace('', { source: 'x' })],
    ['fieldOfEntry', 'change.fields.sauce', replace('e0', { sauce: 'x' })],
    ['changesSomething', 'change.fields', replace('e0', {})],
    ['date', 'change.effectiveOn', replace('e0', {}, '2026-02-30')],
    ['changesSomething', 'change.fields', replace('e0', { source: content.source }, '2024-05-01')],
    ['notAfterToday', 'change.effectiveOn', replace('e0', {}, '2026-11-23')],
    ['notAfterToday', 'effectiveOn', { ...replace('e0', { source: 'x' }), effectiveOn: '2027-01-01' }],
    ['notEmpty', 'reason', on('2026-01-01', 'CorrectEntry', { entry: 'e0', reason: ' ', change: { kind: 'VOID' } } as const)],
    ['notEmpty', 'change.fields.source', replace('e0', { source: '' })],
    ['shape', 'change.fields.categories', replace('e0', { categories: [], mapping: {} })],
    ['derivedField', 'change.fields.version', replace('e0', { version: 'abc' })],
    ['derivedField', 'change.fields.version', replace('e0', { version: 7 })],
    ['mappingNamesCategory', 'change.fields.mapping', replace('e0', { mapping: { '9': 'Blue' } })],
    ['wholeNumber', 'change.fields.clocks.dueSoonDays', replace('e0', clocks({ dueSoonDays: 1e15 }))],
    ['entryExists', 'entry', replace('constructor', { source: 'x' })],
    ['fieldOfEntry', 'change.fields.toString', replace('e0', { toString: 'x' })],
  ] as const)('is refused by %s on %s', (rule, field, command) =>
    expect(policies.given(adopt('2024-05-01')).refusal(command)).toEqual({ rule, field }),
  )
  it('keeps the versions in their order', () => {
    const { refusal } = policies.given(adopt('2024-05-01'), adopt('2025-05-01'))
    expect(refusal(replace('e0', {}, '2025-05-02'))).toEqual({ rule: 'notBeforeLastAdoption', field: 'change.effectiveOn' })
    expect(refusal(replace('e0', {}, '2025-05-01'))).toBeNull()
  })
  it('is taken for the day alone, to today', () =>
    expect(policies.given(adopt('2024-05-01')).refusal(replace('e0', {}, '2026-11-22'))).toBeNull())
  it('can be corrected itself; what is void is no entry', () => {
    const { state, refusal } = policies.given(adopt('2024-05-01'), voided('e0'), voided('e1'))
    expect(policyOn(state, '2024-05-01').version).toBe(1)
    expect(refusal(replace('e1', { reason: 'x' }))).toEqual({ rule: 'voidEntry', field: 'entry' })
  })
})

it('folds any facts in any order, whatever they are', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom('PolicyAdopted', 'EntryCorrected', 'SomethingNew')), (types) => {
      const state = types.reduce((sofar, type, revision) => {
        const data = type === 'EntryCorrected' ? { entry: 'e0', reason: 'x', change: { kind: 'VOID' } } : defaultPolicy
        return evolvePolicy(
          sofar,
          recorded({ type, data } as never, { stream: 'policy-x', revision, effectiveOn: `20${10 + (revision % 9)}-01-01` }),
        )
      }, noPolicy)
      const days = state.adoptions.map((adoption) => adoption.effectiveOn)
      expect(days).toEqual(days.toSorted())
      expect(state.adoptions.length).toBe(types.filter((type) => type === 'PolicyAdopted').length)
    }),
  ))

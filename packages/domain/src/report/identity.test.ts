import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseReference, recommendationIdentity, reportIdentity, type ReportIdentified } from './identity.ts'

const report: ReportIdentified = {
  publisher: 'Ofsted',
  framework: 'Joint area review',
  authority: 'birmingham',
  publishedOn: '2007-02-06',
  publishedPrecision: 'DAY',
  title: 'Joint area review',
}
const same = (a: Partial<ReportIdentified>, b: Partial<ReportIdentified> = {}): boolean =>
  reportIdentity({ ...report, ...a }) === reportIdentity({ ...report, ...b })

describe('a report', () => {
  it('is known by publisher, framework, authority and date', () => {
    expect(reportIdentity(report)).toBe('["ofsted","joint area review","birmingham","2007-02-06",""]')
    expect(same({ title: 'Another title' })).toBe(true)
    expect(same({ publisher: ' OFSTED ', framework: 'Joint  Area\nReview' })).toBe(true)
    for (const other of [{ publisher: 'X' }, { framework: 'X' }, { authority: 'coventry' }, { publishedOn: '2006-06-23' }])
      expect(same(other)).toBe(false)
  })
  it('is distinguished by a distinguisher, or by its title if no day is known', () => {
    expect(same({ distinguisher: 'annex' })).toBe(false)
    expect(same({ distinguisher: null })).toBe(true)
    const month = { publishedOn: '2007-04-30', publishedPrecision: 'MONTH' } as const
    expect(reportIdentity({ ...report, ...month })).toBe('["ofsted","joint area review","birmingham","2007-04","joint area review"]')
    expect(same({ ...month, title: 'A' }, { ...month, title: 'B' })).toBe(false)
    const none = { publishedOn: null, publishedPrecision: 'UNKNOWN' } as const
    const notAfter = { publishedOn: '2016-10-12', publishedPrecision: 'NOT_AFTER' } as const
    expect(reportIdentity({ ...report, ...none, title: 'Corporate  Parenting' })).toBe(
      '["ofsted","joint area review","birmingham","","corporate parenting"]',
    )
    expect(same(none, notAfter)).toBe(true)
    expect(same({ ...none, distinguisher: 'x' }, { ...none, distinguisher: 'y' })).toBe(false)
  })
})

describe('a reference', () => {
  it.each([
    ['R02', 'R2'],
    ['R2', 'R2'],
    [' r 2 ', 'R2'],
    ['R2.', 'R2'],
    ['R002:', 'R2'],
    ['1.03', '1.3'],
    ['1.10', '1.10'],
    ['R10', 'R10'],
    ['R100', 'R100'],
    ['0', '0'],
    ['00', '0'],
    ['(a)', '(A'],
    ['R7a', 'R7A'],
    ['070041', '70041'],
    ['2.)', '2'],
  ])('%j is %j', (printed, normalised) => expect(normaliseReference(printed)).toBe(normalised))
  it('is the same once normalised', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = normaliseReference(text)
        expect(normaliseReference(once)).toBe(once)
      }),
    ))
})

describe('a recommendation', () => {
  it('is known by its normalised reference, else by its place, each with its parent', () => {
    expect(recommendationIdentity({ reference: 'R02', ordinal: 5, parent: null })).toBe('ref:R2')
    expect(recommendationIdentity({ reference: null, ordinal: 5, parent: null })).toBe('n:5')
    expect(recommendationIdentity({ reference: ' . ', ordinal: 5, parent: null })).toBe('n:5')
    expect(recommendationIdentity({ reference: null, ordinal: 1, parent: 'recommendation-coventry.1' })).toBe(
      'n:1|parent:recommendation-coventry.1',
    )
    expect(recommendationIdentity({ reference: 'a', ordinal: 1, parent: 'recommendation-coventry.1' })).toBe(
      'ref:A|parent:recommendation-coventry.1',
    )
  })
})

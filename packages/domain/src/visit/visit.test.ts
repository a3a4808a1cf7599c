import { describe, expect, it } from 'vitest'
import { on, scenario } from '../../testing/scenario.ts'
import { item, itemOfFinding, linkFinding, recordVisit, recordVisitFinding } from '../../testing/visit/examples.ts'
import { visitDecider } from './decide.ts'
import { visitIdentity } from './identity.ts'

const visits = scenario(visitDecider, 'visit-example-borough.0f7a1d0e-2c11-5a53-8a0c-6c3c6a7b9d10')
const visit = (data: object) => ({ ...recordVisit, data: { ...recordVisit.data, ...data } })
const finding = (data: object) => ({ ...recordVisitFinding, data: { ...recordVisitFinding.data, ...data } })
const linking = (data: object) => ({ ...linkFinding, data: { ...linkFinding.data, ...data } })
const correct = (entry: string, fields: Record<string, unknown>) =>
  on('2018-02-01', 'CorrectEntry', { entry, reason: 'mistyped', change: { kind: 'REPLACE', fields } } as const)
const voiding = (entry: string) => on('2018-02-01', 'CorrectEntry', { entry, reason: 'twice', change: { kind: 'VOID' } } as const)
const other = 'recommendation-example-borough.1d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f'

describe('a visit', () => {
  it('has findings in five directions, with figures as printed, and the items that they concern', () => {
    const { state } = visits.given(recordVisit, recordVisitFinding, linkFinding)
    expect(state.visit).toEqual(recordVisit.data)
    expect(state.findings).toEqual([{ ...recordVisitFinding.data, on: '2018-01-19' }])
    expect(state.links).toEqual([{ ref: 'F17', item, on: '2018-01-19' }])
  })
  it.each(['POSITIVE', 'NEEDS_IMPROVEMENT', 'IMPROVED', 'UNCHANGED', 'WORSE'] as const)('takes a finding %s', (direction) =>
    expect(visits.given(recordVisit).refusal(finding({ direction }))).toBeNull(),
  )
  it('known by its month has the first and the last day of it, and no letter', () => {
    const may = visit({
      ordinal: 1,
      from: '2017-05-01',
      to: '2017-05-31',
      datePrecision: 'MONTH',
      knownFrom: 'SUMMARY_OF_THE_INSPECTED',
      letterOn: null,
    })
    expect(visits.given(may).state.visit?.from).toBe('2017-05-01')
  })
  it.each([
    ['visitNotYetRecorded', 'visit', [recordVisit], recordVisit],
    ['visitExists', 'visit', [], recordVisitFinding],
    ['visitExists', 'visit', [], linkFinding],
    ['visitEndsAfterItBegins', 'to', [], visit({ to: '2017-12-11' })],
    ['visitWasMade', 'effectiveOn', [], { ...recordVisit, effectiveOn: '2017-12-11' }],
    ['wholeMonths', 'from', [], visit({ datePrecision: 'MONTH' })],
    ['wholeMonths', 'to', [], visit({ datePrecision: 'MONTH', from: '2017-12-01', to: '2017-12-30' })],
    ['letterWithItsDate', 'letterOn', [], visit({ letterOn: null })],
    ['letterWithItsDate', 'letterOn', [], visit({ knownFrom: 'SUMMARY_OF_THE_INSPECTED' })],
    ['letterAfterVisit', 'letterOn', [], visit({ letterOn: '2017-12-12' })],
    ['visitFindingOnce', 'ref', [recordVisit, recordVisitFinding], recordVisitFinding],
    ['decimal', 'figures.0.value', [recordVisit], finding({ figures: [{ ...recordVisitFinding.data.figures[0], value: 'many' }] })],
    [
      'outstandingSinceEarlier',
      'outstandingSince.on',
      [recordVisit],
      finding({ outstandingSince: { on: '2017-12-12', precision: 'DAY', asPrinted: 'this visit' } }),
    ],
    ['findingOfVisit', 'ref', [recordVisit], linkFinding],
    ['itemsOfFindingOnce', 'items', [recordVisit, recordVisitFinding], linking({ items: [item, item] })],
    ['findingLinkedOnce', 'items', [recordVisit, recordVisitFinding, linkFinding], linkFinding],
    ['findingPublished', 'visit', [recordVisit, recordVisitFinding], linking({ reportPublished: false })],
    ['itemsCarriedOn', 'items', [recordVisit, recordVisitFinding], linking({ ofItems: [{ ...itemOfFinding, isMerged: true }] })],
    ['visitAfterItem', 'items', [recordVisit, recordVisitFinding], linking({ ofItems: [{ ...itemOfFinding, since: '2017-12-14' }] })],
    ['findingOfVisit', 'change', [recordVisit, recordVisitFinding, linkFinding], voiding('e1')],
    ['visitExists', 'change', [recordVisit, recordVisitFinding], voiding('e0')],
    ['letterAfterVisit', 'change.fields.letterOn', [recordVisit], correct('e0', { letterOn: '2017-12-12' })],
    ['fixedField', 'change.fields.report', [recordVisit], correct('e0', { report: 'report-1' })],
  ] as const)('is refused by %s on %s', (rule, field, given, command) =>
    expect(visits.given(...given).refusal(command)).toEqual({ rule, field }),
  )
  it('links a finding to a further item, and again to one whose link was void', () => {
    const before = [recordVisit, recordVisitFinding, linkFinding]
    expect(visits.given(...before).refusal(linking({ items: [other], ofItems: [{ ...itemOfFinding, id: other }] }))).toBeNull()
    expect(visits.given(...before, voiding('e2')).refusal(linkFinding)).toBeNull()
  })
  it('is corrected, with its findings', () => {
    const { state } = visits.given(
      recordVisit,
      recordVisitFinding,
      correct('e1', { direction: 'UNCHANGED' }),
      correct('e0', { ordinal: 4 }),
    )
    expect([state.findings[0]?.direction, state.visit?.ordinal]).toEqual(['UNCHANGED', 4])
  })
  it('is the same visit however its body is typed, and another where day or number differ', () => {
    const identity = visitIdentity(recordVisit.data)
    expect(visitIdentity({ ...recordVisit.data, body: ' the  Inspectorate' })).toBe(identity)
    expect(visitIdentity({ ...recordVisit.data, ordinal: null })).not.toBe(identity)
    expect(visitIdentity({ ...recordVisit.data, from: '2017-12-11' })).not.toBe(identity)
  })
})

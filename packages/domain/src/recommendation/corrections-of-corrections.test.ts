import { describe, expect, it } from 'vitest'
import { example, replacing, voiding } from '../../testing/recommendation/example-commands.ts'
import { days, timescales } from '../../testing/recommendation/examples.ts'
import { given, givenTracked, refusal } from '../../testing/recommendation/given.ts'
import { assessedBeforeBaselineCorrection } from './on-record.ts'

const issued = givenTracked(example('IssueRecommendation'))
const evident = issued.and(example('AttachEvidence'))
const assessed = evident.and(example('ProposeAssessment'), example('AgreeAssessment'))

describe('a correction of a correction', () => {
  const corrected = evident.and(replacing('event-2', { name: 'Wrong' }))
  it('makes it void: the entry stands as it was', () => {
    expect(corrected.and(voiding('event-3')).state.record.evidence[0]?.name).toBe('Audit of visits')
    const gone = evident.and(voiding('event-2'))
    expect(gone.and(voiding('event-3')).state.record.evidence[0]?.name).toBe('Audit of visits')
    expect(gone.and(voiding('event-3'), voiding('event-4')).state.record.evidence).toEqual([])
  })
  it('is not asked of an entry that never was', () => {
    const gone = evident.and(voiding('event-2'))
    expect(refusal(gone.when(voiding('event-10')))).toEqual(['entryExists', 'entry'])
    expect(refusal(corrected.and(voiding('event-3')).when(voiding('event-3')))).toEqual(['voidEntry', 'entry'])
    expect(refusal(corrected.when(voiding('event-10')))).toEqual(['entryExists', 'entry'])
  })
  it('is the way back for an entry that was made void', () => {
    const gone = evident.and(voiding('event-2'))
    expect(refusal(gone.when(replacing('event-2', { name: 'Audit' })))).toEqual(['voidEntry', 'entry'])
    const undone = gone.and(replacing('event-3', { reason: 'Twice' }))
    expect(undone.state.record).toMatchObject({ evidence: [], corrections: [{ reason: 'Twice' }, { entry: 'event-3' }] })
    expect(refusal(gone.when(replacing('event-3', { change: { kind: 'REPLACE', fields: { name: 'Audit' } } })))).toEqual([
      'voidEntry',
      'entry',
    ])
  })
  it('replaces what it replaces, under the same rules', () => {
    const fields = (inner: Readonly<Record<string, unknown>>, effectiveOn?: string) =>
      replacing('event-3', { change: { kind: 'REPLACE', fields: inner, ...(effectiveOn ? { effectiveOn } : {}) } })
    expect(corrected.and(fields({ name: 'Right' })).state.record.evidence[0]?.name).toBe('Right')
    expect(refusal(corrected.when(fields({ name: '' })))).toEqual(['notEmpty', 'change.fields.change.fields.name'])
    expect(refusal(corrected.when(fields({ theme: 'x' })))).toEqual(['fieldOfEntry', 'change.fields.change.fields.theme'])
    expect(refusal(corrected.when(fields({}, '2019-01-01')))).toEqual(['notAfterToday', 'change.fields.change.effectiveOn'])
    expect(refusal(corrected.when(fields({ name: 'Wrong' })))).toEqual(['changesSomething', 'change.fields'])
    expect(refusal(corrected.when(replacing('event-3', { change: { kind: 'VOID' } })))).toBe('accepted')
    expect(corrected.and(replacing('event-3', { change: { kind: 'VOID' } })).state.record.evidence).toEqual([])
  })
  it('keeps what else the correction replaced', () => {
    const both = evident.and(replacing('event-2', { name: 'Wrong', words: 'Other' }, '2017-10-21'))
    const amended = both.and(replacing('event-3', { change: { kind: 'REPLACE', fields: { name: 'Right' } } }))
    expect(amended.state.record.evidence[0]).toMatchObject({ name: 'Right', words: 'Other', effectiveOn: '2017-10-21' })
    const twice = amended.and(replacing('event-3', { reason: 'Looked up' }))
    expect(twice.state.record).toMatchObject({
      evidence: [{ name: 'Right', words: 'Other' }],
      corrections: [{ reason: 'Looked up' }, {}, {}],
    })
  })
  it('is of the newest', () => {
    const two = corrected.and(replacing('event-2', { words: 'Other' }))
    const inner = { change: { kind: 'REPLACE', fields: { name: 'Right' } } }
    expect(refusal(two.when(replacing('event-3', inner)))).toEqual(['newestCorrection', 'entry'])
    expect(refusal(two.when(replacing('event-4', inner)))).toBe('accepted')
    expect(refusal(two.when(replacing('event-3', { reason: 'Why' })))).toBe('accepted')
    expect(refusal(two.when(voiding('event-3')))).toBe('accepted')
    expect(refusal(two.and(voiding('event-4')).when(replacing('event-3', inner)))).toBe('accepted')
    expect(refusal(two.and(replacing('event-0', { title: 'Right' })).when(replacing('event-4', inner)))).toBe('accepted')
  })
  it('names no other entry, and looks as it must', () => {
    expect(refusal(corrected.when(replacing('event-3', { entry: 'event-0' })))).toEqual(['fixedField', 'change.fields.entry'])
    expect(refusal(corrected.when(replacing('event-3', { reason: ' ' })))).toEqual(['notEmpty', 'change.fields.reason'])
    expect(refusal(corrected.when(replacing('event-3', { change: { kind: 'X' } })))).toEqual(['oneOf', 'change.fields.change.kind'])
    expect(refusal(corrected.when(replacing('event-3', {})))).toEqual(['changesSomething', 'change.fields'])
    expect(refusal(corrected.when(replacing('event-3', { reason: 'Why' }, '2019-01-01')))).toEqual(['notAfterToday', 'change.effectiveOn'])
    expect(corrected.and(replacing('event-3', { reason: 'Why' }, '2018-03-02')).state.record.corrections).toMatchObject([
      { reason: 'Mistyped', effectiveOn: '2018-03-01' },
      { reason: 'Why', effectiveOn: '2018-03-02', entry: 'event-2' },
    ])
  })
})

describe('an item issued by mistake', () => {
  it('is not issued any more, and may be issued again', () => {
    const gone = issued.and(example('AssignTheme'), voiding('event-0'))
    expect(gone.state).toMatchObject({ kind: 'NOT_ISSUED', record: { theme: 'Corporate parenting' } })
    expect(refusal(gone.when(example('AssignTheme', { data: { theme: 'Health' } })))).toEqual(['onRegister', 'theme'])
    expect(gone.and(voiding('event-3')).state.kind).toBe('ISSUED')
    expect(gone.and(example('IssueRecommendation', { data: { title: 'Anew' } })).state).toMatchObject({
      issued: { title: 'Anew', eventId: 'event-4' },
    })
  })
})

describe('a corrected baseline', () => {
  it('flags the assessments made before, and decides nothing again', () => {
    const now = assessed.and(replacing('event-0', { timescale: timescales.immediate }))
    expect(now.state).toMatchObject({ issued: { originalCompletionDate: days.adopted } })
    expect(assessedBeforeBaselineCorrection(now.state)).toEqual(['event-3', 'event-4'])
    expect(now.state.record.trackedBy[0]?.assessment).toMatchObject({ category: '1' })
    const later = now.and(example('ProposeAssessment', { on: '2018-05-01', data: { proposalId: 'p-2', category: '2' } }))
    expect(assessedBeforeBaselineCorrection(later.state)).toEqual(['event-3', 'event-4'])
  })
  it('is no other correction', () => {
    expect(assessedBeforeBaselineCorrection(assessed.state)).toEqual([])
    expect(assessedBeforeBaselineCorrection(assessed.and(replacing('event-0', { title: 'Right' })).state)).toEqual([])
    expect(assessedBeforeBaselineCorrection(assessed.and(replacing('event-2', { name: 'Right' })).state)).toEqual([])
    expect(assessedBeforeBaselineCorrection(given().state)).toEqual([])
  })
  it('may be corrected by correcting the correction', () => {
    const moved = evident.and(
      replacing('event-0', { timescale: timescales.immediate }),
      example('ProposeAssessment', { data: { category: '2' } }),
    )
    expect(assessedBeforeBaselineCorrection(moved.state)).toEqual([])
    const back = replacing('event-3', { change: { kind: 'REPLACE', fields: { timescale: timescales.sixMonths } } })
    expect(assessedBeforeBaselineCorrection(moved.and(back).state)).toEqual(['event-4'])
    expect(assessedBeforeBaselineCorrection(moved.and(replacing('event-3', { reason: 'Why' })).state)).toEqual([])
    const elsewhere = moved.and(replacing('event-2', { name: 'A' }))
    const again = replacing('event-5', { change: { kind: 'REPLACE', fields: { name: 'B' } } })
    expect(assessedBeforeBaselineCorrection(elsewhere.and(again).state)).toEqual([])
  })
  it('may be the date that a committee agreed', () => {
    const undated = givenTracked(example('IssueRecommendation', { data: { timescale: timescales.notGiven } }), example('AttachEvidence'))
    const agreed = undated.and(example('AgreeCompletionDate', { data: { date: '2017-10-31' } }), example('ProposeAssessment'))
    expect(assessedBeforeBaselineCorrection(agreed.and(replacing('event-3', { date: '2017-10-30' })).state)).toEqual(['event-4'])
    expect(assessedBeforeBaselineCorrection(agreed.and(voiding('event-3')).state)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { Value } from '../kernel/provenance/attribute.ts'
import { nameOf } from '../kernel/provenance/attribute.ts'
import { example } from '../../testing/recommendation/example-commands.ts'
import type { Given } from '../../testing/recommendation/given.ts'
import { givenTracked } from '../../testing/recommendation/given.ts'
import { recommendationAttributes } from './attributes.ts'

/** The values by name: the field, and the key if there is one. */
const told = (values: readonly Value[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(values.map((value) => [nameOf(value).trim(), value.value]))

describe('what a recommendation says', () => {
  const issued = givenTracked(example('IssueRecommendation'))
  const valuesOf = ({ state }: Given, asAt: string | null = '2018-12-31') =>
    told(recommendationAttributes(asAt === null ? null : { asAt, dueSoonDays: 45 }).values(state))

  it('is what was printed of it, and where it stands on the day', () =>
    expect(valuesOf(issued)).toEqual({
      REPORT: expect.stringMatching(/^report-/),
      REFERENCE: 'R05',
      LOCAL_REFERENCE: 'EX2017-05',
      ORDINAL: 5,
      TITLE: 'Visits are recorded',
      TEXT_KIND: 'QUOTED',
      TEXT: expect.any(String),
      PLACE: expect.objectContaining({ document: expect.any(String) }),
      ADDRESSEE: 'Example Borough Council',
      TIMESCALE: expect.objectContaining({ grade: 'BY_DATE' }),
      DERIVATION: expect.objectContaining({ rule: expect.any(String) }),
      ORIGINAL_COMPLETION_DATE: '2017-10',
      DUE_ON: '2017-10',
      RESPONSE: 'NOT_REQUIRED',
      DELIVERY: 'NOT_REPORTED',
      SCHEDULE: 'OVERDUE',
      'TRACKED_BY children': {
        name: "Children's Committee",
        tracking: 'OPEN',
        handedTo: null,
        agreed: null,
        reason: null,
        setsDate: true,
      },
      TRACKING: 'OPEN',
    }))
  it('leaves out the schedule without a day', () => {
    const { SCHEDULE: _, ...others } = valuesOf(issued)
    expect(valuesOf(issued, null)).toEqual(others)
  })
  it('of one that is listed without its text has no text, timescale or parent', () => {
    const listed = valuesOf(givenTracked(example('RegisterListedRecommendation')))
    expect(listed).toMatchObject({ REFERENCE: 'R05', PLACE: expect.objectContaining({ document: expect.any(String) }) })
    for (const field of ['TEXT', 'TIMESCALE', 'DERIVATION', 'PARENT']) expect(listed).not.toHaveProperty(field)
  })
  it('is its owner, theme and the response that is due', () =>
    expect(valuesOf(issued.and(example('AssignTheme'), example('AssignOwner'), example('RequireResponse')))).toMatchObject({
      THEME: 'Corporate parenting',
      'OWNER RESPONSIBLE_MEMBER office-example-borough.cabinet-member-for-children': expect.objectContaining({
        role: 'RESPONSIBLE_MEMBER',
      }),
      'RESPONSE_DUE example-borough-cabinet': { name: 'Executive', dueOn: '2017-06-09' },
      RESPONSE: 'AWAITED',
    }))
  it('is each action with where it stands, under its own id', () => {
    const planned = issued.and(example('PlanAction'))
    expect(valuesOf(planned)['ACTION action-1']).toMatchObject({ status: 'PLANNED', description: expect.any(String), words: null })
    const progressed = planned.and(example('StartAction'), example('ProgressAction'))
    expect(valuesOf(progressed)['ACTION action-1']).toMatchObject({ status: 'STARTED', words: 'Contract signed' })
    expect(valuesOf(progressed.and(example('CompleteAction')))).toMatchObject({
      DELIVERY: 'CLAIMED_COMPLETE',
      'ACTION action-1': { status: 'COMPLETED', words: 'Contract signed' },
    })
    expect(valuesOf(progressed.and(example('AbandonAction')))['ACTION action-1']).toMatchObject({
      status: 'ABANDONED',
      words: 'The supplier withdrew',
    })
  })
  it('is a revision of the date as it was asked for, refused or approved', () => {
    const requested = issued.and(example('RequestCompletionDateRevision'))
    const [name = ''] = Object.keys(valuesOf(requested)).filter((each) => each.startsWith('COMPLETION_DATE_REVISION '))
    expect(valuesOf(requested)[name]).toMatchObject({ status: 'REQUESTED', date: expect.any(String), reason: expect.any(String) })
    expect(valuesOf(requested.and(example('RefuseCompletionDateRevision')))[name]).toMatchObject({ status: 'REFUSED' })
    const approved = valuesOf(requested.and(example('ApproveCompletionDateRevision')))
    expect(approved[name]).toMatchObject({ status: 'APPROVED', date: approved['REVISED_COMPLETION_DATE'] })
    expect(approved['DUE_ON']).toBe(approved['REVISED_COMPLETION_DATE'])
  })
  const concluded = ['AttachEvidence', 'ProposeAssessment', 'AgreeAssessment', 'ConcludeTracking'] as const
  it.each<[name: RegExp, value: unknown, ...commands: Parameters<typeof example>[0][]]>([
    [/^UPDATE event-2$/, { words: expect.any(String), claim: expect.anything() }, 'UpdateProgress'],
    [/^EVIDENCE event-2$/, { tests: [] }, 'AttachEvidence'],
    [/^EVIDENCE event-2$/, { tests: [{ evidenceId: 'evidence-1' }] }, 'AttachEvidence', 'TestEvidence'],
    [/^PROPOSAL event-3$/, { proposalId: 'proposal-1' }, 'AttachEvidence', 'ProposeAssessment'],
    [/^ASSESSMENT_PROPOSED$/, { category: expect.any(String), meaning: expect.any(String) }, 'AttachEvidence', 'ProposeAssessment'],
    [/^ASSESSMENT event-4$/, { category: expect.any(String) }, 'AttachEvidence', 'ProposeAssessment', 'AgreeAssessment'],
    [
      /^ASSESSMENT_AGREED$/,
      { category: expect.any(String), meaning: expect.any(String) },
      'AttachEvidence',
      'ProposeAssessment',
      'AgreeAssessment',
    ],
    [/^ASSESSMENTS_DIFFER$/, true, 'AttachEvidence', 'ProposeAssessment', 'MakeCommitteeAssessment'],
    [/^RESPONSE_GIVEN event-3$/, {}, 'RequireResponse', 'GiveResponse'],
    [/^FINDING event-2$/, {}, 'LinkVisitFinding'],
    [/^INDEPENDENT_FINDING$/, expect.any(String), 'LinkVisitFinding'],
    [/^STILL_NEEDED event-2$/, {}, 'RecordStillNeeded'],
    [/^ESCALATION event-2$/, { body: 'City Council' }, 'Escalate'],
    [/^CONCLUSION event-\d$/, { reason: expect.any(String) }, ...concluded],
    [/^CONCLUSION_REASON$/, expect.any(String), ...concluded],
    [/^REOPENING event-\d$/, { reason: expect.any(String) }, ...concluded, 'ReopenTracking'],
    [/^LINK event-2$/, {}, 'LinkRecommendation'],
    [/^DISSENT event-\d$/, {}, ...concluded, 'RecordDissent'],
    [/^RISK_ACCEPTED$/, {}, 'AcceptRisk'],
    [/^SUPERSEDED_BY$/, expect.stringMatching(/^recommendation-/), 'SupersedeRecommendation'],
    [/^MERGED_INTO$/, expect.stringMatching(/^recommendation-/), 'MergeDuplicate'],
    [/^WITHHELD$/, 'Under review before publication', 'WithholdRecommendation'],
  ])('is whatever else was recorded, each under the entry that says it: %s', (name, value, ...types) => {
    const values = valuesOf(types.reduce((before, type) => before.and(example(type)), issued))
    const names = Object.keys(values).filter((each) => name.test(each))
    expect(names).toHaveLength(1)
    expect({ is: values[names[0] ?? ''] }).toMatchObject({ is: value })
    const place = JSON.stringify(values[names[0] ?? ''])
    expect(place).not.toMatch(/"eventId"|"revision"|"principal"/)
  })
  it('says a conclusion only while it stands', () =>
    expect(valuesOf(issued.and(...concluded.map((type) => example(type)), example('ReopenTracking')))).not.toHaveProperty(
      'CONCLUSION_REASON',
    ))
  it('says from what its derived values follow', () => {
    const inputsOf = (
      { state }: Given,
      field: 'DUE_ON' | 'SCHEDULE' | 'DELIVERY' | 'ASSESSMENTS_DIFFER' | 'CONCLUSION_REASON' | 'TITLE',
      value: unknown,
    ) =>
      recommendationAttributes({ asAt: '2018-12-31', dueSoonDays: 45 })
        .inputsOf?.(state, { field, key: '', value })
        .map((each) => nameOf(each).trim())
    const revised = issued.and(example('RequestCompletionDateRevision'), example('ApproveCompletionDateRevision'))
    const acted = issued.and(example('PlanAction'), example('StartAction'), example('CompleteAction'))
    expect(inputsOf(issued, 'DUE_ON', '2017-10-31')).toEqual(['ORIGINAL_COMPLETION_DATE'])
    expect(inputsOf(revised, 'DUE_ON', '2018-03-31')).toEqual(['REVISED_COMPLETION_DATE'])
    expect(inputsOf(issued, 'SCHEDULE', 'ENDED')).toEqual(['TRACKED_BY children'])
    for (const met of ['MET_ON_TIME', 'MET_LATE'])
      expect(inputsOf(issued, 'SCHEDULE', met)).toEqual(['ORIGINAL_COMPLETION_DATE', 'TRACKED_BY children'])
    expect(inputsOf(issued, 'SCHEDULE', 'OVERDUE')).toEqual(['DUE_ON', 'ORIGINAL_COMPLETION_DATE', 'REVISED_COMPLETION_DATE'])
    expect(inputsOf(acted, 'DELIVERY', 'CLAIMED_COMPLETE')).toEqual(['ACTION action-1'])
    expect(inputsOf(acted, 'DELIVERY', 'IN_PROGRESS')).toEqual([])
    expect(inputsOf(issued, 'ASSESSMENTS_DIFFER', true)).toEqual(['ASSESSMENT_PROPOSED', 'ASSESSMENT_AGREED', 'INDEPENDENT_FINDING'])
    expect(inputsOf(issued, 'CONCLUSION_REASON', 'ACHIEVED')).toEqual(['TRACKING'])
    expect(inputsOf(issued, 'TITLE', 'Visits are recorded')).toEqual([])
  })
})

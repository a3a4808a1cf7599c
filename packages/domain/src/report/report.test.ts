import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recorded } from '../envelope.ts'
import type { ReportEvent } from './events.ts'
import { decideCommand } from '../kernel/commands/decide-command.ts'
import { on, recorded, scenario } from '../../testing/scenario.ts'
import { reportDecider } from './decide.ts'
import {
  adoptReport,
  applyReportDates,
  registerMentionedReport,
  publishReport,
  linkReportFinding,
  recordFinding,
  recordJudgement,
  respondToReport,
  registerReport,
  stated2010,
  withdrawReport,
  embargoReport,
  withholdReport,
} from '../../testing/report/examples.ts'
import { evolveReport, noReport, publicationFacts } from './state.ts'

const stream = 'report-example-borough.11111111-2222-4333-8444-555555555555'
const reports = scenario(reportDecider, stream)
const register = (change: object) => on('2024-06-13', 'RegisterReport', { ...registerReport.data, ...change })
const judge = (change: object) => on('2024-06-13', 'RecordJudgement', { ...recordJudgement.data, ...change })
const find = (change: object) => on('2024-06-13', 'RecordFinding', { ...recordFinding.data, ...change })
const [item] = applyReportDates.data.ofItems
const apply = (change: object) => on('2024-09-01', 'ApplyReportDates', { ...applyReportDates.data, ...change })
const [respondedTo] = respondToReport.data.ofItems
const respond = (change: object) => on('2024-08-10', 'RespondToReport', { ...respondToReport.data, ...change })
const correct = (entry: string, fields: Record<string, unknown>) =>
  on('2026-01-01', 'CorrectEntry', { entry, reason: 'mistyped', change: { kind: 'REPLACE', fields } } as const)
const { targetExists: _exists, targetOn: _on, ...linked } = linkReportFinding.data
const linkFinding = (change: object) => on('2024-06-13', 'LinkReportFinding', { ...linkReportFinding.data, linkId: 'link-2', ...change })
const findIn = (direction: 'IMPROVED' | 'NEUTRAL') => find({ direction })
const voided = (entry: string) => on('2026-01-01', 'CorrectEntry', { entry, reason: 'entered twice', change: { kind: 'VOID' } } as const)

const { ofItems: _, ...withoutItems } = respondToReport.data

describe('a report', () => {
  it('records what is asked', () => {
    const { events, state } = reports.given(
      registerReport,
      publishReport,
      adoptReport,
      recordJudgement,
      recordFinding,
      linkReportFinding,
      withholdReport,
      withdrawReport,
      respondToReport,
      applyReportDates,
    )
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['ReportRegistered', registerReport.data],
      ['ReportPublished', {}],
      ['ReportAdopted', adoptReport.data],
      ['JudgementRecorded', { ...recordJudgement.data, meaning: 'ADEQUATE', meaningDerived: true }],
      ['FindingRecorded', recordFinding.data],
      ['ReportFindingLinked', linked],
      ['ReportWithheld', withholdReport.data],
      ['ReportWithdrawn', withdrawReport.data],
      ['ReportRespondedTo', withoutItems],
      [
        'ReportDatesApplied',
        { items: applyReportDates.data.items, reason: applyReportDates.data.reason, publication: publicationFacts(state) },
      ],
    ])
    expect(state).toMatchObject({
      stream,
      registered: registerReport.data,
      listed: null,
      adoptions: [{ ...adoptReport.data, on: '2024-07-09' }],
      publication: 'WITHHELD',
      withdrawn: 'issued anew',
      judgements: [{ judgementId: 'staying-safe' }],
      findings: [{ ...recordFinding.data, on: '2024-06-13' }],
      findingLinks: [linked],
      illustrative: false,
    })
  })
  it('known by mention only can be registered later, and published again after it was withheld', () => {
    const { state } = reports.given(registerMentionedReport, registerReport, publishReport, withholdReport, {
      ...publishReport,
      effectiveOn: '2024-07-01',
    })
    expect(state).toMatchObject({
      listed: registerMentionedReport.data,
      registered: registerReport.data,
      publication: 'PUBLISHED',
      withdrawn: null,
    })
    expect(reports.given(registerReport).state.publication).toBe('UNPUBLISHED')
  })
  it.each([
    [{ publishedOn: null, publishedPrecision: 'UNKNOWN', documentDigest: null, seenIn: 'a pack' }],
    [{ publishedOn: '2007-04-30', publishedPrecision: 'MONTH' }],
    [{ publishedOn: '2016-10-12', publishedPrecision: 'NOT_AFTER' }],
    [{ publishedOn: '2026-11-30', publishedPrecision: 'MONTH' }],
    [{ publishedOn: '2026-11-22' }],
    [{ inspectedFrom: null }],
    [{ inspectedTo: null }],
    [{ inspectedFrom: '2024-04-26' }],
    [{ reference: null, addressee: null, documentDigest: null, seenIn: null }],
  ])('is registered with %j', (change) => expect(reports.given().refusal(register(change))).toBeNull())
  it.each([
    ...(['title', 'publisher', 'framework', 'authorityName', 'reference', 'addressee'] as const).map(
      (field) => ['notEmpty', field, { [field]: ' ' }] as const,
    ),
    ['slug', 'authority', { authority: 'Example Borough' }],
    ['date', 'publishedOn', { publishedOn: '2024-06-31' }],
    ['publicationDatePrecision', 'publishedPrecision', { publishedPrecision: 'UNKNOWN' }],
    ['publicationDatePrecision', 'publishedPrecision', { publishedOn: null }],
    ['lastDayOfMonth', 'publishedOn', { publishedPrecision: 'MONTH' }],
    ['publishedInPast', 'publishedOn', { publishedOn: '2026-11-23' }],
    ['date', 'inspectedFrom', { inspectedFrom: 'April' }],
    ['date', 'inspectedTo', { inspectedTo: '2024-04-31' }],
    ['inspectionEndsAfterStart', 'inspectedTo', { inspectedTo: '2024-04-14' }],
    ['digest', 'documentDigest', { documentDigest: 'sha256:ABC' }],
    ['digest', 'documentDigest', { documentDigest: `xsha256:${'0'.repeat(64)}` }],
    ['digest', 'documentDigest', { documentDigest: `sha256:${'0'.repeat(65)}` }],
    ['notEmpty', 'seenIn', { documentDigest: null, seenIn: ' ' }],
  ] as const)('is not registered, by %s on %s', (rule, field, change) =>
    expect(reports.given().refusal(register(change))).toEqual({ rule, field }),
  )
  it.each([['title'], ['publisher'], ['authorityName'], ['seenIn']] as const)('is not listed without its %s', (field) =>
    expect(reports.given().refusal(on('2024-06-13', 'RegisterMentionedReport', { ...registerMentionedReport.data, [field]: '' }))).toEqual({
      rule: 'notEmpty',
      field,
    }),
  )
  const secondBody = on('2024-07-10', 'AdoptReport', { body: 'Example Council', resolution: null })
  it.each([
    ['notYetRegistered', 'report', [registerReport], registerReport],
    ['notYetListed', 'report', [registerReport], registerMentionedReport],
    ['notYetListed', 'report', [registerMentionedReport], registerMentionedReport],
    ['slug', 'authority', [], on('2024-06-13', 'RegisterMentionedReport', { ...registerMentionedReport.data, authority: '' })],
    ...[
      adoptReport,
      publishReport,
      withholdReport,
      recordJudgement,
      recordFinding,
      linkReportFinding,
      withdrawReport,
      applyReportDates,
    ].map((command) => ['reportExists', 'report', [], command] as const),
    ...[adoptReport, recordJudgement, recordFinding, withdrawReport].map(
      (command) => ['reportNotWithdrawn', 'report', [registerReport, withdrawReport], command] as const,
    ),
    ['itemsNamedOnce', 'items', [registerReport], apply({ items: ['one', 'one'] })],
    ['itemsOfReport', 'items', [registerReport], apply({ ofItems: [{ ...item, isOfReport: false }] })],
    ['datesInDoubt', 'items', [registerReport], apply({ ofItems: [item, { ...item, reference: 'R2', isInDoubt: false }] })],
    ['notEmpty', 'body', [registerReport], on('2024-07-09', 'AdoptReport', { body: '', resolution: null })],
    ['adoptedOnce', 'body', [registerReport, adoptReport], adoptReport],
    ['adoptedOnce', 'body', [registerReport, adoptReport, secondBody], secondBody],
    ['notYetPublished', 'report', [registerReport, publishReport], publishReport],
    ['notEmpty', 'reason', [registerReport], on('2024-06-20', 'WithholdReport', { reason: '' })],
    ['notYetWithheld', 'report', [registerReport, withholdReport], withholdReport],
    ['embargoBeforePublication', 'report', [registerReport, publishReport], embargoReport],
    ['embargoAhead', 'until', [registerReport], { ...embargoReport, data: { until: '2024-06-01T08:30:00.000Z' } }],
    ['notEmpty', 'reason', [registerReport], on('2024-06-20', 'WithdrawReport', { reason: '' })],
    ['identifier', 'judgementId', [registerReport], judge({ judgementId: '' })],
    ['notEmpty', 'subject', [registerReport], judge({ subject: '' })],
    ['notEmpty', 'grade', [registerReport], judge({ grade: '' })],
    ['meaningMatchesScale', 'meaning', [registerReport], judge({ meaning: 'GOOD' })],
    ['meaningMatchesScale', 'meaning', [registerReport], judge({ scale: stated2010, grade: '4', meaning: 'OUTSTANDING' })],
    ['judgementOnce', 'judgementId', [registerReport, recordJudgement], recordJudgement],
    ['identifier', 'findingId', [registerReport], find({ findingId: '' })],
    ['notEmpty', 'subject', [registerReport], find({ subject: '' })],
    ['notEmpty', 'words', [registerReport], find({ words: ' ' })],
    ['findingOnce', 'findingId', [registerReport, recordFinding], recordFinding],
    ['findingKnown', 'findingId', [registerReport], linkReportFinding],
    ['linkedItemExists', 'recommendation', [registerReport, recordFinding], linkFinding({ targetExists: false })],
    ['findingLinkOnce', 'linkId', [registerReport, recordFinding, linkReportFinding], linkReportFinding],
    ['findingLinkOnce', 'linkId', [registerReport, recordFinding, linkReportFinding], linkFinding({})],
    ['findingAgainstTime', 'recommendation', [registerReport, recordFinding], linkFinding({ targetOn: '2024-06-14' })],
    ['relationMatchesDirection', 'relation', [registerReport, findIn('IMPROVED')], linkFinding({})],
    ['relationMatchesDirection', 'relation', [registerReport, findIn('NEUTRAL')], linkFinding({ relation: 'IMPROVES_ON' })],
    ['findingKnown', 'change', [registerReport, recordFinding, linkReportFinding], voided('e1')],
    ['findingLinkOnce', 'change', [registerReport, recordFinding, linkReportFinding, voided('e2'), linkReportFinding], voided('e3')],
    ['notAfterToday', 'effectiveOn', [], { ...registerReport, effectiveOn: '2026-11-23' }],
    ['entryExists', 'entry', [registerReport], correct('e1', { title: 'x' })],
    ['lastDayOfMonth', 'change.fields', [registerReport], correct('e0', { publishedPrecision: 'MONTH' })],
    ['notEmpty', 'change.fields.seenIn', [registerMentionedReport], correct('e0', { seenIn: '' })],
    ['meaningMatchesScale', 'change.fields.meaning', [registerReport, recordJudgement], correct('e1', { grade: '1', meaning: 'GOOD' })],
    ['derivedField', 'change.fields.meaningDerived', [registerReport, recordJudgement], correct('e1', { meaningDerived: false })],
    ['fixedField', 'change.fields.judgementId', [registerReport, recordJudgement], correct('e1', { judgementId: 'other' })],
    ['fixedField', 'change.fields.authority', [registerReport], correct('e0', { authority: 'another-borough' })],
    ['oneOf', 'change.fields.kind', [registerReport], correct('e0', { kind: 'BOGUS' })],
    ['date', 'change.fields.publishedOn', [registerReport], correct('e0', { publishedOn: 20240613 })],
    ['adoptedOnce', 'change.fields', [registerReport, adoptReport, secondBody], correct('e2', { body: adoptReport.data.body })],
    ['judgementOnce', 'change', [registerReport, recordJudgement, voided('e1'), recordJudgement], voided('e2')],
    ['notEmpty', 'change.fields.words', [registerReport, recordFinding], correct('e1', { words: '' })],
    ['fieldOfEntry', 'change.fields.gist', [registerReport], correct('e0', { gist: 'x' })],
  ] as const)('is refused by %s on %s', (rule, field, given, command) =>
    expect(reports.given(...given).refusal(command)).toEqual({ rule, field }),
  )
  it.each([
    [findIn('IMPROVED'), { relation: 'IMPROVES_ON' }],
    [findIn('NEUTRAL'), { relation: 'SAME_MATTER' }],
    [recordFinding, { targetOn: '2024-06-13' }],
    [recordFinding, { targetOn: null }],
  ])('links a finding %# to an earlier recommendation', (finding, change) =>
    expect(reports.given(registerReport, finding).refusal(linkFinding(change))).toBeNull(),
  )
  it('takes other bodies, judgements and findings beside those it has', () => {
    const { refusal } = reports.given(registerReport, adoptReport, recordJudgement, recordFinding)
    expect(refusal(secondBody)).toBeNull()
    expect(refusal(judge({ judgementId: 'other' }))).toBeNull()
    expect(refusal(find({ findingId: 'other' }))).toBeNull()
  })
  it('can be corrected', () => {
    const { state } = reports.given(
      registerReport,
      recordJudgement,
      adoptReport,
      correct('e0', { reference: '331' }),
      correct('e1', { grade: '1' }),
      correct('e2', { resolution: null }),
    )
    expect(state.registered?.reference).toBe('331')
    expect(state.judgements).toMatchObject([{ grade: '1', meaning: 'INADEQUATE' }])
    expect(state.adoptions).toMatchObject([{ resolution: null }])
  })
})

describe('the meaning recorded with a judgement', () => {
  it.each([
    [{ grade: 'Grade 4 (Inadequate)', scale: null }, 'INADEQUATE', false],
    [{ grade: '4', scale: stated2010 }, 'INADEQUATE', true],
    [{ grade: '4', scale: null }, null, false],
    [{ grade: '4', scale: null, meaning: 'GOOD' }, 'GOOD', true],
    [{ meaning: 'ADEQUATE' }, 'ADEQUATE', true],
  ] as const)('of %j is %s, derived: %j', (change, meaning, meaningDerived) => {
    const decision = reports.given(registerReport).when(judge(change))
    expect(decision).toMatchObject({ ok: true, facts: [{ type: 'JudgementRecorded', data: { meaning, meaningDerived } }] })
  })
})

describe('the publication facts', () => {
  it('are none before the report is known', () => {
    expect(publicationFacts(noReport)).toBeNull()
    expect(publicationFacts({ ...noReport, stream })).toBeNull()
    expect(publicationFacts({ ...noReport, registered: registerReport.data })).toBeNull()
  })
  it('are those of the registration, with the first adoption', () => {
    const { state } = reports.given(
      registerReport,
      adoptReport,
      on('2024-09-01', 'AdoptReport', { body: 'Another body', resolution: null }),
    )
    expect(publicationFacts(state)).toEqual({
      report: stream,
      kind: 'INSPECTION',
      publishedOn: '2024-06-13',
      publishedPrecision: 'DAY',
      adoptedOn: '2024-07-09',
      illustrative: false,
    })
  })
  it('of a report known by mention only are bare; of an illustration they say so', () => {
    expect(publicationFacts(scenario(reportDecider, stream, true).given(registerMentionedReport).state)).toEqual({
      report: stream,
      kind: 'OTHER',
      publishedOn: null,
      publishedPrecision: 'UNKNOWN',
      adoptedOn: null,
      illustrative: true,
    })
    const mixed = [
      recorded({ type: 'ReportListed', data: registerMentionedReport.data } as const, {
        stream,
        revision: 0,
        effectiveOn: '2024-06-13',
        illustrative: true,
      }),
    ]
    const state = evolveReport(
      mixed.reduce(evolveReport, noReport),
      recorded({ type: 'ReportPublished', data: {} }, { stream, revision: 1, effectiveOn: '2024-06-13' }),
    )
    expect(state.illustrative).toBe(true)
  })
})

const commands = [
  registerReport,
  registerMentionedReport,
  adoptReport,
  publishReport,
  withholdReport,
  recordJudgement,
  recordFinding,
  withdrawReport,
  correct('e0', { title: 'x' }),
]

describe('whatever is asked, in any order', () => {
  it('every refusal names rule and field, and what is accepted folds to a state that refuses it a second time', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 14 }), (asked) => {
        let events: readonly Recorded<ReportEvent>[] = []
        for (const command of asked) {
          const decision = decideCommand(reportDecider, events, command)
          if (!decision.ok) {
            expect(decision.rejection.rule).toMatch(/^[a-z][A-Za-z]+$/)
            expect(decision.rejection.field).toMatch(/^[a-z][\w.]*$/)
            continue
          }
          const { effectiveOn } = command
          for (const fact of decision.facts) events = [...events, recorded(fact, { stream, revision: events.length, effectiveOn })]
          // What is entered late may be repeated: a publication before a withholding leaves the report withheld.
          if (events.every(({ metadata }) => metadata.effectiveOn <= effectiveOn))
            expect(decideCommand(reportDecider, events, command).ok).toBe(false)
        }
      }),
    ))
  it('folds facts that no rule would have let through', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1, 2, 3, 4, 5)), (picks) => {
        const facts = [
          ...reports.given(registerReport, publishReport, adoptReport, recordJudgement, withdrawReport).events,
          { type: 'New', data: {} },
        ] as ReportEvent[]
        const state = picks.reduce(
          (sofar, pick, revision) =>
            evolveReport(sofar, recorded(facts[pick] as ReportEvent, { stream, revision, effectiveOn: '2026-01-01' })),
          noReport,
        )
        expect(state.judgements).toHaveLength(picks.filter((pick) => pick === 3).length)
        expect(state.registered !== null).toBe(picks.includes(0))
      }),
    ))
})

describe('a letter', () => {
  const known = reports.given(registerReport)
  it.each([
    [respond({ responses: [...respondToReport.data.responses, ...respondToReport.data.responses] }), 'itemsNamedOnce'],
    [respond({ ofItems: [{ ...respondedTo, isOfReport: false }] }), 'itemsOfReport'],
    [respond({ responses: [] }), 'shape'],
    [respond({ ofItems: [{ ...respondedTo, refusal: 'It needs reasons.' }] }), 'responsesAllowed'],
  ])('responds to recommendations of its report, each once, and all or none of them', (command, rule) =>
    expect(known.refusal(command)).toEqual({ rule, field: 'responses' }),
  )
  it('names each recommendation that stands in its way', () => {
    const command = respond({ ofItems: [{ ...respondedTo, refusal: 'It needs reasons.' }] })
    const decision = decideCommand(reportDecider, known.events, command)
    expect(decision).toMatchObject({ rejection: { message: expect.stringContaining('R1: It needs reasons') } })
    expect(reports.given().refusal(respond({}))).toEqual({ rule: 'reportExists', field: 'report' })
  })
})

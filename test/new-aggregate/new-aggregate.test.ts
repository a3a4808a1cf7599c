import { aggregates, differenceOf, effectsOf, provenanceOf, registryOf } from '@outstanding/domain'
import type { AnyAggregate } from '@outstanding/domain'
import { arbitraryHistory, loan } from '@outstanding/domain/testing'
import { codecOf } from '@outstanding/event-store'
import { effectsById } from '@outstanding/projection'
import { wordingOf } from '../../packages/wording/src/index.ts'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { expectCorrections } from '../../packages/domain/testing/expect-corrections.ts'
import { differenceByFolding } from '../../packages/domain/testing/provenance/difference-by-folding.ts'
import { provenanceByOmission } from '../../packages/domain/testing/provenance/provenance-by-omission.ts'
import { on, scenario } from '../../packages/domain/testing/scenario.ts'
import { expectVersions } from '../../packages/read-models/testing/expect-versions.ts'
import { allReadModels } from '../../packages/read-models/src/all-read-models.ts'
import { allNouns } from '../../packages/wording/src/nouns/all-nouns.ts'
import * as nouns from '../../services/api/src/noun-list.ts'
import type { Noun } from '../../services/api/src/nouns/noun.ts'
import { permissionsIn } from '../../services/api/src/nouns/permissions.ts'
import { typenamesIn } from '../../services/api/src/graphql/node-id.ts'
import { fileFaults, filesToMake, wantedFiles } from '../golden-events/golden-files.ts'
import { loans } from './loan-read-model.ts'
import { loanWords } from './loan-words.ts'

/*
 * The way of infra/architecture.md, gone with a made-up aggregate: it is added to the list, with its words, its read model and its
 * contribution to the API, and all generic code finds it. If anything else needed a change, this test would fail.
 */

const registry = registryOf({ ...aggregates, loan })
const uuid = '0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f'
const stream = `loan-example-borough.${uuid}`
const eventId = (revision: number): string => `00000000-0000-5000-8000-${String(revision).padStart(12, '0')}`
const loaned: AnyAggregate = registry.aggregate('loan')

const lend = on('2017-05-02', 'LendBook', { title: 'Bleak House', card: 'card-1', dueOn: '2017-06-02' })
const extend = on('2017-05-30', 'ExtendLoan', { dueOn: '2017-06-30', reason: 'Not finished' })
const giveBack = on('2017-06-20', 'ReturnBook', { condition: 'WORN' } as const)
const correct = (entry: string, fields: Readonly<Record<string, unknown>>) =>
  on('2017-07-01', 'CorrectEntry', { entry, reason: 'Mistyped', change: { kind: 'REPLACE', fields } } as const)
const story = scenario(loan.decider, stream).given(lend, extend, giveBack, correct('e1', { dueOn: '2017-07-15' }))

const history = arbitraryHistory(loaned, stream, eventId)
const day = fc.constantFrom('2017-01-05', '2017-05-02', '2018-02-14', '2018-06-30')

describe('names', () => {
  it('of its streams are read, and those of the others still are', () => {
    expect(registry.parseStream(stream)).toEqual({ aggregate: 'loan', authority: 'example-borough', id: uuid })
    expect(registry.parseStream(`report-example-borough.${uuid}`)?.aggregate).toBe('report')
    expect(registry.parseStream('loan-example-borough')).toBeNull()
  })
  it('of its node in the API is its own', () => {
    expect(typenamesIn(registry)(stream)).toBe('Loan')
  })
  it('of its commands are keys of its permissions: without them, or without saying who sees it, nothing compiles', () => {
    type LoanNoun = Noun<Exclude<keyof typeof loan.commands, 'CorrectEntry'>>
    const seen = { isShown: async () => true, feed: 'SIGNED_IN' } as const
    const some = { ...seen, permissions: { LendBook: ['officer'], ExtendLoan: ['officer'] } } as const
    const all = { ...seen, permissions: { ...some.permissions, ReturnBook: ['officer', 'auditor'] } } as const
    const { isShown: _isShown, ...unseen } = all
    expectTypeOf(some).not.toExtend<LoanNoun>()
    expectTypeOf(unseen).not.toExtend<LoanNoun>()
    expectTypeOf(all).toExtend<LoanNoun>()
    const { mayExecute, mayCorrect } = permissionsIn({ ...nouns, loan: all }, registry)
    expect(mayExecute('auditor', 'ReturnBook')).toBe(true)
    expect(mayCorrect('officer', 'BookLent')).toBe(true)
    expect(mayCorrect('auditor', 'BookReturned')).toBe(false)
  })
})

describe('the log', () => {
  const { changeInWords, effectInWords, eventTitle, sentenceOf } = wordingOf({ ...allNouns, loan: loanWords })

  it('tells its entries and what they changed in words', () => {
    const effects = effectsById(registry, stream, story.events)
    expect(
      story.events.map(({ type, data, eventId: id }) => [eventTitle(type), sentenceOf(type, data), effectInWords(effects.get(id) ?? [])]),
    ).toEqual([
      ['Book lent', 'Lent until 2 June 2017: Bleak House', 'Due back: none → 2 June 2017'],
      ['Loan extended', 'Loan extended to 30 June 2017: Not finished', 'Due back: 2 June 2017 → 30 June 2017'],
      ['Book returned', 'Book returned, condition: worn.', 'Condition: none → worn'],
      ['Entry corrected', 'Entry corrected: Mistyped', 'Due back: 30 June 2017 → 15 July 2017'],
    ])
  })
  it('has words for whatever any history of it changes', () =>
    fc.assert(
      fc.property(history, (events) => {
        for (const effect of effectsOf(loaned.provenance, events))
          for (const words of [effectInWords(effect), ...effect.map((change) => changeInWords(change).words)])
            expect(words).toMatch(/^[A-Z](?!.*(undefined|null|\[object|NaN)).*\S$/s)
      }),
      { numRuns: 60 },
    ))
  it('is written and read by the codec', () => {
    const { encodeFacts, decodeEvent } = codecOf<{ readonly type: string; readonly data: object }>(registry)
    for (const { type, data, metadata, ...place } of story.events) {
      const [event] = encodeFacts(stream, [{ type, data }], { ...metadata, commandId: uuid })
      const stored = { ...place, type, data: event?.data, metadata: event?.metadata }
      expect(decodeEvent(stored)).toMatchObject({ ok: true, event: { type, data } })
      expect(decodeEvent({ ...stored, data: { dueOn: 7 } })).toMatchObject({ ok: false, reason: 'INVALID' })
    }
  })
})

describe('a correction of its entries', () => {
  expectCorrections(loaned)
  it('changes no field that identifies the loan, and changes something', () => {
    expect(story.refusal(correct('e0', { card: 'card-2' }))).toEqual({ rule: 'fixedField', field: 'change.fields.card' })
    expect(story.refusal(correct('e0', { title: 'Bleak House' }))).toEqual({ rule: 'changesSomething', field: 'change.fields' })
    expect(story.refusal(correct('e2', { condition: 'NEW' }))).toEqual({ rule: 'oneOf', field: 'change.fields.condition' })
  })
})

describe('its golden files', () => {
  it('are asked for, and made so that they read', () => {
    const there = wantedFiles(registryOf(aggregates))
    expect(fileFaults(registry, there)).toHaveLength(3)
    const made = filesToMake(registry, there)
    expect([...made.keys()]).toEqual(['BookLent.v1.json', 'LoanExtended.v1.json', 'BookReturned.v1.json'])
    for (const golden of made.values()) {
      const stored = { ...golden, revision: 0, eventId: eventId(0), position: '1', recordedAt: '2026-03-12T09:32:00.000Z' }
      expect(codecOf(registry).decodeEvent(stored)).toMatchObject({ ok: true, event: { data: golden.data } })
    }
  })
})

describe('the generated histories', () => {
  it('hold each of its event types and corrections, and nothing that its declarations refuse', () => {
    const { decodeEvent } = codecOf(registry)
    const events = fc.sample(history, { numRuns: 60, seed: 1 }).flat()
    expect([...new Set(events.map(({ type }) => type))].toSorted()).toEqual(Object.keys(loaned.events).toSorted())
    for (const event of events)
      expect(decodeEvent({ ...event, metadata: { ...event.metadata, commandId: uuid } })).toMatchObject({ ok: true })
  })
})

describe('of any history of it', () => {
  it('the difference is that of the whole states on the way', () =>
    fc.assert(
      fc.property(history, day, day, fc.nat(14), (events, before, after, known) => {
        const from = { asAt: before, knownAt: String(known), reader: loaned.provenance }
        const to = { asAt: after, knownAt: null, reader: loaned.provenance }
        expect(differenceOf(events, { from, to, since: before })).toEqual(differenceByFolding(events, { from, to, since: before }))
      }),
      { numRuns: 100 },
    ))
  it('the sources of a value are those without which it would be another', () =>
    fc.assert(
      fc.property(history, day, (events, asAt) => {
        expect(provenanceOf(loaned.provenance, events, asAt)).toEqual(provenanceByOmission(loaned.provenance, events, asAt))
      }),
      { numRuns: 60 },
    ))
})

describe('its rows in both times, and those of the others', () => expectVersions(registry, [...allReadModels, loans]))

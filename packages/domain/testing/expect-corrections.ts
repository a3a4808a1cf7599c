import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryData, arbitraryValue } from './arbitrary-field.ts'
import { hostileValues } from './hostile-values.ts'
import { policy } from './recommendation/examples.ts'
import { recorded, today } from './scenario.ts'
import type { AnyAggregate, AnyDecider } from '../src/kernel/aggregate/registry.ts'
import type { Fact, Recorded } from '../src/envelope.ts'
import { effectiveEntries } from '../src/kernel/history/history-at.ts'
import { decideCommand } from '../src/kernel/commands/decide-command.ts'
import { correctionEvents } from '../src/kernel/events/entry-corrected.ts'
import type { Fields } from '../src/kernel/fields/field.ts'
import { formRules } from '../src/kernel/fields/form-rules.ts'
import { fieldsRefusal } from '../src/kernel/fields/value-refusal.ts'

type AnyFact = Fact<string, Readonly<Record<string, unknown>>>
type Events = readonly Recorded<AnyFact>[]

const stream = 'stream-example-borough.0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f'
const [day, later] = ['2017-05-02', '2017-05-03']

/** One event of every type that the aggregate declares and that can be corrected, then a correction of the first. */
const historyOf = (declared: Readonly<Record<string, Fields>>): fc.Arbitrary<Events> => {
  const types = Object.keys(declared).filter((type) => type !== 'EntryCorrected' && type !== 'PersonalDataRemoved')
  return fc.tuple(...types.map((type) => arbitraryData(declared[type] ?? {}))).map((all) => {
    const facts: AnyFact[] = all.map((data, index) => ({ type: types[index] ?? '', data }))
    const correction = { entry: 'e0', reason: 'Mistyped', change: { kind: 'REPLACE', fields: {}, effectiveOn: later } }
    return [...facts, { type: 'EntryCorrected', data: correction }].map((fact, revision) =>
      recorded(fact, { stream, revision, effectiveOn: day }),
    )
  })
}

const correct = (entry: string, change: unknown, reason: unknown = 'Mistyped') => ({
  type: 'CorrectEntry',
  data: { entry, reason, change, policy },
  actor: { id: 'person-1', role: 'officer' as const },
  effectiveOn: today,
  today,
})
const replace = (fields: Readonly<Record<string, unknown>>, effectiveOn?: unknown) => ({
  kind: 'REPLACE',
  fields,
  ...(effectiveOn === undefined ? {} : { effectiveOn }),
})
const ruleOf = (decider: AnyDecider, events: Events, command: ReturnType<typeof correct>): string | null => {
  const decision = decideCommand(decider, events, command)
  return decision.ok ? null : decision.rejection.rule
}

/**
 * The tests of corrections in the history of an aggregate: wrong types, wrong choices, fields that identify an entry, and corrections that
 * change nothing are refused, and whatever is accepted leaves every entry as its declaration asks.
 */
export function expectCorrections({ events: declared, decider }: AnyAggregate): void {
  const [example] = fc.sample(historyOf(declared), { numRuns: 1, seed: 1 })
  const events = example ?? []
  const byForm = [...Object.keys(formRules), 'fixedField', 'derivedField']

  it.each(events.map((event) => [event.type, event] as const))('gives no value that %s may not have', (type, event) => {
    for (const [field, { shape }] of Object.entries(declared[type] ?? {}))
      for (const value of hostileValues(shape))
        expect([
          field,
          value,
          byForm.includes(ruleOf(decider, events, correct(event.eventId, replace({ [field]: value }))) ?? 'accepted'),
        ]).toEqual([field, value, true])
    for (const stray of ['stray', 'toString', 'constructor'])
      expect(ruleOf(decider, events, correct(event.eventId, replace({ [stray]: 'x' })))).toBe('fieldOfEntry')
    for (const effectiveOn of ['2026-02-30', 'today', '', null, 20260101, '9999-12-31', ['2017-05-02']])
      expect(['date', 'notAfterToday']).toContain(ruleOf(decider, events, correct(event.eventId, replace({}, effectiveOn))))
  })

  it('names an entry, says why and changes something', () => {
    for (const { eventId } of events) {
      for (const change of hostileValues(correctionEvents.EntryCorrected.change.shape))
        expect([change, ruleOf(decider, events, correct(eventId, change))]).not.toEqual([change, null])
      for (const reason of hostileValues(correctionEvents.EntryCorrected.reason.shape))
        expect([reason, ruleOf(decider, events, correct(eventId, { kind: 'VOID' }, reason))]).not.toEqual([reason, null])
      expect(ruleOf(decider, events, correct(eventId, replace({})))).toBe('changesSomething')
    }
    for (const entry of ['e999', '__proto__', 'toString', '', 'e0 '])
      expect(ruleOf(decider, events, correct(entry, { kind: 'VOID' }))).not.toBeNull()
  })

  it('leaves every entry as its declaration asks, and what identifies it unchanged', () => {
    let accepted = 0
    const attempt = fc.nat().chain((pick) => {
      const event = events[pick % events.length]
      const fields = Object.entries(declared[event?.type ?? ''] ?? {})
      const some = fc.record(Object.fromEntries(fields.map(([field, value]) => [field, arbitraryValue(value)])), {
        requiredKeys: [],
        noNullPrototype: true,
      })
      const effectiveOn = fc.constantFrom(undefined, undefined, day, later, today)
      return fc.tuple(fc.constant(event?.eventId ?? ''), fc.oneof(fc.constant(null), some), effectiveOn)
    })
    fc.assert(
      fc.property(historyOf(declared), fc.array(attempt, { maxLength: 8 }), (history, attempts) => {
        let log = history
        for (const [entry, fields, effectiveOn] of attempts) {
          const command = correct(
            entry,
            fields === null ? { kind: 'VOID' } : replace(onlyStated(declared, log, entry, fields), effectiveOn),
          )
          const decision = decideCommand(decider, log, command)
          if (!decision.ok) continue
          accepted += 1
          const before = JSON.stringify(effectiveEntries(log, null, null))
          for (const fact of decision.facts as readonly AnyFact[])
            log = [...log, recorded(fact, { stream, revision: log.length, effectiveOn: today })]
          const after = effectiveEntries(log, null, null)
          expect(JSON.stringify(after.slice(0, -1))).not.toBe(before)
          for (const each of after) expect([each.type, fieldsRefusal(declared[each.type] ?? {}, each.data)]).toEqual([each.type, null])
          for (const each of after)
            expect(identifiedBy(declared, each)).toEqual(
              identifiedBy(
                declared,
                log.find(({ eventId }) => eventId === each.eventId),
              ),
            )
        }
      }),
      { numRuns: 60 },
    )
    expect(accepted).toBeGreaterThan(10)
  })
}

/** Without what can never be corrected, so that many attempts are accepted. */
const onlyStated = (declared: Readonly<Record<string, Fields>>, log: Events, entry: string, fields: Readonly<Record<string, unknown>>) => {
  const type = log.find(({ eventId }) => eventId === entry)?.type ?? ''
  return Object.fromEntries(Object.entries(fields).filter(([field]) => declared[type]?.[field]?.role === 'STATED' && field !== 'change'))
}

const identifiedBy = (declared: Readonly<Record<string, Fields>>, event: Recorded<AnyFact> | undefined) =>
  Object.entries(declared[event?.type ?? ''] ?? {}).flatMap(([field, { role }]) => (role === 'FIXED' ? [[field, event?.data[field]]] : []))

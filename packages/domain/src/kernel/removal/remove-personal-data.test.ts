import { describe, expect, it } from 'vitest'
import { recorded } from '../../../testing/scenario.ts'
import { registry } from '../../aggregates.ts'
import { decideCommand } from '../commands/decide-command.ts'
import { decideOnce } from '../commands/decide-once.ts'
import { removedText } from '../events/personal-data-removed.ts'
import { historyAt } from '../history/history-at.ts'

const stream = 'office-example-borough.0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f'
const day = '2026-03-03'
const created = recorded(
  { type: 'OfficeCreated', data: { name: 'Director', authority: 'example-borough', kind: 'OFFICER', portfolio: null } },
  { stream, revision: 0, effectiveOn: '2026-01-05' },
)
const removed = recorded(
  { type: 'PersonalDataRemoved', data: { entry: created.eventId, reason: 'A name' } },
  { stream, revision: 1, effectiveOn: day },
)
const command = (type: string, data: object, effectiveOn = day) => ({
  type,
  data,
  actor: { id: 'person-1', role: 'information-governance' as const },
  effectiveOn,
  today: '2026-03-04',
})
const remove = (data: object, effectiveOn?: string) => command('RemovePersonalData', data, effectiveOn)
const ask = { entry: created.eventId, reason: 'A name' }

describe.each(registry.all)('the texts of an entry of a $name', ({ decider }) => {
  const decide = (events: readonly (typeof created)[], given: ReturnType<typeof command>) =>
    decideCommand<unknown, typeof given, typeof created>(decider as never, events, given)

  it('are removed by an event of its own stream', () => {
    expect(decide([created], remove(ask))).toEqual({ ok: true, facts: [{ type: 'PersonalDataRemoved', data: ask }] })
  })
  it.each([
    ['entryOfHistory', 'entry', [created], remove({ ...ask, entry: 'another' })],
    ['entryOfHistory', 'entry', [], remove(ask)],
    ['notRemovedYet', 'entry', [created, removed], remove(ask)],
    ['notEmpty', 'reason', [created], remove({ ...ask, reason: ' ' })],
    ['notAfterToday', 'effectiveOn', [created], remove(ask, '2026-03-05')],
  ] as const)('are not removed by %s on %s', (rule, field, events, given) => {
    expect(decide(events as never, given)).toMatchObject({ ok: false, rejection: { rule, field } })
  })
  it('can be removed of a removal too', () => {
    expect(decide([created, removed as never], remove({ ...ask, entry: removed.eventId }))).toMatchObject({ ok: true })
  })
  it('leave what the item folds to as it was', () => {
    const before = historyAt(decider, [created], null, null)
    expect(historyAt(decider, [created, removed], null, null)).toEqual(before)
  })
})

it('a removal cannot be corrected', () => {
  const office = registry.aggregate('office').decider
  const correction = command('CorrectEntry', { entry: removed.eventId, reason: 'x', change: { kind: 'VOID' } })
  expect(decideCommand(office, [created, removed], correction)).toMatchObject({ rejection: { rule: 'removalIsFinal', field: 'entry' } })
})

it('a command whose texts were removed counts as a repeat whatever it says', () => {
  const entry = { ...created, metadata: { ...created.metadata, commandId: 'c', requestDigest: removedText } }
  const request = { command: command('CreateOffice', {}), commandId: 'c', requestDigest: 'any' }
  expect(decideOnce(registry.aggregate('office').decider, [entry, removed], request)).toEqual({ kind: 'REPEATED', events: [entry] })
})

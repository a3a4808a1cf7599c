import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfficeEvent } from './events.ts'
import { on, recorded, scenario } from '../../testing/scenario.ts'
import { officeDecider } from './decide.ts'
import {
  abolishOffice,
  appointHolder,
  changePortfolio,
  createBody,
  createOffice,
  holder,
  otherHolder,
  releaseHolder,
  renameOffice,
  transferService,
} from '../../testing/office/examples.ts'
import { evolveOffice, noOffice } from './state.ts'

const stream = 'office-example-borough.11111111-2222-4333-8444-555555555555'
const offices = scenario(officeDecider, stream)
const [item] = transferService.data.items
const ended = { name: 'Old office', abolishedOn: '2025-05-01' }
const transferring = (data: object) => ({ ...transferService, data: { ...transferService.data, ...data } })
const correct = (entry: string, fields: Record<string, unknown>) =>
  on('2026-01-01', 'CorrectEntry', { entry, reason: 'mistyped', change: { kind: 'REPLACE', fields } } as const)
const voided = (entry: string) => on('2026-01-01', 'CorrectEntry', { entry, reason: 'entered twice', change: { kind: 'VOID' } } as const)

describe('an office', () => {
  it('records what is asked, in its own words', () => {
    const { events } = offices.given(createOffice, appointHolder, releaseHolder, renameOffice, changePortfolio, transferService)
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['OfficeCreated', createOffice.data],
      ['HolderAppointed', { holder }],
      ['HolderLeft', { holder }],
      ['OfficeRenamed', { name: 'Cabinet Member for Children and Families', formerName: 'Cabinet Member for Children' }],
      ['PortfolioChanged', changePortfolio.data],
      [
        'ServiceTransferred',
        {
          transferId: 'transfer-1',
          service: "Children's social care",
          accountableBody: 'Example Borough Council',
          deliveringBody: "Example Children's Trust",
          delivering: null,
          to: transferService.data.to,
          fromName: 'Cabinet Member for Children and Families',
          toName: 'Cabinet Member for Communities',
          items: transferService.data.items,
        },
      ],
    ])
  })
  it('keeps its former names, its holders in time and what was transferred', () => {
    const again = on('2025-09-01', 'AppointHolder', { holder })
    const { state } = offices.given(
      createOffice,
      appointHolder,
      on('2024-06-01', 'AppointHolder', { holder: otherHolder }),
      releaseHolder,
      renameOffice,
      on('2026-01-01', 'RenameOffice', { name: 'Cabinet Member for Families' }),
      changePortfolio,
      transferService,
      again,
    )
    expect(state).toMatchObject({
      stream,
      created: true,
      name: 'Cabinet Member for Families',
      formerNames: ['Cabinet Member for Children', 'Cabinet Member for Children and Families'],
      authority: 'example-borough',
      kind: 'EXECUTIVE_MEMBER',
      portfolio: "Children's services and schools",
      holdings: [
        { holder, from: '2024-05-21', to: '2025-05-20' },
        { holder: otherHolder, from: '2024-06-01', to: null },
        { holder, from: '2025-09-01', to: null },
      ],
      transfers: [{ transferId: 'transfer-1', items: transferService.data.items, on: '2026-04-01' }],
      abolished: null,
    })
  })
  it.each([
    ['officeNotYetCreated', 'office', [createOffice], createOffice],
    ['notEmpty', 'name', [], on('2024-05-01', 'CreateOffice', { ...createOffice.data, name: '' })],
    ['slug', 'authority', [], on('2024-05-01', 'CreateOffice', { ...createOffice.data, authority: 'Example Borough' })],
    ['slug', 'authority', [], on('2024-05-01', 'CreateOffice', { ...createOffice.data, authority: 'example--borough' })],
    ['notEmpty', 'portfolio', [], on('2024-05-01', 'CreateOffice', { ...createOffice.data, portfolio: ' ' })],
    ['notAfterToday', 'effectiveOn', [], { ...createOffice, effectiveOn: '2026-11-23' }],
    ...[appointHolder, releaseHolder, renameOffice, changePortfolio, transferService, abolishOffice].map(
      (command) => ['officeExists', 'office', [], command] as const,
    ),
    ['personId', 'holder', [createOffice], on('2024-05-21', 'AppointHolder', { holder: 'Councillor Jane Doe' })],
    ['personId', 'holder', [createOffice], on('2024-05-21', 'AppointHolder', { holder: `${holder}x` })],
    ['personId', 'holder', [createOffice], on('2024-05-21', 'AppointHolder', { holder: `x${holder}` })],
    ['bodyHasNoHolder', 'holder', [createBody], appointHolder],
    ['notYetHolder', 'holder', [createOffice, appointHolder], appointHolder],
    ['personHoldsOffice', 'holder', [createOffice], releaseHolder],
    ['personHoldsOffice', 'holder', [createOffice, appointHolder, releaseHolder], releaseHolder],
    ['personHoldsOffice', 'holder', [createOffice, appointHolder], on('2025-05-20', 'ReleaseHolder', { holder: otherHolder })],
    ['leavesAfterAppointment', 'effectiveOn', [createOffice, appointHolder], { ...releaseHolder, effectiveOn: '2024-05-20' }],
    ['notEmpty', 'name', [createOffice], on('2025-01-01', 'RenameOffice', { name: '' })],
    ['nameChanges', 'name', [createOffice], on('2025-01-01', 'RenameOffice', { name: createOffice.data.name })],
    ['notEmpty', 'portfolio', [createOffice], on('2025-01-01', 'ChangePortfolio', { portfolio: '' })],
    ['portfolioChanges', 'portfolio', [createOffice], on('2025-01-01', 'ChangePortfolio', { portfolio: createOffice.data.portfolio })],
    ...[appointHolder, renameOffice, changePortfolio, transferService, abolishOffice].map(
      (command) => ['officeNotAbolished', 'office', [createOffice, abolishOffice], { ...command, effectiveOn: '2026-06-01' }] as const,
    ),
    ['receivingOfficeNotAbolished', 'to', [createOffice], transferring({ receiving: ended })],
    ['receivingOfficeNotAbolished', 'successor', [createOffice], { ...abolishOffice, data: { ...abolishOffice.data, receiving: ended } }],
    ['transferElsewhere', 'successor', [createOffice], { ...abolishOffice, data: { ...abolishOffice.data, successor: stream } }],
    [
      'successorNeeded',
      'successor',
      [createOffice],
      { ...abolishOffice, data: { ...abolishOffice.data, successor: null, receiving: null } },
    ],
    ['itemsOnce', 'items', [createOffice], transferring({ items: [item, item] })],
    ['itemsOfOffice', 'items', [createOffice], transferring({ ofItems: [{ id: item, reference: 'R1', isOwned: false }] })],
    ['shape', 'items', [createOffice], transferring({ items: [] })],
    ...(['service', 'accountableBody', 'deliveringBody', 'to'] as const).map(
      (field) =>
        [
          field === 'to' ? 'identifier' : 'notEmpty',
          field,
          [createOffice],
          on('2025-01-01', 'TransferService', { ...transferService.data, [field]: ' ' }),
        ] as const,
    ),
    ['transferElsewhere', 'to', [createOffice], on('2025-01-01', 'TransferService', { ...transferService.data, to: stream })],
    ['entryExists', 'entry', [], correct('e0', { name: 'x' })],
    ['notEmpty', 'change.fields.name', [createOffice], correct('e0', { name: '' })],
    ['fixedField', 'change.fields.authority', [createOffice], correct('e0', { authority: 'another-borough' })],
    ['oneOf', 'change.fields.kind', [createOffice], correct('e0', { kind: 'NONSENSE' })],
    ['notEmpty', 'change.fields.formerName', [createOffice, renameOffice], correct('e1', { formerName: 42 })],
    ['notEmpty', 'change.fields.formerName', [createOffice, renameOffice], correct('e1', { formerName: null })],
    ['personId', 'change.fields.holder', [createOffice, appointHolder], correct('e1', { holder: [holder] })],
    ['wellFormed', 'change.fields.name', [createOffice], correct('e0', { name: 'a\u0000b' })],
    ['tooLong', 'change.fields.name', [createOffice], correct('e0', { name: 'x'.repeat(501) })],
    ['changesSomething', 'change.fields', [createOffice], correct('e0', { name: createOffice.data.name })],
    ['personHoldsOffice', 'change', [createOffice, appointHolder, releaseHolder], voided('e1')],
    ['personHoldsOffice', 'change.fields', [createOffice, appointHolder, releaseHolder], correct('e1', { holder: otherHolder })],
    ['bodyHasNoHolder', 'change.fields', [createOffice, appointHolder], correct('e0', { kind: 'BODY' })],
    ['personId', 'change.fields.holder', [createOffice, appointHolder], correct('e1', { holder: 'Jane' })],
    ['personId', 'change.fields.holder', [createOffice, appointHolder, releaseHolder], correct('e2', { holder: 'Jane' })],
    ['notEmpty', 'change.fields.name', [createOffice, renameOffice], correct('e1', { name: ' ' })],
  ] as const)('is refused by %s on %s', (rule, field, given, command) =>
    expect(offices.given(...given).refusal(command)).toEqual({ rule, field }),
  )
  it('ends: its items go to its successor, and its holders leave', () => {
    const { events, state } = offices.given(createOffice, appointHolder, abolishOffice)
    expect(events.at(-1)).toMatchObject({
      type: 'OfficeAbolished',
      data: { fromName: createOffice.data.name, successorName: 'Cabinet Member for Communities', items: [item] },
    })
    expect(state).toMatchObject({
      name: createOffice.data.name,
      abolished: { on: '2026-05-01', successor: transferService.data.to },
      holdings: [{ holder, from: '2024-05-21', to: '2026-05-01' }],
    })
    const alone = { ...abolishOffice, data: { ...abolishOffice.data, successor: null, receiving: null, openItems: [] } }
    expect(offices.given(createOffice).refusal(alone)).toBeNull()
  })
  it('can be corrected', () => {
    const { state, events } = offices.given(
      createOffice,
      changePortfolio,
      correct('e0', { name: 'Cabinet Member, Children' }),
      correct('e1', { portfolio: 'Schools' }),
    )
    expect(events.at(-1)).toMatchObject({ type: 'EntryCorrected', data: { entry: 'e1', reason: 'mistyped' } })
    expect(state).toMatchObject({ name: 'Cabinet Member, Children', portfolio: 'Schools' })
  })
  it('takes a holder back on the day of appointment, and a body without a portfolio', () => {
    expect(offices.given(createOffice, appointHolder).refusal({ ...releaseHolder, effectiveOn: '2024-05-21' })).toBeNull()
    expect(offices.given(createBody).state).toMatchObject({ kind: 'BODY', portfolio: null })
  })
  it('folds any facts in any order', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1, 2, 3, 4, 5, 6)), (picks) => {
        const facts = [
          ...offices.given(createOffice, appointHolder, releaseHolder, renameOffice, changePortfolio, transferService).events,
          { type: 'SomethingNew', data: {} },
        ] as OfficeEvent[]
        const state = picks.reduce(
          (sofar, pick, revision) =>
            evolveOffice(sofar, recorded(facts[pick] as OfficeEvent, { stream, revision, effectiveOn: '2026-01-01' })),
          noOffice,
        )
        expect(state.created).toBe(picks.includes(0))
        expect(state.formerNames).toHaveLength(picks.filter((pick) => pick === 3).length)
      }),
    ))
})

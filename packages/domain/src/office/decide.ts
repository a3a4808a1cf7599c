import { accept, type Decider, type Decision } from '../decision.ts'
import type { OfficeCommand } from './commands.ts'
import type { OfficeEvent } from './events.ts'
import { checkCorrection } from '../entry/check-correction.ts'
import { correctionsIn, wholeCorrection } from '../entry/whole-correction.ts'
import { checkEffectiveOn, firstOf, needs, needsSlug, needsText, type Check } from '../field/check-field.ts'
import { evolveOffice, noOffice, type OfficeState } from './state.ts'

const opaquePerson = /^(?:person-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const needsHolder = (holder: string): Check =>
  needs(opaquePerson.test(holder), 'opaquePersonId', 'holder', 'A holder is named by an opaque person id (person-{uuid}), never by a name.')

const holds = (state: OfficeState, holder: string): boolean =>
  state.holdings.some((holding) => holding.holder === holder && holding.to === null)

const checkCreated = (data: Readonly<Record<string, unknown>>): Check =>
  firstOf(
    needsText('name', data['name']),
    needsSlug('authority', data['authority']),
    data['portfolio'] === null ? null : needsText('portfolio', data['portfolio']),
  )

const checkEntry = (type: string, data: Readonly<Record<string, unknown>>): Check => {
  if (type === 'OfficeCreated') return checkCreated(data)
  if (type === 'HolderAppointed' || type === 'HolderLeft') return needsHolder(String(data['holder']))
  return type === 'OfficeRenamed' ? needsText('name', data['name']) : null
}

const checkRelease = (command: OfficeCommand & { readonly type: 'ReleaseHolder' }, state: OfficeState): Check => {
  const { holder } = command.data
  const holding = state.holdings.findLast((one) => one.holder === holder && one.to === null)
  return firstOf(
    needs(holding !== undefined, 'holderHolds', 'holder', `${holder} does not hold this office.`),
    needs(
      (holding?.from ?? '') <= command.effectiveOn,
      'leavesAfterAppointment',
      'effectiveOn',
      `${holder} was appointed on ${holding?.from}.`,
    ),
  )
}

const checkKnown = (command: Exclude<OfficeCommand, { type: 'CreateOffice' | 'CorrectEntry' }>, state: OfficeState): Check => {
  switch (command.type) {
    case 'AppointHolder':
      return firstOf(
        needsHolder(command.data.holder),
        needs(state.kind !== 'BODY', 'bodyHasNoHolder', 'holder', `${state.name} is a body: it has no holder.`),
        needs(!holds(state, command.data.holder), 'notYetHolder', 'holder', `${command.data.holder} holds this office already.`),
      )
    case 'ReleaseHolder':
      return checkRelease(command, state)
    case 'RenameOffice':
      return firstOf(
        needsText('name', command.data.name),
        needs(command.data.name !== state.name, 'nameChanges', 'name', `The office has the name ${state.name} already.`),
      )
    case 'ChangePortfolio':
      return firstOf(
        needsText('portfolio', command.data.portfolio),
        needs(command.data.portfolio !== state.portfolio, 'portfolioChanges', 'portfolio', 'The office has this portfolio already.'),
      )
    default:
      return firstOf(
        needsText('service', command.data.service),
        needsText('accountableBody', command.data.accountableBody),
        needsText('deliveringBody', command.data.deliveringBody),
        needsText('to', command.data.to),
        needs(command.data.to !== state.stream, 'transferElsewhere', 'to', 'A service is transferred to another office.'),
      )
  }
}

const check = (command: OfficeCommand, state: OfficeState): Check => {
  switch (command.type) {
    case 'CreateOffice':
      return firstOf(
        needs(!state.created, 'officeNotYetCreated', 'office', `The office exists already, as ${state.name}.`),
        checkCreated(command.data),
      )
    case 'CorrectEntry':
      return checkCorrection(command, state.entries, checkEntry)
    default:
      return firstOf(needs(state.created, 'officeKnown', 'office', 'No such office has been created.'), checkKnown(command, state))
  }
}

const fact = (command: OfficeCommand, state: OfficeState): OfficeEvent => {
  switch (command.type) {
    case 'CreateOffice':
      return { type: 'OfficeCreated', data: command.data }
    case 'AppointHolder':
      return { type: 'HolderAppointed', data: command.data }
    case 'ReleaseHolder':
      return { type: 'HolderLeft', data: command.data }
    case 'RenameOffice':
      return { type: 'OfficeRenamed', data: { name: command.data.name, formerName: state.name } }
    case 'ChangePortfolio':
      return { type: 'PortfolioChanged', data: command.data }
    case 'TransferService':
      return { type: 'ServiceTransferred', data: command.data }
    default:
      return { type: 'EntryCorrected', data: wholeCorrection(command.data, correctionsIn(state.entries)) }
  }
}

const decide = (command: OfficeCommand, state: OfficeState): Decision<OfficeEvent> => {
  const refusal = firstOf(checkEffectiveOn(command), check(command, state))
  return refusal ? { ok: false, rejection: refusal } : accept(fact(command, state))
}

/** An office or body that owns recommendations; persons hold it for a time, under opaque ids. */
export const officeDecider: Decider<OfficeState, OfficeCommand, OfficeEvent> = { initial: noOffice, decide, evolve: evolveOffice }

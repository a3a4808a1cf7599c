import { accept, type Decision } from '../decision.ts'
import type { AssignOwner, AssignTheme, ReleaseOwner, TransferOwner } from './commands.ts'
import type { OwnerTransferred, RecommendationEvent } from './events.ts'
import type { OwnerRole } from './event-parts.ts'
import type { RecommendationState } from './state.ts'
import { accepted } from './fact-of.ts'
import { leavesSomebody } from './on-record.ts'
import { refuse } from './rules.ts'

type Outcome = Decision<RecommendationEvent>

export const assignTheme = (command: AssignTheme, { record }: RecommendationState): Outcome =>
  record.theme === command.data.theme ? refuse('alreadyAssigned', 'theme') : accepted(command)

export const assignOwner = (command: AssignOwner, { record }: RecommendationState): Outcome => {
  const { owner, name, role, office } = command.data
  if (record.owners.some((other) => other.owner === owner && other.role === role)) return refuse('alreadyAssigned', 'owner')
  if (office.abolishedOn !== null) return refuse('ownerNotAbolished', 'owner', `${office.name} ended on ${office.abolishedOn}`)
  if (name !== office.name) return refuse('ownerNameOnDay', 'name', `it is ${office.name}`)
  return role === 'DELIVERING_BODY' && !leavesSomebody(null, record) ? refuse('accountableFirst', 'role') : accepted(command)
}

/** Whatever the old office was responsible as, the new one is. Who delivers the service from now on takes the place of who did. */
export const transferOwner = ({ data, effectiveOn }: TransferOwner, { record }: RecommendationState): Outcome => {
  const held = record.owners.filter(({ owner }) => owner === data.from)
  if (held.length === 0) return refuse('notAssigned', 'from', data.fromName)
  const later = held.find((owner) => owner.effectiveOn > effectiveOn)
  if (later !== undefined) return refuse('ownedOnDay', 'effectiveOn', `that was on ${later.effectiveOn}`)
  return accept(...held.map(({ role }) => transferred(data, role)), ...delivered(data, record))
}

type Transfer = TransferOwner['data']

const transferred = ({ delivering: _delivering, ...transfer }: Transfer, role: OwnerRole): OwnerTransferred => ({
  type: 'OwnerTransferred',
  data: { ...transfer, role },
})

const delivered = (transfer: Transfer, { owners }: RecommendationState['record']): readonly OwnerTransferred[] => {
  const { delivering } = transfer
  if (delivering === null || delivering.owner === transfer.to) return []
  const before = owners.find(({ role }) => role === 'DELIVERING_BODY')
  if (before?.owner === delivering.owner) return []
  const from = before === undefined ? {} : { from: before.owner, fromName: before.name }
  return [transferred({ ...transfer, ...from, to: delivering.owner, toName: delivering.name }, 'DELIVERING_BODY')]
}

export const releaseOwner = (command: ReleaseOwner, { record }: RecommendationState): Outcome => {
  const { owner } = command.data
  if (!record.owners.some((other) => other.owner === owner)) return refuse('notAssigned', 'owner')
  return record.merged === null && !leavesSomebody(owner, record) ? refuse('accountableLast', 'owner') : accepted(command)
}

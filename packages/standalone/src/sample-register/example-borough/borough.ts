import type { DecisionRef } from '@outstanding/domain'
import { streamOfOffice } from '../steps/stream-of.ts'
import type { SamplePrincipal } from '../steps/step.ts'

/** A council that does not exist. Everything of it is an illustration and is marked as one. */
export const exampleBorough = 'example-borough'

export const committee = { kind: 'BODY', id: 'example-borough-children-scrutiny' } as const satisfies SamplePrincipal
/** Its name of a day. */
export const committeeNames = { first: 'Education Scrutiny Committee', now: "Children's Scrutiny Committee", since: '2024-05-21' } as const

/** A decision of the committee at one of its meetings; `item` is the item of its minutes. */
export const decidedOn = (meetingOn: string, item: number): DecisionRef => ({
  committee: committee.id,
  committeeName: meetingOn < committeeNames.since ? committeeNames.first : committeeNames.now,
  meetingOn,
  minuteReference: `${meetingOn}, item ${item}`,
})

/** A second committee, for what concerns health as well. */
export const healthCommittee = { kind: 'BODY', id: 'example-borough-health-scrutiny' } as const satisfies SamplePrincipal
export const healthCommitteeName = 'Health Scrutiny Committee'
export const decidedByHealth = (meetingOn: string, item: number): DecisionRef => ({
  committee: healthCommittee.id,
  committeeName: healthCommitteeName,
  meetingOn,
  minuteReference: `${meetingOn}, item ${item}`,
})

const office = (key: string): SamplePrincipal => ({ kind: 'OFFICE', id: streamOfOffice(exampleBorough, key) })
export const cabinetMember = office('example/cabinet-member')
export const director = office('example/director')
export const chiefExecutive = office('example/chief-executive')
export const transportHead = office('example/transport')
export const healthBoard = office('example/health-board')
export const council = { kind: 'BODY', id: 'example-borough-council' } as const satisfies SamplePrincipal

/** Whom a response is asked of, and who gives it. */
export const cabinet = { body: 'example-borough-cabinet', bodyName: 'The Cabinet of Example Borough' } as const
export const healthBoardAsked = { body: healthBoard.id, bodyName: 'Example Integrated Care Board' } as const

/** An opaque id: no event holds a name, and this one belongs to nobody. */
export const seniorPerson = 'person-3d1c7a52-8f0b-4a1e-9c46-2b7e5d90f1aa'

/** The particulars of an assessment that most do not have. */
export const nothingMore = { completedOn: null, anticipatedCompletionDate: null, obstacle: null, evidence: [] } as const

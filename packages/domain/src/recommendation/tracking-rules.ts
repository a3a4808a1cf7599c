import type { RuleBook } from '../kernel/rule-book.ts'

/** The rules of who tracks a recommendation, and of concluding, reopening and escalating it. */
export const trackingRules = {
  trackedByCommittee: {
    of: '4',
    message: 'this committee does not track this recommendation, so it decides nothing about it',
    remedy: 'Record first that it took tracking on with takeOnTracking, or that it was handed over to it',
  },
  alreadyTracked: {
    of: '4',
    message: 'this committee tracks this recommendation already',
    remedy: 'Leave it as it is; where the committee has concluded it, record that it reopened it',
  },
  handOverToAnother: {
    of: '4',
    message: 'a committee hands tracking over to another committee',
    remedy: 'Choose the committee that goes on',
  },
  dateSetByOther: {
    of: '4',
    message: 'the completion date is set by the committee that took tracking on first, or by its successor',
    remedy: 'Ask that committee to decide, or leave the date blank',
  },
  newDateNeeded: {
    of: '4',
    message: 'the committee that sets the completion date reopens with a new date',
    remedy: 'Enter the day by which it is now to be done',
  },
  onlyWhileOpen: { of: '4', message: 'this recommendation is concluded', remedy: 'Reopen it first' },
  onlyWhenConcluded: { of: '4', message: 'this recommendation is open', remedy: 'Continue recording; there is nothing to reopen' },
  achievedAgreed: { of: '4', message: 'the committee has not agreed that this is achieved', remedy: 'Record the agreed assessment first' },
  obstacleAgreed: {
    of: '4',
    message: 'the committee has not agreed that there is an obstacle',
    remedy: 'Record the agreed assessment first',
  },
  successorNamed: {
    of: '4',
    message: 'the reason "superseded" needs the recommendation that replaces this one; no other reason takes one',
    remedy: 'Choose the recommendation that replaces this one',
  },
  successorOnRecord: {
    of: '4',
    message: 'another recommendation is already recorded as replacing this one',
    remedy: 'Choose the recorded one, or correct that entry first',
  },
  partsOpen: {
    of: '4',
    message: 'parts of this recommendation are still open',
    remedy: 'Conclude them first, or list the parts that are left open',
  },
  openPart: { of: '4', message: 'this is not an open part of the recommendation', remedy: 'List only parts that are open' },
  riskAccepted: { of: '4', message: 'no senior person has accepted the risk', remedy: 'Record who accepted the risk first' },
  refusalRecorded: {
    of: '4',
    message: 'not every body that has to respond has refused this recommendation',
    remedy: 'Record the refusal of each body with its reasons first, or choose another reason',
  },
  escalatedAlready: {
    of: '4',
    message: 'this was already escalated to that body on that day',
    remedy: 'Leave it as it is, or correct that entry if it is wrong',
  },
  mergedIntoAnother: { of: '4', message: 'this duplicate was merged into another recommendation', remedy: 'Record it there' },
  lookAgainAhead: { of: '4', message: 'the day to look again is not after the conclusion', remedy: 'Enter a later day, or leave it blank' },
} as const satisfies RuleBook

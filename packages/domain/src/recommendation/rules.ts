import { dayRules } from '../kernel/commands/command-form.ts'
import { correctionRules } from '../kernel/corrections/correction-rules.ts'
import { formRules } from '../kernel/fields/form-rules.ts'
import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'
import { responseRules } from './response-rules.ts'

/**
 * Every rule that can refuse a command of a recommendation: the closed list. `of` says where it comes from:
 * a numbered rule of the domain, "history" (how history, commands and corrections work), "publication", or "form" (what any entry must look like).
 */
export const rules = {
  ...formRules,
  ...dayRules,
  ...correctionRules,
  uniqueId: { of: 'form', message: 'this recommendation already uses this id', remedy: 'Use another id' },

  decisionOrder: {
    of: 'history',
    message: 'this would change the order of the decisions of that committee',
    remedy: 'Make the entry void, and record the decision again on its day',
  },
  notBeforeIssue: {
    of: 'history',
    message: 'this is before the recommendation was issued',
    remedy: 'Check the date, or correct the date of issue first',
  },

  alreadyIssued: {
    of: '6',
    message: 'this report already has this recommendation',
    remedy: 'Open that recommendation and record there, or correct the entry that issued it',
  },
  sameReference: { of: '6', message: 'this is not the recommendation that was listed here', remedy: 'Check the report and the reference' },
  reportNotWithdrawn: {
    of: '6',
    message: 'the publisher has withdrawn this report, so nothing more can be issued from it',
    remedy: 'Use the report that replaces it, or correct the withdrawal if it is wrong',
  },
  ownReport: {
    of: '6',
    message: 'these publication details belong to another report',
    remedy: 'Use the details of the report that made the recommendation',
  },
  onRegister: { of: '6', message: 'this recommendation is not on the register yet', remedy: 'Issue it or list it first' },
  textHeld: { of: '6', message: 'we do not hold the text of this recommendation', remedy: 'Issue it with its text first' },
  refersToItself: {
    of: '6',
    message: 'a recommendation cannot be its own parent, successor, duplicate or link',
    remedy: 'Choose another recommendation',
  },

  timescaleParts: {
    of: '1',
    message: 'only "within months" can have months, and only "by a date" can have a date and its precision',
    remedy: 'Choose the timescale again, then enter its months or its date',
  },
  lastDayOfMonth: { of: '1', message: 'a deadline given as a month means its last day', remedy: 'Enter the last day of the month' },
  undatedOnly: { of: '1', message: 'this recommendation has a completion date', remedy: 'Ask for a revised date instead' },
  datedOnly: { of: '1', message: 'this recommendation has no completion date to revise', remedy: 'Agree a first date instead' },
  dateBeforeIssue: {
    of: '1',
    message: 'this date is before the recommendation was made',
    remedy: 'Check the year, or correct the date of issue first',
  },
  dateTooFar: { of: '1', message: 'this date is more than 30 years ahead', remedy: 'Check the year' },
  laterThanCurrentDate: {
    of: '1',
    message: 'an extension must be to a later date than the current one',
    remedy: 'Enter a later date',
  },
  dateNotPast: {
    of: '1',
    message: 'this date had already passed on the day of the entry',
    remedy: 'Enter a date that is still to come',
  },
  requestExists: { of: '1', message: 'this request to revise the date does not exist', remedy: 'Choose a request from the history' },
  requestOpen: { of: '1', message: 'this request has already been decided', remedy: 'Make a new request' },

  categoryInPolicy: {
    of: '2',
    message: 'the policy in force on that day does not have this category',
    remedy: 'Choose a category from that policy',
  },
  completionDateNeeded: { of: '2', message: 'an achieved category needs the date of completion', remedy: 'Enter the date of completion' },
  completionNotAchieved: {
    of: '2',
    message: 'only an achieved category can have a date of completion',
    remedy: 'Leave the date of completion blank, or choose an achieved category',
  },
  completionInPast: {
    of: '2',
    message: 'the date of completion is after the day of the entry',
    remedy: 'Enter a date on or before the day of the entry',
  },
  completedOnTime: {
    of: '2',
    message: 'achieved fully means completed on or before the original date, whatever extension was approved',
    remedy: 'Choose achieved late, or correct the date of completion',
  },
  completedLate: {
    of: '2',
    message: 'achieved late means completed after the original date',
    remedy: 'Choose achieved fully, or correct the date of completion',
  },
  dateNotPassed: {
    of: '2',
    message: 'in progress can be used only until the original date',
    remedy: 'Choose one of the categories for not achieved',
  },
  datePassed: {
    of: '2',
    message: 'not achieved can be used only after the original date',
    remedy: 'Choose in progress or an achieved category',
  },
  undatedCategory: {
    of: '2',
    message: 'an item without a completion date can only be achieved, held up by an obstacle, or in progress',
    remedy: 'Choose one of these, or agree a completion date first',
  },
  anticipatedDateNeeded: {
    of: '2',
    message: 'this category needs an anticipated completion date',
    remedy: 'Enter the anticipated completion date',
  },
  anticipatedInFuture: { of: '2', message: 'the anticipated date is before the day of the entry', remedy: 'Enter a later date' },
  obstacleNeeded: { of: '2', message: 'this category needs a description of the obstacle', remedy: 'Describe the obstacle' },
  evidenceNeeded: { of: '2', message: 'an achieved category needs evidence', remedy: 'Attach the evidence first, then propose' },
  evidenceExists: { of: '2', message: 'this evidence is not attached to the recommendation', remedy: 'Attach the evidence first' },

  decidedByCommittee: {
    of: '3',
    message: 'a decision must be recorded on behalf of the committee that made it',
    remedy: 'Record it on behalf of that committee',
  },
  committeeExists: {
    of: '3',
    message: 'this authority has no committee of this slug',
    remedy: 'Establish the committee first with establishCommittee, or name one that is there',
  },
  committeeEstablishedByMeeting: {
    of: '3',
    message: 'this committee was not yet established on the day of the meeting',
    remedy: 'Check the day of the meeting, or correct the day on which the committee was established',
  },
  committeeAbolishedBeforeMeeting: {
    of: '3',
    message: 'this committee was abolished before the day of the meeting',
    remedy: 'Check the day of the meeting, or name the committee that took its place',
  },
  committeeNameOnDay: {
    of: '3',
    message: 'the committee has another name on the day of the meeting',
    remedy: 'Enter the name that it had on that day',
  },
  executiveCannotDecide: {
    of: '3',
    message: 'the executive and its members cannot decide as a committee',
    remedy: 'Record it on behalf of the committee that decided',
  },
  proposerCannotDecide: {
    of: '3',
    message: 'the person or body that made a proposal cannot decide on it',
    remedy: 'Record the decision on behalf of the committee',
  },
  secondPerson: {
    of: '3',
    message: 'this policy requires a second person: the person who recorded a proposal or request cannot record the decision on it',
    remedy: 'Ask another officer to record the decision',
  },
  notBeforeMeeting: {
    of: '3',
    message: 'the decision takes effect before its meeting',
    remedy: 'Enter the day of the meeting or a later day',
  },
  proposalExists: { of: '3', message: 'this proposal does not exist', remedy: 'Choose a proposal from the history' },
  proposalOpen: { of: '3', message: 'this proposal has already been decided', remedy: 'Make a new proposal' },
  newestProposal: {
    of: '3',
    message: 'a newer proposal has replaced this one',
    remedy: 'Decide on the newest proposal, or record that it was withdrawn',
  },
  proposedSinceReopening: {
    of: '3',
    message: 'this was proposed before the recommendation was reopened',
    remedy: 'Ask those responsible for a new proposal, or record the committee’s own assessment',
  },
  notWithdrawn: {
    of: '3',
    message: 'this was withdrawn',
    remedy: 'Choose one that was not withdrawn, or ask those responsible for a new one',
  },
  proposerIsResponsible: {
    of: '3',
    message: 'only a responsible body can propose an assessment or ask for more time; a committee records its own assessment',
    remedy: 'Record it on behalf of the office responsible, or assign the body as an owner first',
  },
  withdrawnByProposer: {
    of: '3',
    message: 'a proposal or a request can be withdrawn only by the person or body that made it',
    remedy: 'Record it on behalf of the person or body that made it',
  },
  decisionAfterProposal: {
    of: '3',
    message: 'this is dated before the proposal or request it concerns',
    remedy: 'Enter the day of the proposal or a later day',
  },
  decisionExists: {
    of: '3',
    message: 'no decision by this committee at this meeting is recorded',
    remedy: 'Record the decision first, then the dissent',
  },

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
    message: 'not every body that has to answer has refused this recommendation',
    remedy: 'Record the refusal of each body with its reasons first, or choose another reason',
  },
  escalatedAlready: {
    of: '4',
    message: 'this was already escalated to that body on that day',
    remedy: 'Leave it as it is, or correct that entry if it is wrong',
  },
  mergedIntoAnother: { of: '4', message: 'this duplicate was merged into another recommendation', remedy: 'Record it there' },

  ...responseRules,

  alreadyAssigned: { of: '4', message: 'this is already assigned', remedy: 'Leave it as it is, or remove the other assignment first' },
  ownerNameOnDay: { of: '4', message: 'the office had a different name on that day', remedy: 'Enter the name it had on that day' },
  ownerNotAbolished: {
    of: '4',
    message: 'this office was abolished',
    remedy: 'Choose an office that exists, such as its successor',
  },
  accountableFirst: {
    of: '4',
    message: 'a delivering body needs an accountable owner, and this recommendation has none',
    remedy: 'Assign the accountable owner first',
  },
  accountableLast: {
    of: '4',
    message: 'nobody else is accountable for this recommendation',
    remedy: 'Assign the new owner first, or transfer the service',
  },
  ownedOnDay: {
    of: '4',
    message: 'this owner was assigned on a later day',
    remedy: 'Enter the day of the assignment or a later day',
  },
  notAssigned: { of: '4', message: 'this owner is not assigned', remedy: 'Choose an owner of this recommendation' },
  actionExists: { of: '4', message: 'this action does not exist', remedy: 'Plan the action first' },
  actionOpen: { of: '4', message: 'this action has ended', remedy: 'Plan a new action' },
  actionNotStarted: { of: '4', message: 'this action has already started', remedy: 'Record progress on it instead' },
  claimedDateWithClaim: {
    of: '2',
    message: 'a claimed date of completion needs a claim of completion',
    remedy: 'Claim completion, or leave the date blank',
  },
  alreadyWithheld: { of: 'publication', message: 'this recommendation is already withheld', remedy: 'Leave it as it is' },
  targetExists: { of: '6', message: 'the item you chose is not on the register', remedy: 'Choose an item that is on the register' },
  successorCircle: {
    of: '6',
    message: 'this would make a circle of merged or replaced recommendations',
    remedy: 'Choose a recommendation that does not lead back here',
  },
  targetHasSuccessor: {
    of: '6',
    message: 'that recommendation itself continues in another',
    remedy: 'Merge into the one where it continues',
  },
  alreadyLinked: { of: '6', message: 'this link exists already', remedy: 'Leave it as it is, or choose another relation' },
  alreadyMerged: { of: '6', message: 'this duplicate has already been merged', remedy: 'Correct that entry if it is wrong' },
  alreadySuperseded: { of: '6', message: 'this recommendation has already been replaced', remedy: 'Correct that entry if it is wrong' },
} as const satisfies RuleBook

export type RuleName = keyof typeof rules

export const refuse = refuserOf(rules)

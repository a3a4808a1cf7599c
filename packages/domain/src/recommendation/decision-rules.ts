import type { RuleBook } from '../kernel/rule-book.ts'

/** The rules of who proposes, who decides, and for which committee. */
export const decisionRules = {
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
} as const satisfies RuleBook

import { dayRules } from '../kernel/commands/command-form.ts'
import { correctionRules } from '../kernel/corrections/correction-rules.ts'
import { formRules } from '../kernel/fields/form-rules.ts'
import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

/**
 * Every rule that can refuse a command of a recommendation: the closed list. `of` says where it comes from:
 * a numbered rule of the domain, "history" (how history, commands and corrections work), "publication", or "form" (what any entry must look like).
 */
export const rules = {
  ...formRules,
  ...dayRules,
  ...correctionRules,
  uniqueId: { of: 'form', words: 'an id is used once within a recommendation' },

  decisionOrder: { of: 'history', words: 'a decision does not take effect before the decision that preceded it' },
  notBeforeIssue: { of: 'history', words: 'nothing is proposed, asked for or decided before the recommendation was issued' },

  alreadyIssued: { of: '6', words: 'a recommendation is issued once' },
  sameReference: { of: '6', words: 'the text that comes to hand is that of the item that was listed' },
  ownReport: { of: '6', words: 'the publication facts are those of the report that the recommendation stands in' },
  onRecord: { of: '6', words: 'a recommendation is issued or listed before anything else is recorded of it' },
  textToHand: { of: '6', words: 'what is listed without its text is not answered, dated or assessed' },
  notItsOwn: { of: '6', words: 'a recommendation is not its own parent, successor, duplicate or link' },

  timescaleParts: { of: '1', words: 'months go with "within months" only, a date and its precision with "by a date" only' },
  monthsLastDay: { of: '1', words: 'by a month means by its last day' },
  undatedOnly: { of: '1', words: 'a first date is agreed for an undated item only; after that it is revised' },
  datedOnly: { of: '1', words: 'only a date that is set can be revised' },
  knownRequest: { of: '1', words: 'a decision on a date names a request that was made' },
  requestOpen: { of: '1', words: 'a request is decided once' },

  categoryInPolicy: { of: '2', words: 'a category is one of the policy' },
  completionDateNeeded: { of: '2', words: 'achieved needs the date of completion' },
  completionNotAchieved: { of: '2', words: 'a date of completion goes with achieved only' },
  completionInPast: { of: '2', words: 'a date of completion is not after the day of the entry' },
  onTime: { of: '2', words: 'achieved fully means completed on or before the original date, whatever extension was approved' },
  late: { of: '2', words: 'achieved late means completed after the original date' },
  dateNotPassed: { of: '2', words: 'in progress holds only while the original date has not passed' },
  datePassed: { of: '2', words: 'not achieved holds only after the original date' },
  undatedCategory: { of: '2', words: 'an undated item is achieved, held up by an obstacle, or in progress' },
  anticipatedDateNeeded: { of: '2', words: 'not achieved, with progress or without enough, needs an anticipated date' },
  anticipatedInFuture: { of: '2', words: 'an anticipated date is not before the day of the entry' },
  obstacleNeeded: { of: '2', words: 'an obstacle is named' },
  evidenceNeeded: { of: '2', words: 'achieved needs evidence' },
  knownEvidence: { of: '2', words: 'evidence is attached before it is relied on' },

  decidedByCommittee: { of: '3', words: 'a decision is the act of the committee that it names' },
  executiveIsNotCommittee: { of: '3', words: 'a member of the executive is never recorded as committee' },
  proposerDoesNotDecide: { of: '3', words: 'the same principal does not propose and decide' },
  secondPerson: {
    of: '3',
    words: 'this policy asks for a second person: whoever recorded a proposal or request does not record the decision',
  },
  meetingHeld: { of: '3', words: 'a decision takes effect on or after the day of its meeting' },
  knownProposal: { of: '3', words: 'a decision names a proposal that was made' },
  proposalOpen: { of: '3', words: 'a proposal is decided once' },
  decisionAfterProposal: { of: '3', words: 'a proposal or request is decided on or after the day on which it was made' },
  knownDecision: { of: '3', words: 'dissent is from a decision on record' },

  onlyWhileOpen: { of: '4', words: 'what is concluded is reopened before it is carried on' },
  onlyWhenConcluded: { of: '4', words: 'only what is concluded is reopened' },
  achievedAgreed: { of: '4', words: 'concluded as achieved only when the committee has agreed that it is achieved' },
  obstacleAgreed: { of: '4', words: 'concluded for an obstacle only when the committee has agreed that there is one' },
  successorNamed: { of: '4', words: 'superseded names the other, and only superseded does' },
  successorOnRecord: { of: '4', words: 'the successor named is the one on record' },
  riskOnRecord: { of: '4', words: 'concluded with the risk accepted only when a senior person has accepted it' },
  refusalOnRecord: { of: '4', words: 'concluded as not accepted only when the executive has refused, with its reasons' },
  mergedElsewhere: { of: '4', words: 'a duplicate that was merged is carried on in the other' },

  noticeStartsClock: { of: '5', words: 'only a scrutiny report with a written notice starts the duty to respond' },
  receiptBeforeEntry: { of: '5', words: 'report and notice are received on or before the day of the entry' },
  requiredOnce: { of: '5', words: 'a response is required once' },
  responseOfKind: {
    of: '5',
    words: 'scrutiny is answered, an inspection has an action statement, a national report is adopted, adapted or declined',
  },
  wordingNeeded: { of: '5', words: 'an amended or adapted recommendation is given in its new wording' },
  reasonsNeeded: { of: '5', words: 'what is refused, in whole or in part, is refused with reasons' },

  alreadyAssigned: { of: '4', words: 'an assignment changes something' },
  notAssigned: { of: '4', words: 'only an owner that is assigned is released' },
  knownAction: { of: '4', words: 'a step names an action that was planned' },
  actionOpen: { of: '4', words: 'an action that is done or abandoned takes no further step' },
  actionNotStarted: { of: '4', words: 'an action is started once' },
  claimedDateWithClaim: { of: '2', words: 'a claimed date of completion goes with a claim of completion' },
  alreadyWithheld: { of: 'publication', words: 'what is withheld is not withheld again' },
  knownTarget: { of: '6', words: 'a link, successor or duplicate names something that is on record' },
  leadsOn: { of: '6', words: 'merged and superseded recommendations lead on to another, never in a circle' },
  targetCarriesOn: { of: '6', words: 'a duplicate is merged into one that is itself carried on' },
  alreadyLinked: { of: '6', words: 'a link is made once' },
  alreadyMerged: { of: '6', words: 'a duplicate is merged once' },
  alreadySuperseded: { of: '6', words: 'a recommendation is superseded once' },
} as const satisfies RuleBook

export type RuleName = keyof typeof rules

export const refuse = refuserOf(rules)

import type { RuleBook } from '../kernel/rule-book.ts'

/** The rules of notices and responses. */
export const responseRules = {
  noticeStartsClock: {
    of: '5',
    message: 'no duty to respond follows from a report of this kind',
    remedy: 'Check the kind of the report, or record the response without a notice',
  },
  dutyOfReport: {
    of: '5',
    message: 'this duty to respond does not follow from a report of this kind',
    remedy: 'Choose a duty that does, or check the kind of the report',
  },
  clockComputable: { of: '5', message: 'the due date cannot be computed', remedy: 'Enter the due date that the letter prints' },
  draftOfActionPlan: {
    of: '5',
    message: 'an early draft is due only of the action plan after an inspection',
    remedy: 'Leave the due date of the draft blank',
  },
  draftDue: {
    of: '5',
    message: 'no early draft of an action plan is due from this body',
    remedy: 'Record the notice that asks for it first, or record the response itself',
  },
  draftOnce: { of: '5', message: 'the draft of this body has already been sent', remedy: 'Correct that entry if it is wrong' },
  draftAfterNotice: {
    of: '5',
    message: 'a draft is sent on the day of the notice that asks for it, or later',
    remedy: 'Check the day on which the draft was sent, or correct the day of the notice',
  },
  draftBeforePlan: {
    of: '5',
    message: 'a draft is sent before the action plan itself',
    remedy: 'Check the day on which the draft was sent, or correct the day of the plan',
  },
  respondsForItself: {
    of: '5',
    message: 'a response is recorded on behalf of the office or body that gives it',
    remedy: 'Record it on behalf of that office or body, or choose the one that you act for',
  },
  receiptBeforeEntry: {
    of: '5',
    message: 'the report or the notice was received after the day of the entry',
    remedy: 'Check the date of receipt and the day of the entry',
  },
  requiredOnce: {
    of: '5',
    message: 'this body has already been asked for a response by a notice of that day',
    remedy: 'Correct that entry if its dates are wrong',
  },
  responseOfKind: {
    of: '5',
    message: 'this kind of report has no response of this kind',
    remedy: 'Choose one of the responses for this kind of report',
  },
  wordingNeeded: { of: '5', message: 'an amended or adapted recommendation needs its new wording', remedy: 'Enter the new wording' },
  reasonsNeeded: { of: '5', message: 'a refusal, in whole or in part, needs reasons', remedy: 'Enter the reasons' },
} as const satisfies RuleBook

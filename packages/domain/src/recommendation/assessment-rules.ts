import type { RuleBook } from '../kernel/rule-book.ts'

/** The rules of categories, proposals and their evidence. */
export const assessmentRules = {
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
  addressOfWebPage: {
    of: '2',
    message: 'a web page has an address, and no other evidence has one',
    remedy: 'Enter the address, or choose another form',
  },
  digestOfFile: {
    of: '2',
    message: 'a file has a digest and a media type, an appendix may have both, and no other evidence has them',
    remedy: 'Enter both, or choose another form',
  },
  evidenceExists: { of: '2', message: 'this evidence is not attached to the recommendation', remedy: 'Attach the evidence first' },
  claimedDateWithClaim: {
    of: '2',
    message: 'a claimed date of completion needs a claim of completion',
    remedy: 'Claim completion, or leave the date blank',
  },
} as const satisfies RuleBook

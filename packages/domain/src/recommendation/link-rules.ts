import type { RuleBook } from '../kernel/rule-book.ts'

/** The rules of links, duplicates and successors. */
export const linkRules = {
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
  linkAgainstTime: {
    of: '6',
    message: 'a recommendation repeats or continues something earlier, and the other is later',
    remedy: 'Link the later one to the earlier one, or choose SAME_MATTER',
  },
  continuesWeakness: {
    of: '6',
    message: 'a recommendation does not repeat or continue an improvement or a strength',
    remedy: 'Choose another relation',
  },
  alreadyLinked: { of: '6', message: 'this link exists already', remedy: 'Leave it as it is, or choose another relation' },
  findingAlreadyLinked: {
    of: '6',
    message: 'this finding is already linked to this recommendation',
    remedy: 'Correct the entry of the visit if it is wrong',
  },
  alreadyMerged: { of: '6', message: 'this duplicate has already been merged', remedy: 'Correct that entry if it is wrong' },
  alreadySuperseded: { of: '6', message: 'this recommendation has already been replaced', remedy: 'Correct that entry if it is wrong' },
} as const satisfies RuleBook

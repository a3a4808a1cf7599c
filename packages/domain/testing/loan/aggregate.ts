import { defineAggregate } from '../../src/kernel/aggregate/define-aggregate.ts'
import { correctionCommand } from '../../src/kernel/corrections/correction-rules.ts'
import { loanAttributes } from './attributes.ts'
import { loanCommands, loanDecider } from './decide.ts'
import { loanEvents } from './events.ts'

/** A made-up aggregate, the loan of a book by a library: tests add it to the list to see that nothing else must be told of it. */
export const loan = defineAggregate({
  name: 'loan',
  streams: 'AUTHORITY_AND_UUID',
  events: loanEvents,
  commands: { ...loanCommands, ...correctionCommand },
  decider: loanDecider,
  provenance: loanAttributes,
})

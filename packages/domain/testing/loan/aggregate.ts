import { defineAggregate } from '../../src/kernel/aggregate/define-aggregate.ts'
import { correctionCommand } from '../../src/kernel/corrections/correction-rules.ts'
import { loanAttributes } from './attributes.ts'
import { loanCommands, loanDecider } from './decide.ts'
import { loanEvents } from './events.ts'

/** An invented aggregate, the loan of a library book: tests add it to the list to check that nothing else needs a change. */
export const loan = defineAggregate({
  name: 'loan',
  streams: 'AUTHORITY_AND_UUID',
  events: loanEvents,
  commands: { ...loanCommands, ...correctionCommand },
  decider: loanDecider,
  provenance: loanAttributes,
})

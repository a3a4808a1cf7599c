import { correctionCommand } from '../kernel/corrections/correction-rules.ts'
import { defineAggregate } from '../kernel/aggregate/define-aggregate.ts'
import { policyCommands, policyDecider } from './decide.ts'
import { policyEvents } from './events.ts'
import { policyAttributes } from './attributes.ts'

export const policy = defineAggregate({
  name: 'policy',
  streams: 'AUTHORITY',
  events: policyEvents,
  commands: { ...policyCommands, ...correctionCommand },
  decider: policyDecider,
  provenance: policyAttributes,
})

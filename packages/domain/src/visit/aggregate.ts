import { correctionCommand } from '../kernel/corrections/correction-rules.ts'
import { defineAggregate } from '../kernel/aggregate/define-aggregate.ts'
import { visitAttributes } from './attributes.ts'
import { visitCommands, visitDecider } from './decide.ts'
import { visitEvents } from './events.ts'

export const visit = defineAggregate({
  name: 'visit',
  streams: 'AUTHORITY_AND_UUID',
  events: visitEvents,
  commands: { ...visitCommands, ...correctionCommand },
  decider: visitDecider,
  provenance: visitAttributes,
})

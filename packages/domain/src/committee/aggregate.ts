import { defineAggregate } from '../kernel/aggregate/define-aggregate.ts'
import { correctionCommand } from '../kernel/corrections/correction-rules.ts'
import { committeeAttributes } from './attributes.ts'
import { committeeCommands, committeeDecider } from './decide.ts'
import { committeeEvents } from './events.ts'

export const committee = defineAggregate({
  name: 'committee',
  streams: 'AUTHORITY_AND_UUID',
  events: committeeEvents,
  commands: { ...committeeCommands, ...correctionCommand },
  decider: committeeDecider,
  provenance: committeeAttributes,
})

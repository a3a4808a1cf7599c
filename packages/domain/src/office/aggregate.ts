import { correctionCommand } from '../kernel/corrections/correction-rules.ts'
import { defineAggregate } from '../kernel/aggregate/define-aggregate.ts'
import { officeCommands, officeDecider } from './decide.ts'
import { officeEvents } from './events.ts'
import { officeAttributes } from './attributes.ts'

export const office = defineAggregate({
  name: 'office',
  streams: 'AUTHORITY_AND_UUID',
  events: officeEvents,
  commands: { ...officeCommands, ...correctionCommand },
  decider: officeDecider,
  provenance: officeAttributes,
})

import { defineAggregate } from '../kernel/aggregate/define-aggregate.ts'
import { commandTable } from './command-table.ts'
import { recommendationDecider } from './decide.ts'
import { recommendationEvents } from './events.ts'
import { recommendationAttributes } from './attributes.ts'

export const recommendation = defineAggregate({
  name: 'recommendation',
  streams: 'AUTHORITY_AND_UUID',
  events: recommendationEvents,
  commands: commandTable,
  decider: recommendationDecider,
  provenance: recommendationAttributes(null),
  provenanceOn: recommendationAttributes,
})

import { defineAggregate } from '../kernel/aggregate/define-aggregate.ts'
import { personEvents } from './events.ts'
import { personCommands, personDecider } from './person.ts'
import { personAttributes } from './attributes.ts'

/** Its entries are not corrected: a name is changed or removed. */
export const person = defineAggregate({
  name: 'person',
  streams: 'ID',
  events: personEvents,
  commands: personCommands,
  decider: personDecider,
  provenance: personAttributes,
})

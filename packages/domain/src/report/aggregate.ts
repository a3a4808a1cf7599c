import { correctionCommand } from '../kernel/corrections/correction-rules.ts'
import { defineAggregate } from '../kernel/aggregate/define-aggregate.ts'
import { reportCommands, reportDecider } from './decide.ts'
import { reportEvents } from './events.ts'
import { reportAttributes } from './attributes.ts'

export const report = defineAggregate({
  name: 'report',
  streams: 'AUTHORITY_AND_UUID',
  events: reportEvents,
  commands: { ...reportCommands, ...correctionCommand },
  decider: reportDecider,
  provenance: reportAttributes,
})

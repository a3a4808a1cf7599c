import type { SampleReport } from '../sample-report.ts'
import { commandIdOf, madeUp, step, type FieldsOf, type SampleCommand, type SamplePrincipal, type SampleStep } from '../steps/step.ts'
import { streamOfRecommendation } from '../steps/stream-of.ts'
import { eventIdOf } from '@outstanding/event-store'

/** The stream of one of the borough's recommendations, by our reference. A slip of the pen is a bug, so it throws. */
export const streamOf = (reports: readonly SampleReport[], local: string): string => {
  for (const report of reports) {
    const item = report.recommendations.find((one) => one.local === local)
    if (item !== undefined) return streamOfRecommendation(report, item)
  }
  throw new Error(`The sample has no recommendation ${local}.`)
}

/** The story of one recommendation: `tell(name, command, day, fields, whose act)`. The name keeps its command's id. */
export const storyOf =
  (reports: readonly SampleReport[], local: string) =>
  <Type extends SampleCommand>(
    name: string,
    command: Type,
    effectiveOn: string,
    fields: FieldsOf<Type>,
    onBehalfOf: SamplePrincipal | null = null,
  ): SampleStep =>
    step({ key: `${local}/${name}`, stream: streamOf(reports, local), command, effectiveOn, source: madeUp, fields, onBehalfOf })

/** The eventId of an entry that a step of the story makes: what a correction names. */
export const entryOf = (stream: string, key: string): string => eventIdOf(commandIdOf(key), stream, 0)

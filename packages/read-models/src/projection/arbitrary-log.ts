import type {
  EntryCorrected,
  EventMetadata,
  IsoDate,
  OfficeEvent,
  PersonEvent,
  PolicyEvent,
  RecommendationEvent,
  ReportEvent,
} from '@outstanding/domain'
import fc from 'fast-check'
import type { Event } from '../timeline/entries.ts'
import type { LogEvent } from './log-event.ts'
import { arbitraryDay, authority, officeStreams, recommendationStreams, reportStreams, uuid } from './arbitrary-names.ts'
import { officeFact, personFact, policyFact, reportFact } from './arbitrary-other-facts.ts'
import { arbitraryRecommendationFact } from './arbitrary-recommendation-fact.ts'

/** Any log of a few streams of every category, and of streams that are none of ours, in any order of turns. */
export const arbitraryLog = (maxEvents: number, minEvents = 1): fc.Arbitrary<readonly LogEvent[]> =>
  fc.array(arbitraryStep, { minLength: minEvents, maxLength: maxEvents, size: 'max' }).map(logOf)

type OtherEvent = ReportEvent | OfficeEvent | PersonEvent | PolicyEvent
type Fact = RecommendationEvent | OtherEvent
type Step = {
  readonly stream: string
  readonly fact: Fact | null
  readonly effectiveOn: IsoDate
  /** Which of the stream's earlier entries to correct, if any. */
  readonly corrects: number | null
  readonly voids: boolean
  readonly policy: boolean
  readonly seconds: number
  readonly gap: number
}

const place: fc.Arbitrary<{ readonly stream: string; readonly fact: Fact | null }> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      stream: fc.constantFrom(...recommendationStreams),
      fact: arbitraryRecommendationFact(reportStreams, recommendationStreams, officeStreams),
    }),
  },
  { weight: 2, arbitrary: fc.record({ stream: fc.constantFrom(...reportStreams), fact: reportFact }) },
  { weight: 1, arbitrary: fc.record({ stream: fc.constantFrom(...officeStreams), fact: officeFact }) },
  { weight: 1, arbitrary: fc.record({ stream: fc.constant(`person-${uuid(1)}`), fact: personFact }) },
  { weight: 1, arbitrary: fc.record({ stream: fc.constant(`policy-${authority}`), fact: policyFact }) },
  { weight: 1, arbitrary: fc.record({ stream: fc.constantFrom('import-1', 'somebody elses'), fact: fc.constant(null) }) },
)

const arbitraryStep: fc.Arbitrary<Step> = fc
  .tuple(
    place,
    fc.record({
      effectiveOn: arbitraryDay,
      corrects: fc.option(fc.nat({ max: 10 }), { freq: 6 }),
      voids: fc.boolean(),
      policy: fc.boolean(),
      seconds: fc.integer({ min: -30, max: 100 }),
      gap: fc.integer({ min: 1, max: 1_000 }),
    }),
  )
  .map(([where, rest]) => ({ ...where, ...rest }))

function logOf(steps: readonly Step[]): readonly LogEvent[] {
  const streams = new Map<string, Event[]>()
  let position = 0
  let time = Date.parse('2026-01-01T00:00:00.000Z')
  return steps.map((step, index) => {
    const before = streams.get(step.stream) ?? []
    position += step.gap
    time += step.seconds * 1_000
    const event = eventOf(step, before, { position, time, index })
    streams.set(step.stream, [...before, event])
    const { stream, revision, eventId, type, recordedAt } = event
    return {
      stream,
      revision,
      eventId,
      type,
      position: event.position,
      recordedAt,
      reading: step.fact === null ? { kind: 'FOREIGN' } : { kind: 'FACT', event },
    }
  })
}

function eventOf(
  step: Step,
  before: readonly Event[],
  at: { readonly position: number; readonly time: number; readonly index: number },
): Event {
  const commandId = uuid(1_000 + at.index)
  const corrected =
    step.corrects === null || step.stream.startsWith('person-') ? undefined : before[step.corrects % Math.max(1, before.length)]
  const fact = corrected ? correctionOf(corrected, step) : step.fact
  const metadata: EventMetadata = {
    schemaVersion: 1,
    effectiveOn: step.effectiveOn,
    commandId,
    index: 0,
    requestDigest: 'sha256:0',
    correlationId: commandId,
    causationId: commandId,
    actor: { id: `person-${uuid(1)}`, role: 'officer' },
    authority,
    ...(step.policy ? { policy: { authority, version: 1 } } : {}),
  }
  return {
    type: fact?.type ?? 'SomethingElse',
    data: fact?.data ?? {},
    eventId: uuid(2_000 + at.index),
    stream: step.stream,
    revision: before.length,
    position: String(at.position),
    recordedAt: new Date(at.time).toISOString(),
    metadata,
  }
}

/** A void, or another day and, where there is one, another completion date. */
function correctionOf(corrected: Event, step: Step): EntryCorrected {
  const fields = { originalCompletionDate: step.effectiveOn, date: step.effectiveOn, completedOn: step.effectiveOn, title: 'Put right' }
  const change = step.voids ? ({ kind: 'VOID' } as const) : ({ kind: 'REPLACE', fields, effectiveOn: step.effectiveOn } as const)
  return { type: 'EntryCorrected', data: { entry: corrected.eventId, reason: 'a mistake', change } }
}

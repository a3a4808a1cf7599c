import type { AggregateName, EntryCorrected, EventMetadata, Fact, IsoDate, Registry } from '@outstanding/domain'
import { registry } from '@outstanding/domain'
import { arbitraryFact, replacedFields } from '@outstanding/domain/testing'
import fc from 'fast-check'
import type { Event, LogEvent } from '@outstanding/projection'
import { arbitraryDay, authority, chosenValues, officeStreams, recommendationStreams, reportStreams, uuid } from './arbitrary-names.ts'

/** Any log of a few streams of every aggregate of a registry, and of streams that are none of theirs, in any order of turns. */
export const arbitraryLogOf = (of: Registry, maxEvents: number, minEvents = 1): fc.Arbitrary<readonly LogEvent[]> =>
  fc.array(stepIn(of), { minLength: minEvents, maxLength: maxEvents, size: 'max' }).map((steps) => logOf(of, steps))

/** Any log of the product. */
export const arbitraryLog = (maxEvents: number, minEvents = 1): fc.Arbitrary<readonly LogEvent[]> =>
  arbitraryLogOf(registry, maxEvents, minEvents)

type Step = {
  readonly stream: string
  readonly fact: Fact<string, object> | null
  readonly effectiveOn: IsoDate
  /** Which of the stream's earlier entries to correct, if any. */
  readonly corrects: number | null
  readonly voids: boolean
  /** What a correction replaces follows from it. */
  readonly seed: number
  readonly policy: boolean
  readonly seconds: number
  readonly gap: number
}

const listed = <T>(byName: { readonly [Name in AggregateName]?: T }): ReadonlyMap<string, T> => new Map(Object.entries(byName))

/** The streams of each aggregate; one that is not listed has a stream of its own. */
const severalStreams: ReadonlyMap<string, readonly string[]> = listed({
  recommendation: recommendationStreams,
  report: reportStreams,
  office: officeStreams,
})
const onlyStream = { AUTHORITY: authority, AUTHORITY_AND_UUID: `${authority}.${uuid(1)}`, ID: uuid(1) }
/** How often an event is one of the aggregate; once where it is not listed. */
const often: ReadonlyMap<string, number> = listed({ recommendation: 8, report: 2 })

type Place = { readonly stream: string; readonly fact: Step['fact'] }
const placeIn = ({ all }: Registry): fc.Arbitrary<Place> =>
  fc.oneof(
    ...all.map(({ name, streams: naming, events }) => ({
      weight: often.get(name) ?? 1,
      arbitrary: fc.record({
        stream: fc.constantFrom(...(severalStreams.get(name) ?? [`${name}-${onlyStream[naming]}`])),
        fact: arbitraryFact(events, chosenValues),
      }),
    })),
    { weight: 1, arbitrary: fc.record({ stream: fc.constantFrom('import-1', 'somebody elses'), fact: fc.constant<Step['fact']>(null) }) },
  )

const stepIn = (of: Registry): fc.Arbitrary<Step> =>
  fc
    .tuple(
      placeIn(of),
      fc.record({
        effectiveOn: arbitraryDay,
        corrects: fc.option(fc.nat({ max: 10 }), { freq: 6 }),
        voids: fc.boolean(),
        seed: fc.nat({ max: 1_000_000 }),
        policy: fc.boolean(),
        seconds: fc.integer({ min: -30, max: 100 }),
        gap: fc.integer({ min: 1, max: 1_000 }),
      }),
    )
    .map(([where, rest]) => ({ ...where, ...rest }))

function logOf(of: Registry, steps: readonly Step[]): readonly LogEvent[] {
  const streams = new Map<string, Event[]>()
  let position = 0
  let time = Date.parse('2026-01-01T00:00:00.000Z')
  return steps.map((step, index) => {
    const before = streams.get(step.stream) ?? []
    position += step.gap
    time += step.seconds * 1_000
    const event = eventOf(of, step, before, { position, time, index })
    streams.set(step.stream, [...before, event])
    const { stream, revision, eventId, type, recordedAt } = event
    return {
      stream,
      revision,
      eventId,
      type,
      position: event.position,
      recordedAt,
      content: step.fact === null ? { kind: 'FOREIGN' } : { kind: 'FACT', event },
    }
  })
}

function eventOf(
  of: Registry,
  step: Step,
  before: readonly Event[],
  at: { readonly position: number; readonly time: number; readonly index: number },
): Event {
  const commandId = uuid(1_000 + at.index)
  const corrected =
    step.corrects === null || step.stream.startsWith('person-') ? undefined : before[step.corrects % Math.max(1, before.length)]
  const fact = corrected ? correctionOf(of, corrected, step) : step.fact
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

/** A void, or another day and other values of some fields that the entry has. */
function correctionOf({ declarations }: Registry, corrected: Event, { voids, seed, effectiveOn }: Step): EntryCorrected {
  const fields = replacedFields(declarations[corrected.type] ?? {}, seed, chosenValues)
  const change = voids ? ({ kind: 'VOID' } as const) : ({ kind: 'REPLACE', fields, effectiveOn } as const)
  return { type: 'EntryCorrected', data: { entry: corrected.eventId, reason: 'a mistake', change } }
}

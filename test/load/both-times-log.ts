import type { EventMetadata, RecommendationEvent, ReportEvent } from '@outstanding/domain'
import { addDays } from '@outstanding/domain'
import type { NewEvent } from '@outstanding/event-store'
import { uuidV5 } from '@outstanding/event-store'
import type { LogEvent } from '@outstanding/projection'
import { historyOf } from './history.ts'

/** Councils among which the recommendations are spread. */
const councils = 20
const itemsInAReport = 12
const namespace = '5f2ad1f6-0c57-4d7f-9c1f-2b8e6f0f4a11'

export const council = (index: number): string => `council-${index % councils}`
const reportOf = (index: number): string => {
  const first = index - (index % (councils * itemsInAReport)) + (index % councils)
  return `report-${council(index)}.${uuidV5(namespace, `report ${first}`)}`
}
export const itemOf = (index: number): string => `recommendation-${council(index)}.${uuidV5(namespace, `item ${index}`)}`

type Given = NewEvent & { readonly metadata: EventMetadata }
type Step = { readonly day: string; readonly stream: string; readonly event: Given }

/**
 * The lives of many recommendations of twenty councils and their reports, as one log in the order of its days: every tenth item has a
 * late entry, recorded two years after its day, and every twentieth a correction.
 */
export function* logOfLives(items: number): Generator<LogEvent> {
  const steps = Array.from({ length: items }, (_, index) => stepsOf(index))
    .flat()
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
  const revisions = new Map<string, number>()
  let index = 0
  for (const { day, stream, event } of steps) {
    const revision = (revisions.get(stream) ?? -1) + 1
    revisions.set(stream, revision)
    index += 1
    const place = { stream, revision, eventId: event.eventId, type: event.type, position: String(index * 50) }
    const recordedAt = `${day}T09:00:00.${String(index % 1_000).padStart(3, '0')}Z`
    yield { ...place, recordedAt, content: { kind: 'FACT', event: { ...place, recordedAt, data: event.data, metadata: event.metadata } } }
  }
}

function stepsOf(index: number): Step[] {
  const stream = itemOf(index)
  const report = reportOf(index)
  // The last entry concludes it: one in four is concluded, the others stay outstanding.
  const life = historyOf(index)
    .slice(0, index % 4 === 0 ? undefined : -1)
    .map((event): Given => ({
      ...event,
      metadata: event.metadata as EventMetadata,
      eventId: uuidV5(namespace, `${stream} ${event.eventId}`),
      data: event.type === 'RecommendationIssued' ? inReport(event.data as Issued, report, index) : event.data,
    }))
  const steps = life.map((event): Step => ({ day: event.metadata.effectiveOn, stream, event }))
  if (index % 10 === 0) steps.push(late(steps[4] as Step))
  if (index % 20 === 0) steps.push(correction(steps[0] as Step))
  return Math.floor(index / councils) % itemsInAReport === 0 ? [...reportSteps(report, index, steps[0] as Step), ...steps] : steps
}

type Issued = Extract<RecommendationEvent, { type: 'RecommendationIssued' }>['data']
const inReport = (data: Issued, report: string, index: number): Issued => ({
  ...data,
  report,
  localReference: `C${index % councils}-${Math.floor(index / councils)}`,
  publication: { ...data.publication, report },
})

const again = ({ stream, event }: Step, what: string): string => uuidV5(namespace, `${stream} ${event.eventId} ${what}`)

const late = (step: Step): Step => ({
  ...step,
  day: addDays(step.day, 730),
  event: { ...step.event, eventId: again(step, 'late'), type: 'ThemeAssigned', data: { theme: 'entered late' } },
})

const correction = (step: Step): Step => {
  const day = addDays(step.day, 400)
  const change = { kind: 'REPLACE', fields: { title: 'Put right' } } as const
  const metadata = { ...step.event.metadata, effectiveOn: day }
  const data = { entry: step.event.eventId, reason: 'misprinted', change }
  return { ...step, day, event: { ...step.event, eventId: again(step, 'correction'), type: 'EntryCorrected', data, metadata } }
}

/** Long before its first recommendation, so that it is there when the others are issued. */
function reportSteps(stream: string, index: number, first: Step): Step[] {
  const day = '2009-12-01'
  const facts: ReportEvent[] = [
    {
      type: 'ReportRegistered',
      data: {
        title: `Report ${index}`,
        publisher: 'Inspectorate',
        framework: 'benchmark',
        kind: 'INSPECTION',
        authority: council(index),
        authorityName: council(index),
        reference: null,
        publishedOn: first.day,
        publishedAsPrinted: null,
        publishedPrecision: 'DAY',
        inspectedFrom: null,
        inspectedTo: null,
        addressee: null,
        seenIn: null,
        documentDigest: null,
        summary: null,
      },
    },
    { type: 'ReportPublished', data: {} },
  ]
  return facts.map(({ type, data }): Step => ({
    day,
    stream,
    event: {
      ...first.event,
      eventId: uuidV5(namespace, `${stream} ${type}`),
      type,
      data,
      metadata: { ...first.event.metadata, effectiveOn: day },
    },
  }))
}

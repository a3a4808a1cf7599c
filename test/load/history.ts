import type { EventMetadata, RecommendationEvent } from '@outstanding/domain'
import { addDays } from '@outstanding/domain'
import type { NewEvent } from '@outstanding/event-store'
import { eventIdOf, uuidV5 } from '@outstanding/event-store'
import { type Random, randomFrom } from './random.ts'

/** What the made-up log of a benchmark looks like: as many streams as it takes, each with a whole life of a recommendation. */
export const eventsInAStream = 20

const namespace = 'd3b0a3f4-8b5a-4a0e-9c64-2f6d8a1b7c55'
const authority = 'benchmark'
const reportOf = (index: number): string => `report-${authority}.${uuidV5(namespace, `report ${Math.floor(index / 12)}`)}`
export const streamOf = (index: number): string => `recommendation-${authority}.${uuidV5(namespace, `recommendation ${index}`)}`

const words =
  'council children care plan review service officer partner progress evidence visit outcome training audit board assurance family school health record'.split(
    ' ',
  )
const sentence = (random: Random, length: number): string => Array.from({ length }, () => random.of(words)).join(' ')

/** The whole history of stream `index`, ready to append: the same on every run. Sizes are those of the sample register. */
export function historyOf(index: number): NewEvent[] {
  const random = randomFrom(index + 1)
  const stream = streamOf(index)
  const issuedOn = addDays('2010-01-01', random.integer(4_000))
  const facts = factsOf(index, random, issuedOn)
  return facts.map(({ type, data }, position) => {
    const commandId = uuidV5(namespace, `${stream} ${position}`)
    const metadata: EventMetadata = {
      schemaVersion: 1,
      effectiveOn: addDays(issuedOn, position * 14),
      commandId,
      index: 0,
      requestDigest: `sha256:${commandId.replaceAll('-', '').repeat(2)}`,
      correlationId: commandId,
      causationId: commandId,
      actor: {
        id: 'person-4be2f6f8-6f55-4f3c-8b0b-2d3f6a1c9e77',
        role: 'officer',
        onBehalfOf: { kind: 'body', id: `committee-${authority}` },
      },
      authority,
    }
    return { eventId: eventIdOf(commandId, stream, 0), type, data, metadata }
  })
}

function factsOf(index: number, random: Random, issuedOn: string): RecommendationEvent[] {
  const decision = {
    committee: `committee-${authority}`,
    committeeName: 'Benchmark Committee',
    meetingOn: issuedOn,
    minuteReference: 'item 5',
  }
  const assessed = {
    completedOn: null,
    anticipatedCompletionDate: addDays(issuedOn, 400),
    obstacle: null,
    evidence: [],
    words: sentence(random, 20),
  }
  const issued: RecommendationEvent = {
    type: 'RecommendationIssued',
    data: {
      report: reportOf(index),
      reference: `R${index % 12}`,
      localReference: `BENCH-${index}`,
      ordinal: (index % 12) + 1,
      title: sentence(random, 8),
      text: sentence(random, 40),
      textKind: 'QUOTED',
      place: { document: 'benchmark', page: '4', paragraph: null, heading: 'Recommendations' },
      timescale: { asPrinted: 'within six months', grade: 'WITHIN_MONTHS', months: 6, date: null, datePrecision: null },
      originalCompletionDate: addDays(issuedOn, 182),
      derivation: { rule: 'withinMonths', from: issuedOn, fromIs: 'PUBLISHED', words: 'same date 6 months after publication' },
      publication: {
        report: reportOf(index),
        kind: 'SCRUTINY',
        publishedOn: issuedOn,
        publishedPrecision: 'DAY',
        adoptedOn: null,
        illustrative: true,
      },
      addressee: null,
      parent: null,
      gravity: null,
    },
  }
  const owner = random.integer(40)
  const life: RecommendationEvent[] = [
    { type: 'TrackingTakenOn', data: { decision } },
    { type: 'OwnerAssigned', data: { owner: `office-${owner}`, name: `Office ${owner}`, role: 'LEAD_OFFICER', asPrinted: null } },
    { type: 'ThemeAssigned', data: { theme: random.of(words) } },
    { type: 'ActionPlanned', data: { actionId: 'a1', description: sentence(random, 12), dueOn: null, lead: null } },
    { type: 'ActionStarted', data: { actionId: 'a1' } },
    ...Array.from({ length: 8 }, (_, step): RecommendationEvent => ({
      type: 'ProgressUpdated',
      data: { updateId: `u${step}`, words: sentence(random, 30), claim: 'IN_PROGRESS', completedOn: null, reportedTo: null },
    })),
    { type: 'ActionCompleted', data: { actionId: 'a1', words: null } },
    {
      type: 'AssessmentProposed',
      data: { ...assessed, proposalId: 'p1', category: '3', label: 'Not achieved (Progress made)', meaning: 'PROGRESS_MADE' },
    },
    {
      type: 'AssessmentAgreed',
      data: { ...assessed, proposalId: 'p1', category: '3', label: 'Not achieved (Progress made)', meaning: 'PROGRESS_MADE', decision },
    },
    {
      type: 'CommitteeAssessmentMade',
      data: {
        ...assessed,
        category: '5',
        label: 'Not achieved (Insufficient progress)',
        meaning: 'INSUFFICIENT_PROGRESS',
        insteadOf: null,
        decision,
      },
    },
    { type: 'StillNeededRecorded', data: { words: sentence(random, 15), decision } },
    {
      type: 'TrackingConcluded',
      data: {
        reason: 'NO_LONGER_APPLICABLE',
        explanation: sentence(random, 10),
        supersededBy: null,
        partsLeftOpen: [],
        lookAgainOn: null,
        decision,
      },
    },
  ]
  return [issued, ...life].slice(0, eventsInAStream)
}

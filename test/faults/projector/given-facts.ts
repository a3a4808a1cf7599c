import { randomUUID } from 'node:crypto'
import type { DomainFact, RecommendationEvent } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { encodeFacts } from '@outstanding/event-store'

const report = 'report-example-borough.1b9d6bcd-bbfd-5b2d-9b5d-ab8dfbbd4bed'

const issued: RecommendationEvent = {
  type: 'RecommendationIssued',
  data: {
    report,
    reference: 'R1',
    localReference: 'EX-1',
    ordinal: 1,
    title: 'Visits are recorded',
    text: 'Every visit is recorded within five days.',
    textKind: 'QUOTED',
    place: null,
    timescale: { asPrinted: 'by October 2017', grade: 'BY_DATE', months: null, date: '2017-10-31', datePrecision: 'MONTH' },
    originalCompletionDate: '2017-10-31',
    derivation: { rule: 'byDate', from: null, fromIs: null, words: 'as printed' },
    publication: {
      report,
      kind: 'SCRUTINY',
      publishedOn: null,
      publishedPrecision: 'UNKNOWN',
      adoptedOn: '2017-04-04',
      illustrative: true,
    },
    addressee: null,
    parent: null,
    gravity: null,
  },
}
const progress = (number: number, words = `update ${number}`): RecommendationEvent => ({
  type: 'ProgressUpdated',
  data: { updateId: `u${number}`, words, claim: 'IN_PROGRESS', completedOn: null, reportedTo: null },
})

export const newStream = (): string => `recommendation-example-borough.${randomUUID()}`

/** Issues a recommendation, or with `revision` reports progress on it; the log position of the event. */
export async function record(store: EventStore, stream: string, revision: number | 'NO_STREAM' = 'NO_STREAM'): Promise<string> {
  const facts = [revision === 'NO_STREAM' ? issued : progress(revision)]
  return append(store, stream, revision, facts)
}

/** Reports progress on a recommendation so many times in one append, each in so many characters; the position of the last. */
export function recordUpdates(
  store: EventStore,
  stream: string,
  { after, count, characters }: { readonly after: number; readonly count: number; readonly characters: number },
): Promise<string> {
  const facts = Array.from({ length: count }, (_, index) => progress(after + index, 'x'.repeat(characters)))
  return append(store, stream, after, facts)
}

/** Appends facts to a stream as one command, all effective on 4 April 2017; the last position. Throws if the stream is elsewhere. */
export async function append(
  store: EventStore,
  stream: string,
  revision: number | 'NO_STREAM',
  facts: readonly DomainFact[],
): Promise<string> {
  const commandId = randomUUID()
  const events = encodeFacts(stream, facts, {
    effectiveOn: '2017-04-04',
    commandId,
    requestDigest: 'sha256:0',
    correlationId: commandId,
    causationId: commandId,
    actor: { id: 'person-1', role: 'officer' },
    authority: 'example-borough',
  })
  const appended = await store.append(stream, revision, events)
  if (!appended.ok) throw new Error(`${stream} is at ${appended.conflict.actual}`)
  return appended.position
}

/** `count` recommendations with three updates each, as fast as the store takes them; the last position. */
export async function recordMany(store: EventStore, count: number): Promise<string> {
  const positions = await Promise.all(
    Array.from({ length: count }, async () => {
      const stream = newStream()
      await record(store, stream)
      for (const revision of [0, 1]) await record(store, stream, revision)
      return record(store, stream, 2)
    }),
  )
  return positions.reduce((last, position) => (BigInt(position) > BigInt(last) ? position : last))
}

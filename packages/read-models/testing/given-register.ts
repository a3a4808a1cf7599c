import type { EventMetadata, IsoDate, OfficeEvent, PolicyEvent, RecommendationEvent, ReportEvent, Timescale } from '@outstanding/domain'
import pg from 'pg'
import { allReadModels } from '../src/all-read-models.ts'
import type { LogEvent } from '@outstanding/projection'
import { beginEmpty, connectionConfig, ensureStableSchema, projectBatch, switchTo } from '@outstanding/projection'

type Fact = RecommendationEvent | ReportEvent | OfficeEvent | PolicyEvent
export type Given = { readonly stream: string; readonly on: IsoDate; readonly fact: Fact; readonly actor?: EventMetadata['actor'] }

/** One fact of one stream, on its day. */
export const given = (stream: string, on: IsoDate, fact: Fact): Given => ({ stream, on, fact })

const uuid = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`
export const entryId = (n: number): string => uuid(9_000 + n)

/** The facts as a log, one a second, positions a hundred apart. The nth fact has the eventId `entryId(n)`, from 0. */
export function logOf(facts: readonly Given[]): readonly LogEvent[] {
  const revisions = new Map<string, number>()
  return facts.map(({ stream, on, fact, actor = { id: 'person-1', role: 'officer' } }, index) => {
    const revision = (revisions.get(stream) ?? -1) + 1
    revisions.set(stream, revision)
    const commandId = uuid(1_000 + index)
    const metadata: EventMetadata = {
      schemaVersion: 1,
      effectiveOn: on,
      commandId,
      index: 0,
      requestDigest: 'sha256:0',
      correlationId: commandId,
      causationId: commandId,
      actor,
      authority: 'example-borough',
    }
    const recordedAt = new Date(Date.parse('2026-01-01T00:00:00.000Z') + index * 1_000).toISOString()
    const place = { stream, revision, eventId: entryId(index), type: fact.type, position: String((index + 1) * 100), recordedAt }
    return { ...place, content: { kind: 'FACT', event: { ...place, data: fact.data, metadata } } }
  })
}

/** Makes a database's read models those of these facts. */
export async function project(databaseUrl: string, facts: readonly Given[]): Promise<void> {
  const client = new pg.Client(connectionConfig(databaseUrl, 'test'))
  await client.connect()
  try {
    await ensureStableSchema(client)
    const events = logOf(facts)
    const projected = await projectBatch(
      client,
      await beginEmpty(client, allReadModels),
      { events, through: events.at(-1)?.position ?? null },
      { models: allReadModels },
    )
    if (!projected.ok) throw new Error(JSON.stringify(projected))
    await switchTo(client, projected.progress, { stepBack: true, whileBothStand: async () => {} })
  } finally {
    await client.end()
  }
}

export const streams = {
  inspection: 'report-example-borough.inspection',
  inquiry: 'report-example-borough.inquiry',
  hidden: 'report-example-borough.hidden',
  recommendation: (name: string) => `recommendation-example-borough.${name}`,
  director: 'office-example-borough.director',
  trust: 'office-example-borough.trust',
  policy: 'policy-example-borough',
} as const

export const report = (title: string, publishedOn: IsoDate | null): ReportEvent => ({
  type: 'ReportRegistered',
  data: {
    title,
    publisher: 'Inspectorate of Examples',
    framework: 'Example framework',
    kind: 'INSPECTION',
    authority: 'example-borough',
    authorityName: 'Example Borough',
    reference: null,
    publishedOn,
    publishedAsPrinted: null,
    publishedPrecision: publishedOn === null ? 'UNKNOWN' : 'DAY',
    inspectedFrom: null,
    inspectedTo: null,
    addressee: null,
    seenIn: null,
    documentDigest: null,
    summary: null,
  },
})

type Issued = Extract<RecommendationEvent, { type: 'RecommendationIssued' }>['data']
const byDate = (date: IsoDate): Timescale => ({ asPrinted: 'by then', grade: 'BY_DATE', months: null, date, datePrecision: 'DAY' })
const longerTerm: Timescale = { asPrinted: 'in the longer term', grade: 'LONGER_TERM', months: null, date: null, datePrecision: null }

/** Issued in a report under a reference, due on a day (none: longer term). */
export const issued = (of: string, reference: string, due: IsoDate | null, more: Partial<Issued> = {}): RecommendationEvent => ({
  type: 'RecommendationIssued',
  data: {
    report: of,
    reference,
    localReference: `EX-${reference}`,
    ordinal: Number(reference.replaceAll(/\D/g, '')) || 1,
    title: `Recommendation ${reference}`,
    text: `The text of ${reference}.`,
    textKind: 'QUOTED',
    place: null,
    timescale: due === null ? longerTerm : byDate(due),
    originalCompletionDate: due,
    derivation: { rule: 'byDate', from: null, fromIs: null, words: 'as printed' },
    publication: { report: of, kind: 'INSPECTION', publishedOn: null, publishedPrecision: 'UNKNOWN', adoptedOn: null, illustrative: false },
    addressee: null,
    parent: null,
    gravity: null,
    ...more,
  },
})

export const owned = (owner: string, name: string): RecommendationEvent => ({
  type: 'OwnerAssigned',
  data: { owner, name, role: 'LEAD_OFFICER', asPrinted: name },
})
export const decision = {
  committee: 'committee-1',
  committeeName: 'Committee',
  meetingOn: '2018-03-01',
  minuteReference: 'item 5',
} as const

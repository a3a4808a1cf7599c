import {
  countedFrom,
  decideOnce,
  firstName,
  successorsOf,
  historyAt,
  registry,
  trackingOf,
  policyOn,
  sinceOf,
  publicationFacts,
  readTimescale,
  type AnyDecider,
  type CommitteeNamed,
  type CommitteeState,
  type Fact,
  type LinkTargetFacts,
  type OfficeState,
  type OfficeOnDay,
  type OpenPart,
  type PolicyState,
  type PublicationFacts,
  type Recorded,
  type RecommendationState,
  type ReportState,
  type VisitState,
  parseStream,
} from '@outstanding/domain'
import { committeeStream, eventIdOf, policyStream } from '@outstanding/event-store'
import { commandIdOf, samplePhases, type SampleStep } from './steps/step.ts'

type AnyFact = Fact<string, unknown>
export type Log = Map<string, Recorded<AnyFact>[]>

const deciderOf = (stream: string): AnyDecider => {
  const aggregate = registry.aggregateOf(stream)
  if (aggregate === null) throw new Error(`${stream} is not a stream of any aggregate`)
  return aggregate.decider
}

const fold = (log: Log, stream: string, asAt: string | null): unknown => historyAt(deciderOf(stream), log.get(stream) ?? [], null, asAt)

/** The folded state of a stream after a dry run: that of its own aggregate. */
export const reportIn = (log: Log, stream: string): ReportState => fold(log, stream, null) as ReportState
export const officeIn = (log: Log, stream: string): OfficeState => fold(log, stream, null) as OfficeState
export const policyIn = (log: Log, authority: string): PolicyState => fold(log, policyStream(authority), null) as PolicyState
export const recommendationIn = (log: Log, stream: string, asAt: string | null = null): RecommendationState =>
  fold(log, stream, asAt) as RecommendationState

export const visitIn = (log: Log, stream: string): VisitState => fold(log, stream, null) as VisitState

type Fields = Readonly<Record<string, unknown>>

const publicationOf = (log: Log, report: unknown): PublicationFacts => {
  const facts = publicationFacts(reportIn(log, String(report)))
  if (facts === null) throw new Error(`No report ${String(report)}`)
  return facts
}

const targetOf = ({ target, by, into, supersededBy }: Fields): unknown => target ?? by ?? into ?? supersededBy

/** Whether what a command names is there, its day, and the direction of a finding. */
const targetFacts = (log: Log, target: unknown): LinkTargetFacts => {
  const unknown = { targetOn: null, targetDirection: null }
  if (target === null || target === undefined) return { targetExists: true, ...unknown }
  const { kind, id, report } = typeof target === 'string' ? { kind: 'RECOMMENDATION', id: target, report: '' } : (target as Target)
  if (kind === 'RECOMMENDATION')
    return { targetExists: log.has(id), ...unknown, targetOn: log.has(id) ? sinceOf(recommendationIn(log, id)) : null }
  const found = reportIn(log, report ?? '').findings.find(({ findingId }) => findingId === id)
  return { targetExists: found !== undefined, targetOn: found?.on ?? null, targetDirection: found?.direction ?? null }
}
type Target = { readonly kind: string; readonly id: string; readonly report?: string }

const leadsTo = (log: Log, target: unknown): readonly string[] => {
  const met = new Set(typeof target === 'string' && parseStream(target)?.aggregate === 'recommendation' ? [target] : [])
  for (const one of met) for (const next of successorsOf(recommendationIn(log, one).record)) met.add(next)
  return [...met].slice(1)
}

const openPartsOf = (log: Log, parent: string): readonly OpenPart[] =>
  [...log.keys()].flatMap((stream) => {
    if (parseStream(stream)?.aggregate !== 'recommendation') return []
    const state = recommendationIn(log, stream)
    const isOpen = state.kind === 'ISSUED' && state.issued.parent === parent && trackingOf(state.record) !== 'CONCLUDED'
    return isOpen && state.record.merged === null ? [{ id: stream, reference: state.issued.localReference }] : []
  })

/** An office as it was on a day; one that is on the register only since a later day has its first name. */
const officeOn = (log: Log, office: string, day: string): OfficeOnDay => {
  const [now, then] = [officeIn(log, office), fold(log, office, day) as OfficeState]
  if (!now.created) throw new Error(`No office ${office}`)
  return { name: then.created ? then.name : firstName(now), abolishedOn: now.abolished?.on ?? null }
}

/** The committee of a decision as it was on the day of its meeting. */
const committeeIn = (log: Log, authority: string, decision: unknown): CommitteeNamed => {
  const { committee = '', meetingOn = null } = (decision ?? {}) as { readonly committee?: string; readonly meetingOn?: string }
  const { name, establishedOn, abolished } = fold(log, committeeStream(authority, committee), meetingOn) as CommitteeState
  const committeeOnDay = establishedOn === null ? null : { name, establishedOn, abolishedOn: abolished?.on ?? null }
  return { committeeOnDay, nearCommittees: [] }
}

const assigned = (office: OfficeOnDay): Fields => ({ name: office.name, office })

/** The body that is asked or answers, where it is on the register. */
const bodyIn = (log: Log, body: unknown, day: string): OfficeOnDay | null =>
  typeof body === 'string' && parseStream(body)?.aggregate === 'office' ? officeOn(log, body, day) : null

/** What the sample need not say, as the API fills it in. */
const leftOut: { readonly [Command in SampleStep['command']]?: Fields } = {
  RequireResponse: { printedDraftDueOn: null },
  GiveResponse: { letter: null },
  ConcludeTracking: { partsLeftOpen: [], lookAgainOn: null },
}

/** What the API would make of the step's fields, looking up in this log what it looks up in the real one. */
const dataOf = (log: Log, { command, fields, stream, effectiveOn, onBehalfOf }: SampleStep): Fields => {
  const { illustrative: _illustrative, ...rest } = fields
  if (!stream.startsWith('recommendation-')) return dataOfOther(log, { command, stream }, rest)
  const authority = parseStream(stream)?.authority ?? ''
  const policy = { ...policyOn(policyIn(log, authority), effectiveOn), authority }
  const office = onBehalfOf?.kind === 'OFFICE' ? officeIn(log, onBehalfOf.id).kind : null
  const lookedUp = {
    ...leftOut[command],
    ...rest,
    ...(command === 'AssignOwner' && assigned(officeOn(log, String(rest.owner), effectiveOn))),
    bodyOffice: bodyIn(log, rest.body, effectiveOn),
    policy,
    principalOfficeKind: office,
    ...targetFacts(log, targetOf(rest)),
    targetSuccessors: leadsTo(log, targetOf(rest)),
    openParts: openPartsOf(log, stream),
    ...committeeIn(log, authority, rest.decision),
  }
  return command === 'IssueRecommendation' || command === 'RegisterListedRecommendation'
    ? { ...lookedUp, ...printedData(log, rest) }
    : lookedUp
}

const policyData = ({ authority: _authority, policySource, mapping, ...content }: Fields): Fields => {
  const rows = mapping as readonly { code: string; shownAs: string }[]
  return { ...content, mapping: Object.fromEntries(rows.map(({ code, shownAs }) => [code, shownAs])), source: policySource }
}

/** As above, of a command to anything but a recommendation. */
const dataOfOther = (log: Log, { command, stream }: Pick<SampleStep, 'command' | 'stream'>, rest: Fields): Fields => {
  if (command === 'AdoptPolicy') return policyData(rest)
  if (command === 'RecordVisit') return { ...rest, authority: parseStream(stream)?.authority }
  if (command === 'LinkReportFinding') {
    const { targetExists, targetOn } = targetFacts(log, rest.recommendation)
    return { ...rest, targetExists, targetOn }
  }
  return command === 'LinkFinding' ? { ...rest, ...linkingIn(log, stream, rest) } : rest
}

const linkingIn = (log: Log, visit: string, { items }: Fields): Fields => ({
  ofItems: (items as readonly string[]).map((id) => {
    const state = recommendationIn(log, id)
    if (state.kind === 'NOT_ISSUED') throw new Error(`No recommendation ${id}`)
    const { localReference, effectiveOn } = state.kind === 'ISSUED' ? state.issued : state.listed
    return { id, reference: localReference, since: effectiveOn, isMerged: state.record.merged !== null }
  }),
  reportPublished: reportIn(log, visitIn(log, visit).visit?.report ?? '').publication === 'PUBLISHED',
})

/** What follows in the histories of the recommendations that a finding was linked to. */
const followed = (log: Log, { key, command, stream, fields, ...step }: SampleStep): readonly SampleStep[] => {
  if (command !== 'LinkFinding') return []
  const { visit, findings } = visitIn(log, stream)
  const { ref, items } = fields as { readonly ref: string; readonly items: readonly string[] }
  const { area, direction } = findings.find((finding) => finding.ref === ref) ?? {}
  const said = { visit: stream, ref, body: visit?.body, visitedOn: visit?.to, area, direction }
  return items.map((item) => ({ ...step, key: `${key}/${item}`, command: 'LinkVisitFinding', stream: item, fields: said }))
}

/** What follows from the report in which a recommendation is printed. */
const printedData = (log: Log, { report, timescale }: Fields): Fields => {
  const publication = publicationOf(log, report)
  const reportWithdrawn = reportIn(log, String(report)).withdrawn !== null
  const asPrinted = (timescale as { asPrinted: string | null } | undefined)?.asPrinted ?? null
  return { publication, reportWithdrawn, timescale: readTimescale(asPrinted, countedFrom(publication)?.date ?? null) }
}

/**
 * Decides every step as the product would, phase by phase, without it: a log by stream. Throws at the first refusal, naming step, rule and field.
 * `today` stands for the London day of the load.
 */
export const dryRun = (steps: readonly SampleStep[], today: string): Log => {
  const log: Log = new Map()
  const illustrated = new Set(
    steps.filter(({ fields }) => fields.illustrative === true).map(({ stream }) => parseStream(stream)?.authority),
  )
  for (const step of samplePhases.flatMap((phase) => steps.filter((one) => one.phase === phase))) {
    record(log, step, { today, illustrated })
    for (const following of followed(log, step)) record(log, following, { today, illustrated })
  }
  return log
}

type Run = { readonly today: string; readonly illustrated: ReadonlySet<string | null | undefined> }

function record(log: Log, step: SampleStep, { today, illustrated }: Run): void {
  const { key, stream, effectiveOn, onBehalfOf } = step
  const principal =
    onBehalfOf === null
      ? {}
      : { onBehalfOf: { kind: onBehalfOf.kind === 'OFFICE' ? ('office' as const) : ('body' as const), id: onBehalfOf.id } }
  const actor = { id: 'person-sample', role: 'administrator' as const, ...principal }
  const events = log.get(stream) ?? []
  const commandId = commandIdOf(key)
  const command = { type: step.command, data: dataOf(log, step), actor, effectiveOn, today }
  const outcome = decideOnce(deciderOf(stream), events, { command, commandId, requestDigest: key })
  if (outcome.kind !== 'ACCEPTED')
    throw new Error(`${key}: ${outcome.kind === 'REJECTED' ? JSON.stringify(outcome.rejection) : outcome.kind}`)
  const authority = parseStream(stream)?.authority ?? ''
  const recorded = outcome.facts.map((fact, index): Recorded<AnyFact> => ({
    ...fact,
    eventId: eventIdOf(commandId, stream, index),
    stream,
    revision: events.length + index,
    position: String(log.size),
    recordedAt: '2026-11-22T09:00:00.000Z',
    metadata: {
      schemaVersion: 1,
      effectiveOn,
      commandId,
      index,
      requestDigest: key,
      correlationId: commandId,
      causationId: commandId,
      actor,
      authority,
      ...(illustrated.has(authority) ? { illustrative: true as const } : {}),
    },
  }))
  log.set(stream, [...events, ...recorded])
}

import type { CarriesOn, IsoDate, LinkTarget, OfficeKind, OfficeThen, OpenPart, PolicyInForce } from '@outstanding/domain'
import { isIsoDate, parseStream } from '@outstanding/domain'
import type { StoredEvent } from '@outstanding/event-store'
import type { Context } from '../server/context.ts'
import type { Envelope } from './envelope-input.ts'
import { holdsOffice } from '../office/holds-office.ts'
import { officeKindOf } from '../office/office-kind.ts'
import { officeOn } from '../office/office-on.ts'
import { policyOn } from '../policy/policy-on.ts'
import { leadsTo } from '../recommendation/leads-to.ts'
import { openPartsIn } from '../recommendation/open-parts.ts'
import type { OfPublication } from '../report/report-facts.ts'
import { findingKnown, publicationOf } from '../report/report-facts.ts'

/** What a command needs to know of other streams, read from the log itself when it is given: the domain stays pure. */
export type Facts = {
  /** The policy of an authority on a day, by default that of the command. */
  policy(authority: string, day?: IsoDate): Promise<PolicyInForce>
  /** The kind of the principal's office, however the principal is called; null where it is no office of ours. */
  principalOfficeKind(): Promise<OfficeKind | null>
  /** An office as it was on the day of the command; null where there is none. */
  office(id: string): Promise<OfficeThen | null>
  /** Whether a person (an opaque id) holds the office today, and held it on the day of the command. */
  holds(office: string, person: string): Promise<boolean>
  /** Whether the recommendation or finding is there. Plan priorities and indicators have no streams yet, so none is known. */
  targetKnown(target: LinkTarget): Promise<boolean>
  /** Of a recommendation that is to carry on another: whether it is there, and where it is itself carried on, to the end of the chain. */
  carriesOn(recommendation: string): Promise<CarriesOn>
  /** What a recommendation keeps of its report; null where there is no such report. */
  publication(report: string): Promise<OfPublication | null>
  /** Of a recommendation, its parts whose tracking is open, as the log has it. */
  openParts(recommendation: string): Promise<readonly OpenPart[]>
  /** Whether a stream is there, and whether what it holds is made up for illustration. */
  stream(id: string): Promise<Existing | null>
  /** An entry as first recorded; undefined where there is no such entry. */
  entry(stream: string, entry: string): Promise<RecordedEntry | undefined>
}

/** `corrects` is the type of the entry that is corrected in the end, where this is a correction, else its own. */
export type RecordedEntry = { readonly effectiveOn: IsoDate | undefined; readonly corrects: string }

export type Existing = { readonly authority: string; readonly illustrative: boolean }

export function factsFor({ store, today, reading }: Context, { effectiveOn, onBehalfOf }: Envelope): Facts {
  async function stream(id: string): Promise<Existing | null> {
    const authority = parseStream(id)?.authority
    const [first] = authority ? await store.readStream(id, { maxCount: 1 }) : []
    return authority && first ? { authority, illustrative: isIllustrative(first.metadata) } : null
  }
  const isRecommendation = async (id: string) => parseStream(id)?.aggregate === 'recommendation' && (await stream(id)) !== null
  return {
    stream,
    carriesOn: async (id) => {
      const targetKnown = await isRecommendation(id)
      return { targetKnown, targetLeadsTo: targetKnown ? await leadsTo(store, id) : [] }
    },
    entry: async (id, named) => {
      const events = await store.readStream(id)
      const entry = events.find(({ eventId }) => eventId === named)
      return entry && { effectiveOn: dayIn(entry.metadata), corrects: typeCorrected(events, entry) }
    },
    policy: (authority, day = effectiveOn) => policyOn(store, authority, day),
    principalOfficeKind: async () => (onBehalfOf ? officeKindOf(store, onBehalfOf.id) : null),
    office: (id) => officeOn(store, id, effectiveOn),
    holds: (office, person) => holdsOffice(store, { office, person, days: [effectiveOn, today] }),
    publication: (report) => publicationOf(store, report),
    openParts: async (id) => openPartsIn(store, await (await reading.view()).load.children(id)),
    targetKnown: async (target) => {
      if (target.kind === 'RECOMMENDATION') return isRecommendation(target.id)
      return target.kind === 'FINDING' && findingKnown(store, target.report, target.id)
    },
  }
}

/** An entry names only earlier ones, so this ends. */
const typeCorrected = (events: readonly StoredEvent[], entry: StoredEvent): string => {
  const named = entry.type === 'EntryCorrected' ? (entry.data as { readonly entry?: unknown }).entry : undefined
  const earlier = events.find(({ eventId, revision }) => eventId === named && revision < entry.revision)
  return earlier === undefined ? entry.type : typeCorrected(events, earlier)
}

const dayIn = (metadata: unknown): IsoDate | undefined =>
  typeof metadata === 'object' && metadata !== null && 'effectiveOn' in metadata && isIsoDate(metadata.effectiveOn)
    ? metadata.effectiveOn
    : undefined

const isIllustrative = (metadata: unknown): boolean =>
  typeof metadata === 'object' && metadata !== null && 'illustrative' in metadata && metadata.illustrative === true

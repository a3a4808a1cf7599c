import type { LinkVisitFinding, Recorded, RecommendationCommand, RecommendationState, VisitEvent, VisitState } from '@outstanding/domain'
import { parseStream, recommendationDecider, visitDecider } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { decodeEvent, uuidV5 } from '@outstanding/event-store'
import type { ItemsFollowed } from '../commands/each-item.ts'
import { eachItem, nothingFollowed } from '../commands/each-item.ts'
import type { Followed } from '../commands/follow-up.ts'
import { followUp } from '../commands/follow-up.ts'
import { foldStream } from '../commands/fold-stream.ts'
import { policyOn } from '../policy/policy-on.ts'

type Linked = LinkVisitFinding['data'] & { readonly on: string }
type OnRecord = RecommendationState['record']['findings'][number]
/** `entry` is the one of the visit's history that is followed. */
type Settling = { readonly store: EventStore; readonly entry: Recorded<VisitEvent>; readonly today: string }

/**
 * Makes the recommendations that a visit's findings are linked to say so in their own histories: after a link, and after a correction of the
 * visit, of a finding or of a link. What no longer holds there is made void, and recorded again as it is now. The visit's history alone decides
 * and each command's id is derived from its entry, so a process that follows the log can continue where another stopped, and doing it again changes nothing.
 */
export async function settleLinks(store: EventStore, event: StoredEvent, today: string): Promise<ItemsFollowed> {
  if (parseStream(event.stream)?.aggregate !== 'visit') return nothingFollowed
  if (event.type !== 'FindingLinked' && event.type !== 'EntryCorrected') return nothingFollowed
  const decoded = decodeEvent(event)
  const visit = await foldStream(store, visitDecider, event.stream)
  if (!decoded.ok || visit === null) return nothingFollowed
  // The stream's name says which aggregate it is, and nobody else writes to it.
  const settling: Settling = { store, entry: decoded.event as Recorded<VisitEvent>, today }
  return eachItem(await itemsEverLinked(store, event.stream), (item) => settleItem(settling, visit, item))
}

async function settleItem(settling: Settling, visit: VisitState, item: string): Promise<Followed | null> {
  const state = await foldStream(settling.store, recommendationDecider, item)
  if (state === null || state.kind === 'NOT_ISSUED') return null
  const wanted = linkedTo(visit, item)
  const recorded = state.record.findings.filter((finding) => finding.visit === visit.stream)
  let latest: Followed | null = null
  for (const finding of recorded) if (!wanted.some((link) => isSame(link, finding))) latest = await undo(settling, item, finding)
  for (const link of wanted) if (!recorded.some((finding) => isSame(link, finding))) latest = await record(settling, item, link)
  return latest
}

/** What the visit says of the findings that are linked to an item, as corrected. */
function linkedTo({ stream, visit, findings, links }: VisitState, item: string): readonly Linked[] {
  if (stream === null || visit === null) return []
  return links.flatMap((link) => {
    const finding = link.item === item ? findings.find(({ ref }) => ref === link.ref) : undefined
    if (finding === undefined) return []
    const { ref, area, direction } = finding
    return [{ visit: stream, ref, body: visit.body, visitedOn: visit.to, area, direction, on: link.on }]
  })
}

const isSame = (link: Linked, finding: OnRecord): boolean =>
  link.ref === finding.ref &&
  link.body === finding.body &&
  link.visitedOn === finding.visitedOn &&
  link.area === finding.area &&
  link.direction === finding.direction &&
  link.on === finding.effectiveOn

async function record(settling: Settling, item: string, { on, ...data }: Linked): Promise<Followed> {
  const { entry, today } = settling
  const { actor } = entry.metadata
  return give(settling, item, `${item} ${data.ref}`, { type: 'LinkVisitFinding', data, actor, effectiveOn: on, today })
}

async function undo(settling: Settling, item: string, finding: OnRecord): Promise<Followed> {
  const { store, entry, today } = settling
  const { actor, authority } = entry.metadata
  const policy = await policyOn(store, parseStream(item)?.authority ?? authority, finding.effectiveOn)
  const data = { entry: finding.eventId, reason: changed, change: { kind: 'VOID' }, policy } as const
  return give(settling, item, finding.eventId, { type: 'CorrectEntry', data, actor, effectiveOn: today, today })
}
const changed = 'The entry of the visit from which this follows was corrected.'

const give = ({ store, entry }: Settling, stream: string, name: string, command: RecommendationCommand): Promise<Followed> =>
  followUp(store, recommendationDecider, { entry, stream, command, commandId: uuidV5(entry.eventId, name) })

/** Also by links that were made void since. */
async function itemsEverLinked(store: EventStore, visit: string): Promise<readonly string[]> {
  const linked = (await store.readStream(visit)).filter(({ type }) => type === 'FindingLinked')
  return [...new Set(linked.flatMap(({ data }) => (data as { readonly items: readonly string[] }).items))]
}

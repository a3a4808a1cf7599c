import { randomUUID } from 'node:crypto'
import type { Frame } from '../wire/recorded-event.ts'
import { decodeFrame } from '../wire/recorded-event.ts'
import { SOFT_DELETED, withTruncateBefore } from '../log/stream-metadata.ts'
import type { Stream, Streams } from '../log/streams.ts'
import { isMetastream, metastreamOf, originalOf } from '../log/streams.ts'
import { FIRST_POSITION } from '../log/event-log.ts'
import type { Draft, DraftStream } from './draft.ts'
import { addEvents, addTombstone, adoptMetadata, inDraft, standingOf } from './draft.ts'
import type { Found } from './judge-append.ts'
import { judgeAppend, judgeComparison, judgeDelete, judgeRecent } from './judge-append.ts'
import type { RecentIds } from './recent-ids.ts'
import { mayFollow, timeOfAll } from '../log/seeding.ts'
import type { NewEvent, WriteOutcome, WriteRequest } from './write-request.ts'

/** What deciding may look at besides the draft. */
export type DecisionContext = {
  readonly streams: Streams
  readonly recent: RecentIds
  /** Ids and positions of the committed events with `from` <= revision < `to`. */
  committedIds(streamId: number, from: number, to: number): Promise<{ id: string; revision: number; position: number }[]>
  /** The newest committed event of a stream. */
  lastFrame(streamId: number): Promise<Frame | undefined>
}

/** Decides one request against the draft and adds to it what is to be written. */
export async function decideWrite(request: WriteRequest, stream: Stream, draft: Draft, context: DecisionContext): Promise<WriteOutcome> {
  const target = inDraft(draft, stream)
  if (request.kind === 'append') return decideAppend(request, target, draft, context)
  const verdict = judgeDelete(standingOf(target), request.expected, request.kind === 'tombstone')
  if (verdict !== 'write') return refusal(verdict, target)
  if (request.kind === 'tombstone') {
    return {
      kind: 'success',
      revision: target.last,
      position: addTombstone(draft, target, systemEvent('$streamDeleted', false, ''), present(draft)),
    }
  }
  const position = await writeMetadata(target, SOFT_DELETED, draft, context)
  return { kind: 'success', revision: target.last, position }
}

async function decideAppend(request: WriteRequest, target: DraftStream, draft: Draft, context: DecisionContext): Promise<WriteOutcome> {
  const { expected, events } = request
  if (await describesTombstone(target, draft, context)) return refusal('streamDeleted', target)
  const standing = standingOf(target)
  const judgement = judgeAppend(standing, expected)
  if (judgement.verdict === 'wrongExpectedVersion' || judgement.verdict === 'streamDeleted') return refusal(judgement.verdict, target)
  if (judgement.verdict !== 'write') {
    const repeat =
      judgement.verdict === 'compare'
        ? judgeComparison(standing, expected, await matchesFrom(judgement.compareFrom, events, target, context))
        : judgeRecent(events.map((event) => lookUp(event.id, target, context.recent)))
    if (repeat.verdict === 'wrongExpectedVersion') return refusal(repeat.verdict, target)
    if (repeat.verdict === 'repeated') {
      return { kind: 'success', revision: repeat.revision, position: standing.softDeleted ? undefined : repeat.position }
    }
  }
  if (events.length === 0) return { kind: 'success', revision: target.last, position: draft.nextPosition }
  const time = timeOfAll(events)
  if (time !== undefined && !mayFollow(time, draft.seeding, Date.now())) return { kind: 'notSeedable' }
  return { kind: 'success', ...(await write(target, events, draft, context)) }
}

/** Whether it is the metadata of a tombstoned stream, which is as final as that. */
async function describesTombstone({ stream }: DraftStream, draft: Draft, { streams }: DecisionContext): Promise<boolean> {
  if (!isMetastream(stream.name)) return false
  const [original] = (await streams.load([originalOf(stream.name)])) as [Stream]
  return (draft.streams.get(original) ?? original).tombstoned
}

async function write(
  target: DraftStream,
  events: readonly NewEvent[],
  draft: Draft,
  context: DecisionContext,
): Promise<{ revision: number; position: number }> {
  const { softDeleted } = standingOf(target)
  if (softDeleted) await undelete(target, draft, context)
  const time = timeOfAll(events)
  const place = addEvents(draft, target, events, time === undefined ? present(draft) : seeded(draft, time))
  if (isMetastream(target.stream.name)) {
    const [original] = (await context.streams.load([originalOf(target.stream.name)])) as [Stream]
    const described = inDraft(draft, original)
    const wasDeleted = standingOf(described).softDeleted
    adoptMetadata(draft, described)
    if (wasDeleted && !standingOf(described).softDeleted) await undelete(described, draft, context)
  }
  return place
}

/** A soft-deleted stream that is written to again hides what it had before. */
async function undelete(target: DraftStream, draft: Draft, context: DecisionContext): Promise<void> {
  const metastream = await metastreamInDraft(target, draft, context)
  const drafted = draft.live.findLast((event) => event.streamId === metastream.id)
  const frame = drafted?.frame ?? (metastream.stream.id === undefined ? undefined : await context.lastFrame(metastream.stream.id))
  const text = frame === undefined ? '{}' : decodeFrame(frame).data.toString('utf8')
  await writeMetadata(target, withTruncateBefore(text, target.last + 1), draft, context)
}

async function writeMetadata(target: DraftStream, text: string, draft: Draft, context: DecisionContext): Promise<number> {
  const metastream = await metastreamInDraft(target, draft, context)
  const { position } = addEvents(draft, metastream, [systemEvent('$metadata', true, text)], present(draft))
  adoptMetadata(draft, target)
  return position
}

async function metastreamInDraft(target: DraftStream, draft: Draft, context: DecisionContext): Promise<DraftStream> {
  const [metastream] = (await context.streams.load([metastreamOf(target.stream.name)])) as [Stream]
  return inDraft(draft, metastream)
}

async function matchesFrom(from: number, events: readonly NewEvent[], target: DraftStream, context: DecisionContext): Promise<Found[]> {
  const to = from + events.length
  const committedTo = Math.min(to, target.stream.last + 1)
  const committed =
    target.stream.id !== undefined && from < committedTo ? await context.committedIds(target.stream.id, from, committedTo) : []
  const standing = new Map([...committed, ...target.events].map((event) => [event.revision, event]))
  return events.map((event, index) => {
    const there = standing.get(from + index)
    return there?.id === event.id ? there : undefined
  })
}

function lookUp(id: string, target: DraftStream, recent: RecentIds): Found {
  const drafted = target.ids.get(id)
  if (drafted !== undefined) return drafted
  const known = recent.find(id)
  return known?.streamId === target.id ? known : undefined
}

function refusal(verdict: 'wrongExpectedVersion' | 'streamDeleted', target: DraftStream): WriteOutcome {
  return verdict === 'streamDeleted' ? { kind: 'streamDeleted' } : { kind: 'wrongExpectedVersion', actual: target.last }
}

function systemEvent(type: string, isJson: boolean, text: string): NewEvent {
  return { id: randomUUID(), type, isJson, customMetadata: Buffer.alloc(0), data: Buffer.from(text) }
}

/** The store's time, in 100 ns since 1970. An event that has it ends the seeding of the log; the node's own first one does not count. */
function present(draft: Draft): string {
  if (draft.nextPosition > FIRST_POSITION) draft.seeding = { upTo: null }
  return `${Date.now()}0000`
}

function seeded(draft: Draft, time: number): string {
  if (draft.seeding.upTo !== null) draft.seeding = { upTo: time }
  return `${time}0000`
}

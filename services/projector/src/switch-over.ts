import type { EventStore } from '@outstanding/event-store'
import { comparePositions } from '@outstanding/event-store'
import { createEntryKeys } from '@outstanding/identity'
import type { Progress, ReadModel, Schemas, Switched, TableDigests } from '@outstanding/projection'
import {
  allTables,
  countByStreams,
  differingTables,
  dropOutdated,
  forget,
  isCurrent,
  projectBatch,
  recordDigests,
  switchTo,
  tableDigests,
} from '@outstanding/projection'
import { compareLeaves } from '@outstanding/transparency-log'
import type pg from 'pg'
import { connect } from './connect.ts'
import { openTexts } from './open-texts.ts'
import { readParking } from './parking/read-parking.ts'
import { type Building, type LoadedBuild, type NotRebuilt, type Rebuilt, stopped } from './rebuilt.ts'
import { toEventsOf } from './to-log-event.ts'

/**
 * Makes a loaded build current, having caught up with what is current now, and says whether the two agree. The digests are of the
 * moment of the switch.
 */
export async function switchOver(
  store: EventStore,
  client: pg.Client,
  loaded: Progress,
  options: Building & { readonly started: number },
): Promise<Rebuilt> {
  const expected = await countByStreams(client, loaded.schema)
  if (expected !== loaded.events)
    return giveUp(client, loaded, 'FAILED', `${loaded.events} events were projected, but the streams have ${expected}`)
  let progress = loaded
  let stepBack = false
  for (;;) {
    const comparison = await openComparison(options)
    try {
      const switched = await switchTo(client, progress, { stepBack, whileBothStand: comparison.begin })
      if (switched.ok) {
        const seconds = (performance.now() - options.started) / 1_000
        return await conclude(client, progress, { previous: switched.previous, comparison, seconds, models: options.models })
      }
      const head = await store.head()
      stepBack = head === null || comparePositions(head, switched.behind) < 0
      if (stepBack) continue
      const caught = await catchUp({ store, client, ...options }, progress, switched.behind)
      if (!caught.ok) return await giveUp(client, progress, caught.why, caught.problem)
      progress = caught.progress
    } finally {
      await comparison.end()
    }
  }
}

type Switching = {
  readonly previous: Extract<Switched, { ok: true }>['previous']
  readonly comparison: Comparison
  readonly seconds: number
  readonly models: readonly ReadModel[]
}

async function conclude(client: pg.Client, built: Progress, { previous, comparison, seconds, models }: Switching): Promise<Rebuilt> {
  const digests = await comparison.digests(built.schemas)
  const comparable = previous !== null && previous.position === built.position && isCurrent(previous, models)
  const compared = comparable
    ? { schema: previous.schema, differing: differingTables(digests, await comparison.digests(previous.schemas)) }
    : null
  await comparison.end()
  await recordDigests(client, built.schema, digests)
  await dropOutdated(client, previous?.schema ?? null)
  const { schema, events, position } = built
  return { ok: true, schema, events, position, seconds, digests, compared }
}

async function giveUp(client: pg.Client, { schema }: Progress, why: NotRebuilt['why'], problem: string): Promise<Rebuilt> {
  await forget(client, schema)
  return { ok: false, why, problem }
}

type Comparison = { begin(): Promise<void>; digests(schemas: Schemas): Promise<TableDigests>; end(): Promise<void> }

/** A view of both schemas from the moment of the switch, so that they can be compared while the projector goes on. */
async function openComparison({ databaseUrl, models }: Building): Promise<Comparison> {
  const client = await connect(databaseUrl)
  return {
    async begin() {
      await client.query('begin isolation level repeatable read, read only')
      await client.query('select 1')
    },
    digests: (schemas) => tableDigests(client, schemas, allTables(models)),
    end: () => client.end().catch(() => {}),
  }
}

/** The current read models went on while these were built: reads on to where they are. */
type Connected = Building & { readonly store: EventStore; readonly client: pg.Client }

async function catchUp({ store, client, models, signal }: Connected, from: Progress, target: string): Promise<LoadedBuild> {
  let progress = from
  const { toWrittenEvent } = toEventsOf(models)
  const parking = await readParking(store)
  const keys = createEntryKeys(client)
  for await (const { events, through } of store.subscribeToAll({ after: from.position ?? undefined, signal })) {
    const written = (await openTexts(events, { store, keys })).map(toWrittenEvent)
    const projected = await projectBatch(client, progress, { events: written, through }, { models, keep: compareLeaves, parking })
    if (!projected.ok)
      return projected.why === 'POISON'
        ? { ok: false, why: 'POISON', problem: projected.poison.reason }
        : { ok: false, why: 'BUSY', problem: 'another build took over' }
    progress = projected.progress
    if (progress.position !== null && BigInt(progress.position) >= BigInt(target)) break
  }
  return signal?.aborted ? stopped : { ok: true, progress }
}

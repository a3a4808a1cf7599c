import type { ClientBase } from 'pg'
import type { Current } from '../position/progress.ts'
import { lockCurrent, readCurrent } from '../position/progress.ts'
import { stableSchema } from '../position/stable-schema.ts'
import { renewRows } from '../projecting/renew-rows.ts'
import type { Unprojectable } from '../projecting/unprojectable.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { categoriesOf } from '../read-model/read-model.ts'
import { readHistories } from '../timeline/entries.ts'
import { forgetEntries, streamsSince } from '../timeline/streams-of.ts'
import type { Beside } from './beside.ts'
import { readModelVersion } from './declared-models.ts'
import { endedCategories, hasUnreadStreams } from './plan-build.ts'
import { replaceModels } from './recorded-models.ts'

export type Placed =
  | { readonly ok: true }
  /** POISON: a stream cannot be projected. LOG: the log's own tables are not, or no longer, what they were begun from. */
  | { readonly ok: false; readonly why: 'POISON' | 'LOG'; readonly problem: string }

type CaughtUp = { readonly ok: true; readonly events: number } | Unprojectable

/** Projects what the timeline got from the place `since` of the log on, in one transaction: up to where. */
export async function catchUp(client: ClientBase, beside: Beside, since: number): Promise<CaughtUp> {
  await client.query('begin isolation level repeatable read')
  const current = await readCurrent(client)
  const caught = await deriveSince(client, beside, since)
  await client.query(caught ? 'rollback' : 'commit')
  return caught ?? { ok: true, events: current?.events ?? since }
}

type Taking = { readonly models: readonly ReadModel[]; readonly ended: readonly string[]; readonly events: number }

/**
 * Puts the newly built read models in their places, caught up, while nobody can write. The writer's epoch is over then: its rows would be
 * of the old ones. What nothing reads any more leaves the timeline, as a rebuild would leave it out.
 */
export async function takePlaces(client: ClientBase, beside: Beside, { models, ended, events }: Taking): Promise<Placed> {
  // A switch that was reported must still be there after a crash.
  await client.query('begin; set local synchronous_commit = on')
  const current = await lockCurrent(client)
  if (!current || !isSame(current, beside.current) || (await hasUnreadStreams(client, current, models)))
    return { ok: false, why: 'LOG', problem: 'the log has events that the tables of the log do not have' }
  const failed = await deriveSince(client, beside, events)
  if (failed) return { ok: false, why: 'POISON', problem: failed.reason }
  const forgotten = await forgetEntries(client, current.schemas, endedCategories(current, models))
  await replaceModels(client, current.schema, { built: beside.built, ended })
  await client.query(
    `update ${stableSchema}.projection set version = $2, foreign_events = foreign_events + $3, epoch = epoch + 1, digests = null,
       switched_at = clock_timestamp() where schema_name = $1`,
    [current.schema, readModelVersion(models), forgotten],
  )
  await client.query('commit')
  return { ok: true }
}

const isSame = (current: Current, begun: Current): boolean => current.schema === begun.schema && current.version === begun.version

const streamsAtOnce = 250

/** Needs a transaction that sees one state of the log's tables. */
async function deriveSince(client: ClientBase, { models, schemas }: Beside, since: number): Promise<Unprojectable | null> {
  const streams = await streamsSince(client, schemas, { categories: [...categoriesOf(models)], since })
  for (let from = 0; from < streams.length; from += streamsAtOnce) {
    const histories = await readHistories(client, schemas, streams.slice(from, from + streamsAtOnce))
    const failed = await renewRows(client, schemas, histories, { models, since })
    if (failed) return { ok: false, reason: `${failed.stream}: ${failed.reason}` }
  }
  return null
}

import type { ClientBase } from 'pg'
import { derivedTables } from '../bitemporal/version-tables.ts'
import { bulkWriter } from '../database/bulk-writer.ts'
import { indexTogether, prepareForIndexes } from '../database/index-together.ts'
import type { Connect } from '../database/within.ts'
import { within } from '../database/within.ts'
import type { Current } from '../position/progress.ts'
import { readCurrent } from '../position/progress.ts'
import type { Unprojectable } from '../projecting/unprojectable.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { categoriesOf } from '../read-model/read-model.ts'
import { streamsOf } from '../timeline/streams-of.ts'
import type { Beside } from './beside.ts'
import { beginBeside } from './beside.ts'
import { deriveAll } from './derive-all.ts'
import type { SomeModels } from './plan-build.ts'
import { dropLeftModels } from './recorded-models.ts'
import type { Placed } from './take-places.ts'
import { catchUp, takePlaces } from './take-places.ts'

type Options = SomeModels & {
  /** All that are declared. */
  readonly models: readonly ReadModel[]
  readonly connect: Connect
}

/**
 * Rebuilds the changed read models while the current ones are read and written, then puts them in their places in one transaction. The
 * others stand as they are. They are derived from the timeline, whose events were compared with their leaves when they were written. The
 * process that writes the current ones is fenced off by it. Nothing of it is left when it fails. Needs the build lock.
 */
export async function buildSome(client: ClientBase, current: Current, options: Options): Promise<Placed> {
  await dropLeftModels(client)
  try {
    const placed = await build(client, await beginBeside(client, current, options.changed), options)
    if (!placed.ok) await clear(client)
    return placed
  } catch (error) {
    await clear(client).catch(() => {})
    throw error
  }
}

async function clear(client: ClientBase): Promise<void> {
  await client.query('rollback')
  await dropLeftModels(client)
}

/** So many events or fewer are caught up while the writer waits. */
const maxEventsAtSwitch = 500
/** After so many rounds whatever is left is caught up then: the writer must be slowed down. */
const maxRounds = 20

async function build(client: ClientBase, beside: Beside, options: Options): Promise<Placed> {
  let reached = await derive(client, beside, options.connect)
  let before = Number.NEGATIVE_INFINITY
  for (let round = 0; round < maxRounds && reached.ok && reached.events - before > maxEventsAtSwitch; round += 1) {
    before = reached.events
    reached = await catchUp(client, beside, before)
  }
  if (!reached.ok) return { ok: false, why: 'POISON', problem: reached.reason }
  return takePlaces(client, beside, { ...options, events: reached.events })
}

type Derived = { readonly ok: true; readonly events: number } | Unprojectable

/** The rows of every stream as the timeline was at one moment, whatever is written to it meanwhile. */
const derive = (client: ClientBase, { models, schemas }: Beside, connect: Connect): Promise<Derived> =>
  within(connect, async (other) => {
    await other.query('begin isolation level repeatable read, read only; set local idle_in_transaction_session_timeout = 0')
    const events = (await readCurrent(other))?.events ?? 0
    const streams = await streamsOf(other, schemas, [...categoriesOf(models)])
    const writer = bulkWriter(client, schemas)
    const unprojectable = await deriveAll({ models, schemas, reader: other, writer }, streams).finally(writer.settled)
    if (unprojectable) return unprojectable
    await other.query('commit')
    await client.query('commit')
    for (const one of [client, other]) await prepareForIndexes(one)
    await indexTogether([client, other], schemas, derivedTables(models))
    return { ok: true, events }
  })

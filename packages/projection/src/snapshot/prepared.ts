import { createHash } from 'node:crypto'
import type pg from 'pg'
import { ofThePast } from './rows-in.ts'

/**
 * Statements are prepared under a name that follows from their text, so that a connection parses and plans each once. A connection that
 * holds this many is replaced: plans take memory of the server, and visitors choose by their filters which statements there are.
 */
const maxPrepared = 200

const preparedOn = new WeakMap<pg.PoolClient, Set<string>>()

/**
 * Runs a statement on a connection, prepared. One that asks for the past is planned each time: how many versions were known at a place of
 * the log and held on a day can be estimated only from the two, and a plan made for any two was ten to twenty-five times slower.
 */
export function runPrepared(client: pg.PoolClient, text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
  if (text.includes(ofThePast)) return client.query({ text, values: [...values] })
  const name = createHash('sha1').update(text).digest('base64url')
  const names = preparedOn.get(client) ?? new Set()
  preparedOn.set(client, names.add(name))
  return client.query({ name, text, values: [...values] })
}

/** Whether the connection holds as many prepared statements as it may. */
export const holdsTooMany = (client: pg.PoolClient): boolean => (preparedOn.get(client)?.size ?? 0) >= maxPrepared

import { removedText } from '@outstanding/domain'
import { dropLeftModels, dropOutdated, dropReplayed, listReplayed, lockBuilds, unlockBuilds } from '@outstanding/projection'
import type pg from 'pg'

/**
 * Drops copies of the register that still hold a text which was removed after they were made: registers replayed once, and read models that
 * were replaced. The current ones never do. A copy that somebody reads just now stays until the next time: at the start, and with each
 * removal.
 */
export async function clearRemoved(client: pg.Client, report: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ any: boolean }>('select exists (select from keys.removed_entry) as any')
  if (!rows[0]?.any) return
  for (const { schema } of await listReplayed(client)) {
    if (!(await holdsRemoved(client, schema))) continue
    await dropReplayed(client, schema)
    report(`the replayed register ${schema} was dropped: a text that it held was removed. Make it again with "outstanding replay"`)
  }
  if (!(await previousHoldsRemoved(client)) || !(await lockBuilds(client))) return
  try {
    await dropOutdated(client, null)
    await dropLeftModels(client)
  } finally {
    await unlockBuilds(client)
  }
}

/** Whether the timeline of a schema has an entry whose texts were removed, and still has them. */
export async function holdsRemoved(client: pg.Client, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `select exists (select from ${client.escapeIdentifier(schema)}.timeline join keys.removed_entry on entry = event_id
       where metadata ->> 'requestDigest' <> $1) as found`,
    [removedText],
  )
  return rows[0]?.found === true
}

async function previousHoldsRemoved(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ schema: string }>(
    `select schema_name as schema from read_models.projection where state = 'PREVIOUS'`,
  )
  for (const { schema } of rows) if (await holdsRemoved(client, schema)) return true
  return false
}

import { comparePositions } from '@outstanding/event-store'
import { newestEntry } from '@outstanding/projection'
import type { Context } from '../../server/context.ts'
import { fieldError } from '../../server/errors/field-error.ts'

const askMs = 2_000
const beforeEverything = '0'

/**
 * The place of the log after which events are asked for, if it is one. Otherwise a subscriber would receive nothing: for ever beyond the end of the
 * log, as after a log was restored from an older copy, and until the store had given up where no event lies.
 */
export async function startOf(context: Context, after: string): Promise<string> {
  if (after === beforeEverything) return after
  const head = (await context.store.head()) ?? beforeEverything
  if (comparePositions(after, head) > 0)
    throw noPosition(`The log ends at ${head}, before ${after}. Read the register again, then subscribe from its log position.`)
  if ((await isEntry(context, after)) || (await isKnownToStore(context, after))) return after
  throw noPosition(`There is no entry at ${after}. Use the log position of an entry, or "0" for all entries.`)
}

async function isEntry({ readSession }: Context, position: string): Promise<boolean> {
  const entry = await newestEntry((await readSession.view()).snapshot, position)
  await readSession.renew()
  return entry?.position === position
}

/** Events of other programs, and those that the read models do not show yet. */
async function isKnownToStore({ store }: Context, position: string): Promise<boolean> {
  try {
    await store.readAll({ after: position, maxCount: 1, timeoutMs: askMs })
    return true
  } catch {
    // A store that is away, and not the position, is named as such.
    await store.head({ timeoutMs: askMs })
    return false
  }
}

const noPosition = (message: string) => fieldError('isPosition', 'after', message)

import type { ClientBase } from 'pg'
import type { Current, Progress } from '../position/progress.ts'
import { lockCurrent } from '../position/progress.ts'
import { stableSchema } from '../position/stable-schema.ts'

const projection = `${stableSchema}.projection`

export type Switched =
  | {
      readonly ok: true
      /** What was current, null on the first build; it stays until the next rebuild. */
      readonly previous: Current | null
    }
  /** The current schema is further on: catch up and try again. */
  | { readonly ok: false; readonly behind: string }

export type SwitchOptions = {
  /** The log was set back: what is current is of a log that is no more, and its writer must not go on. */
  readonly stepBack: boolean
  /** Runs while nobody can write to either schema, in connections of its own. */
  whileBothStand(): Promise<void>
}

/**
 * Makes the built schema current, in one transaction. It steps back only if `stepBack` is set. The writer of the old one finds out at its
 * next commit and goes on in the new one.
 */
export async function switchTo(client: ClientBase, built: Progress, { stepBack, whileBothStand }: SwitchOptions): Promise<Switched> {
  await client.query('begin')
  try {
    const current = await lockCurrent(client)
    if (current && !stepBack && BigInt(current.position ?? -1) > BigInt(built.position ?? -1)) {
      await client.query('rollback')
      return { ok: false, behind: current.position ?? '' }
    }
    await whileBothStand()
    await client.query(`update ${projection} set state = 'PREVIOUS' where state = 'CURRENT'`)
    await client.query(`update ${projection} set state = 'CURRENT', epoch = $2, switched_at = clock_timestamp() where schema_name = $1`, [
      built.schema,
      BigInt(current?.epoch ?? 0) + (stepBack ? 1n : 0n),
    ])
    await client.query('commit')
    return { ok: true, previous: current }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

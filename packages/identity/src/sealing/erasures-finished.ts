import type { Pool } from 'pg'

/** Up to which place of the log every erasure is done, kept beside the keys and backed up with them. */
export type ErasuresFinished = {
  /** Null before anything was looked at. */
  upTo(): Promise<string | null>
  /** Everything up to `position` is done. It goes back only with `restart`, after the log was restored to an earlier state. */
  keep(position: string, restart?: boolean): Promise<void>
}

/** After `migrateKeys`. */
export const createErasuresFinished = (pool: Pool): ErasuresFinished => ({
  async upTo() {
    const { rows } = await pool.query<{ position: string }>('select position::text as position from keys.erasures_finished')
    return rows[0]?.position ?? null
  },
  async keep(position, restart = false) {
    await pool.query(
      `insert into keys.erasures_finished as kept (position) values ($1)
       on conflict (only_row) do update set position = case when $2 then excluded.position else greatest(kept.position, excluded.position) end`,
      [position, restart],
    )
  },
})

import type { Pool } from 'pg'

/** Why a token that is signed and in time is worth nothing all the same. */
export type Bar = 'revoked' | 'erased'

/** Which tokens are worth nothing, kept beside the keys and asked at every request. */
export type BarredTokens = {
  /** Null if the token is not barred. `person` is the opaque id of its holder. */
  barOf(token: { readonly id: string; readonly person: string }): Promise<Bar | null>
  /** Ends one token for good; false where it had been ended before. */
  revoke(id: string): Promise<boolean>
  /** Ids of the tokens that were ended one by one. */
  revoked(): Promise<ReadonlySet<string>>
}

/** After `migrateKeys`. */
export const createBarredTokens = (pool: Pool): BarredTokens => ({
  async barOf({ id, person }) {
    const { rows } = await pool.query<{ revoked: boolean; erased: boolean }>(
      `select exists (select from keys.revoked_token where token_id = $1) as revoked,
              exists (select from keys.erased_person where person_id = $2) as erased`,
      [id, person],
    )
    if (rows[0]?.revoked) return 'revoked'
    return rows[0]?.erased ? 'erased' : null
  },
  async revoke(id) {
    const { rowCount } = await pool.query('insert into keys.revoked_token (token_id) values ($1) on conflict do nothing', [id])
    return (rowCount ?? 0) > 0
  },
  async revoked() {
    const { rows } = await pool.query<{ id: string }>('select token_id::text as id from keys.revoked_token')
    return new Set(rows.map(({ id }) => id))
  },
})

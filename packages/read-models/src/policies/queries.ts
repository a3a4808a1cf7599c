import type { IsoDate, PolicyContent } from '@outstanding/domain'
import { defaultPolicy } from '@outstanding/domain'
import type { Snapshot } from '../snapshot.ts'

/** The policies adopted by an authority, in the order in which they take effect, each from its day. */
export async function policiesOf({ db }: Snapshot, authority: string): Promise<(PolicyContent & { readonly from: IsoDate })[]> {
  const rows = await db
    .selectFrom('policy')
    .select(['content', 'valid_from'])
    .where('authority', '=', authority)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ content, valid_from }) => ({ ...content, from: valid_from }))
}

/** A policy of any authority by its version; the default one (version 0) where there is none such. */
export type PolicyBook = (authority: string, version: number) => PolicyContent

export async function openPolicyBook({ db }: Snapshot, authorities: readonly string[]): Promise<PolicyBook> {
  if (authorities.length === 0) return () => defaultPolicy
  const rows = await db.selectFrom('policy').select(['authority', 'version', 'content']).where('authority', 'in', authorities).execute()
  const book = new Map(rows.map(({ authority, version, content }) => [`${authority}/${version}`, content]))
  return (authority, version) => book.get(`${authority}/${version}`) ?? defaultPolicy
}

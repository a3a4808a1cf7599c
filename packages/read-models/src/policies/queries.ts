import type { IsoDate, PolicyContent } from '@outstanding/domain'
import { defaultPolicy } from '@outstanding/domain'
import type { Snapshot } from '@outstanding/projection'
import { rowsIn } from '@outstanding/projection'
import { policyTable } from './tables.ts'

/** The policies adopted by an authority, in the order in which they take effect, each from its day. */
export async function policiesOf(snapshot: Snapshot, authority: string): Promise<(PolicyContent & { readonly from: IsoDate })[]> {
  const rows = await adopted(snapshot).select(['content', 'adopted_on']).where('authority', '=', authority).orderBy('ordinal').execute()
  return rows.map(({ content, adopted_on }) => ({ ...content, from: adopted_on }))
}

/** A policy of any authority by its version; the default one (version 0) where there is none such. */
export type PolicyBook = (authority: string, version: number) => PolicyContent

export async function openPolicyBook(snapshot: Snapshot, authorities: readonly string[]): Promise<PolicyBook> {
  if (authorities.length === 0) return () => defaultPolicy
  const rows = await adopted(snapshot).select(['authority', 'version', 'content']).where('authority', 'in', authorities).execute()
  const book = new Map(rows.map(({ authority, version, content }) => [`${authority}/${version}`, content]))
  return (authority, version) => book.get(`${authority}/${version}`) ?? defaultPolicy
}

/** All that are known, of whatever day: what was recorded under one is read under it. */
const adopted = (snapshot: Snapshot) => snapshot.db.selectFrom(rowsIn(snapshot, policyTable, snapshot.today).as('policy'))

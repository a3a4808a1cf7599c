import type { IsoDate } from '@outstanding/domain'
import type { Snapshot } from '@outstanding/projection'
import type { Audience } from '@outstanding/read-models'
import DataLoader from 'dataloader'
import type { People } from '../server/identity/people.ts'

/** Valid time, inclusive; null: today. */
type Day = IsoDate | null

/** What is loaded from: the read models as known at one place of the log, for one audience. */
export type Scope = { readonly snapshot: Snapshot; readonly audience: Audience; readonly openName: People['openName'] }

/** How one kind of thing is loaded by id. Each noun defines its own, so that generic code lists none of them. */
export type Loader<Value> = {
  /** One value an id, in the order of the ids. */
  readonly batch: (scope: Scope, ids: readonly string[], asAt: Day) => Promise<readonly Value[]>
}

export const defineLoader = <Value>(batch: Loader<Value>['batch']): Loader<Value> => ({ batch })

/** Loads one thing. Whatever is asked for at the same time with one loader and for one day is read in one batch, each id once. */
export type Load = <Value>(loader: Loader<Value>, id: string, asAt?: Day) => Promise<Value>

export function loadFrom(scope: Scope): Load {
  const open = new Map<Loader<unknown>, Map<Day, DataLoader<string, unknown>>>()
  return <Value>(loader: Loader<Value>, id: string, asAt: Day = null): Promise<Value> => {
    const byDay = open.get(loader) ?? new Map<Day, DataLoader<string, unknown>>()
    open.set(loader, byDay)
    // What is loaded as at one day is not the answer for another.
    const batched = byDay.get(asAt) ?? new DataLoader((ids: readonly string[]) => loader.batch(scope, ids, asAt))
    byDay.set(asAt, batched)
    // Only what this loader gives is kept under it.
    return batched.load(id) as Promise<Value>
  }
}

import type { Audience, ReadModels, Snapshot } from '@outstanding/read-models'
import { asKnownAt } from '@outstanding/read-models'
import { GraphQLError } from 'graphql'
import type { People } from '../identity/people.ts'
import type { Basis } from './basis.ts'
import { createLoaders } from './loaders.ts'
import type { Loaders } from './loaders.ts'

/** The read models as known at one place of the log, with what was loaded from them. */
export type Then = { readonly snapshot: Snapshot; readonly audience: Audience; readonly load: Loaders }

/** One view of the read models: as they stand, and as they would have stood at any earlier place of the log. */
export type View = Then & { at(basis: Pick<Basis, 'knownIndex'>): Then }

/** The reading of one request: one view, opened when first asked for and shared by all that is nested below. */
export type Reading = {
  view(): Promise<View>
  /** The view that is open, if any. */
  opened(): Promise<View> | null
  /** Ends the view, so that what follows in the same request sees what a command has just done. */
  renew(): Promise<void>
  /** True once the read models hold everything up to `position`. */
  waitFor(position: string, timeoutMs: number): Promise<boolean>
}

type OpenView = View & { close(): Promise<void> }

export function createReading(readModels: ReadModels, audience: Audience, openName: People['openName']): Reading {
  let open: Promise<OpenView> | null = null
  return {
    view: () => (open ??= openView(readModels, audience, openName)),
    opened: () => open,
    renew: async () => {
      const closing = open
      open = null
      // One that could not be opened has nothing to close: whoever asked for it was told.
      await closing?.then(
        (view) => view.close(),
        () => {},
      )
    },
    waitFor: (position, timeoutMs) => readModels.waitForPosition(position, timeoutMs),
  }
}

async function openView(readModels: ReadModels, audience: Audience, openName: People['openName']): Promise<OpenView> {
  const snapshot = await openOrRefuse(readModels)
  const now: Then = { snapshot, audience, load: createLoaders(snapshot, audience, openName) }
  const past = new Map<number, Then>()
  const asOf = (index: number): Then => {
    const known = asKnownAt(snapshot, index)
    const then = past.get(index) ?? { snapshot: known, audience, load: createLoaders(known, audience, openName) }
    past.set(index, then)
    return then
  }
  return { ...now, at: ({ knownIndex }) => (knownIndex === null ? now : asOf(knownIndex)), close: () => snapshot.close() }
}

async function openOrRefuse(readModels: ReadModels): ReturnType<ReadModels['openSnapshot']> {
  try {
    return await readModels.openSnapshot()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NotProjectedError') throw error
    throw new GraphQLError('The read models are being built for the first time; ask again in a moment.', {
      extensions: { code: 'NOT_READY', http: { status: 503 } },
    })
  }
}

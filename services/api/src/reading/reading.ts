import type { Audience, ReadModels, Snapshot } from '@outstanding/read-models'
import { GraphQLError } from 'graphql'
import type { People } from '../identity/people.ts'
import { createLoaders } from './loaders.ts'
import type { Loaders } from './loaders.ts'

/** One view of the read models, with what was loaded through it. */
export type View = { readonly snapshot: Snapshot; readonly audience: Audience; readonly load: Loaders }

/** The reading of one request: one view, opened when first asked for and shared by all that is nested below. */
export type Reading = {
  view(): Promise<View>
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
  return { snapshot, audience, load: createLoaders(snapshot, audience, openName), close: () => snapshot.close() }
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

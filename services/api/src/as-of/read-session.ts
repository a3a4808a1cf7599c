import type { OpenSnapshot, ReadModels, Snapshot } from '@outstanding/projection'
import type { Audience } from '@outstanding/read-models'
import { ReadSessionEndedError, asKnownAt } from '@outstanding/projection'
import { GraphQLError } from 'graphql'
import type { People } from '../server/identity/people.ts'
import type { AsOf } from './as-of.ts'
import { loadFrom } from './loader.ts'
import type { Load } from './loader.ts'

/** The read models as known at one place of the log, with what was loaded from them. */
export type RegisterAsOf = { readonly snapshot: Snapshot; readonly audience: Audience; readonly load: Load }

/** One view of the read models: as they stand, and as they would have stood at any earlier place of the log. */
export type View = RegisterAsOf & { at(asOf: Pick<AsOf, 'knownIndex'>): RegisterAsOf }

/** The reading of one request: one view, opened when first asked for and shared by all that is nested below. */
export type ReadSession = {
  view(): Promise<View>
  /** The view that is open, if any. */
  opened(): Promise<View> | null
  /** Ends the view, so that what follows in the same request sees what a command has just done. */
  renew(): Promise<void>
  /** Ends it permanently. Later requests for a view are refused. */
  end(): Promise<void>
  /** Ends it at once, for a request that nobody waits for any more: what the database is running for it is stopped. */
  cancel(): Promise<void>
  /** Aborted when it ends: what is computed for it is computed for nobody any more. */
  readonly signal: AbortSignal
  /** True once the read models hold everything up to `position`. */
  waitFor(position: string, timeoutMs: number): Promise<boolean>
}

type OpenView = View & { close(): Promise<void>; cancel(): Promise<void> }
type Names = People['openName']

export function createReadSession(readModels: ReadModels, audience: Audience, openName: Names): ReadSession {
  const ended = new AbortController()
  let open: Promise<OpenView> | null = null

  async function close(how: 'close' | 'cancel'): Promise<void> {
    const closing = open
    open = null
    // A view that could not be opened has nothing to close. Its caller got the error.
    const view = await closing?.catch(() => null)
    await view?.[how]()
  }
  const endBy = (how: 'close' | 'cancel') => (): Promise<void> => {
    ended.abort(new ReadSessionEndedError())
    return close(how)
  }
  return {
    view: async () => {
      ended.signal.throwIfAborted()
      return (open ??= openOrRefuse(readModels, ended.signal).then((snapshot) => openView(snapshot, audience, openName)))
    },
    opened: () => open,
    renew: () => close('close'),
    end: endBy('close'),
    cancel: endBy('cancel'),
    signal: ended.signal,
    waitFor: (position, timeoutMs) => readModels.waitForPosition(position, timeoutMs),
  }
}

function openView(snapshot: OpenSnapshot, audience: Audience, openName: Names): OpenView {
  const now: RegisterAsOf = { snapshot, audience, load: loadFrom({ snapshot, audience, openName }) }
  const past = new Map<number, RegisterAsOf>()
  const viewAt = (index: number): RegisterAsOf => {
    const known = asKnownAt(snapshot, index)
    const then = past.get(index) ?? { snapshot: known, audience, load: loadFrom({ snapshot: known, audience, openName }) }
    past.set(index, then)
    return then
  }
  const at: View['at'] = ({ knownIndex }) => (knownIndex === null ? now : viewAt(knownIndex))
  return { ...now, at, close: () => snapshot.close(), cancel: () => snapshot.cancel() }
}

async function openOrRefuse(readModels: ReadModels, signal: AbortSignal): Promise<OpenSnapshot> {
  try {
    return await readModels.openSnapshot(signal)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NotProjectedError') throw error
    throw new GraphQLError('The register is not ready yet. Try again in a moment.', {
      extensions: { code: 'NOT_READY', http: { status: 503, headers: { 'retry-after': '5' } } },
    })
  }
}

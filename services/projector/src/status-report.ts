import { comparePositions, connectEventStore } from '@outstanding/event-store'
import type { ParkedStream } from '@outstanding/projection'
import { listParked, openReadModels, readModelVersion } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import { haltInWords } from './halt-in-words.ts'

/** How the read models stand to their log, for an operator. */
export type StatusReport = {
  /** Whether all is as it should be: nothing halts the projection, and nothing is parked. */
  readonly well: boolean
  readonly lines: readonly string[]
}

/** Throws when the database cannot be used; an event store that cannot be reached is one of the lines. */
export async function readStatusReport(addresses: { readonly databaseUrl: string; readonly eventStoreUrl: string }): Promise<StatusReport> {
  const models = openReadModels({ databaseUrl: addresses.databaseUrl, models: allReadModels, maxConnections: 1 })
  const store = connectEventStore(addresses.eventStoreUrl, { name: 'outstanding-status' })
  try {
    const status = await models.status()
    if (!status) return { well: false, lines: ['The read models have not been built yet: start the projector.'] }
    const head = await store.head().catch((error: Error) => error)
    const parked = status.isReadable ? await models.read(listParked) : []
    const lines = [
      `Read models: ${status.schema}, ${status.events} events, up to position ${status.position ?? 'none'}.`,
      `Versions: ${status.models.map(({ name, version }) => `${name} ${version}`).join(', ')}; together ${status.version}.`,
      ...(status.isReadable || status.halted
        ? []
        : [`This program reads version ${readModelVersion(allReadModels)}: start the projector of the same release.`]),
      head instanceof Error
        ? `Event store: ${head.message}`
        : `Event store: the log ends at position ${head ?? 'none'}${behindBy(status.position, head)}.`,
      ...(status.halted ? [haltInWords(status.halted)] : []),
      ...parked.map(inWords),
    ]
    return { well: !(head instanceof Error) && status.halted === null && parked.length === 0, lines }
  } finally {
    await models.close()
    await store.close()
  }
}

const behindBy = (position: string | null, head: string | null): string =>
  head !== null && (position === null || comparePositions(position, head) < 0) ? '; not everything is projected yet' : ''

const inWords = ({ stream, revision, type, parkedAt, note }: ParkedStream): string =>
  `Parked since ${parkedAt}: ${stream} from event ${revision} (${type}) on. Note: ${note}. After installing a release that can read it: "outstanding unpark ${stream}".`

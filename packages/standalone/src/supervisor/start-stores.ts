import { join } from 'node:path'
import { connectionStringOf, openNodeAccess } from '@outstanding/event-node/access'
import type { Configuration } from '@outstanding/runtime'
import type { DataDirectory } from '../data-directory/open-data-directory.ts'
import { type Addresses, startDatabase, startEventNode, type Watching } from './parts.ts'
import type { StartedParts } from './started-parts.ts'

/** The database and the event store: those that the configuration names, and embedded ones in their place where it names none. */
export async function startStores(
  { databaseUrl, eventStoreUrl, eventNodeDatabaseUrl }: Configuration,
  directory: DataDirectory,
  parts: StartedParts,
  { takesSeeding = false, ...watching }: Watching & { readonly takesSeeding?: boolean },
): Promise<Addresses> {
  const logIsElsewhere = eventStoreUrl !== undefined || eventNodeDatabaseUrl !== undefined
  if (databaseUrl !== undefined && logIsElsewhere) {
    return { ...allAt(databaseUrl), eventStoreUrl: eventStoreUrl ?? (await eventNode(eventNodeDatabaseUrl ?? '')) }
  }
  const { roles } = await parts.add('PostgreSQL', startDatabase(join(directory.path, 'postgres'), watching))
  const embedded = { databaseUrl: roles.projector, apiDatabaseUrl: roles.api, operatorDatabaseUrl: roles.operator }
  return {
    ...(databaseUrl === undefined ? embedded : allAt(databaseUrl)),
    eventStoreUrl: eventStoreUrl ?? (await eventNode(eventNodeDatabaseUrl ?? roles.eventNode)),
  }

  async function eventNode(logUrl: string): Promise<string> {
    const accessDirectory = join(directory.path, 'event-node')
    const node = await parts.add(
      'event node',
      startEventNode(logUrl, accessDirectory, watching, takesSeeding ? { EVENT_NODE_TAKES_SEEDING: '1' } : {}),
    )
    const { port } = node.current().ready
    if (port === undefined) throw new Error('the event node did not report its address')
    return connectionStringOf(await openNodeAccess(accessDirectory), port)
  }
}

const allAt = (databaseUrl: string) => ({ databaseUrl, apiDatabaseUrl: databaseUrl, operatorDatabaseUrl: databaseUrl })

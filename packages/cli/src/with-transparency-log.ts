import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { connectEventStore } from '@outstanding/event-store'
import { treeFault } from '@outstanding/projector'
import { connectionConfig } from '@outstanding/projection'
import { checkpointKeysFile, type Configuration } from '@outstanding/runtime'
import { withStores } from '@outstanding/standalone'
import {
  issueCheckpoint,
  type IssuedCheckpoint,
  loadOrCreateKeys,
  type LogKeys,
  logKeyTypes,
  migrateTransparency,
  publishCheckpoint,
} from '@outstanding/transparency-log'
import pg from 'pg'

export type OpenLog = {
  readonly client: pg.Client
  readonly keys: LogKeys
  readonly addresses: { readonly databaseUrl: string; readonly eventStoreUrl: string }
  /** The newest checkpoint, made and published now if the tree has grown. */
  newest(): Promise<IssuedCheckpoint>
}

/** Work on the transparency log of this machine's installation, with its keys: for who may read the directory they are in. */
export function withTransparencyLog<T>(configuration: Configuration, work: (log: OpenLog) => Promise<T>) {
  const report = (line: string): void => void process.stderr.write(`${line}\n`)
  return withStores(configuration, report, async (addresses) => {
    const file = checkpointKeysFile(configuration)
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const keys = await loadOrCreateKeys(file, logKeyTypes, configuration.origin)
    const client = new pg.Client(connectionConfig(addresses.databaseUrl, 'outstanding-cli'))
    await client.connect()
    try {
      await migrateTransparency(client)
      const newest = async (): Promise<IssuedCheckpoint> =>
        (await faultOf(client, addresses.eventStoreUrl)) ?? newestOf(client, keys, configuration.checkpointDir)
      return await work({ client, keys, addresses, newest })
    } finally {
      await client.end()
    }
  })
}

/** A tree is signed only while the log that it was made from is there. */
async function faultOf(client: pg.Client, eventStoreUrl: string): Promise<IssuedCheckpoint | null> {
  const store = connectEventStore(eventStoreUrl, { name: 'outstanding-cli' })
  try {
    const problem = await treeFault(store, client)
    return problem === null ? null : { ok: false, problem }
  } finally {
    await store.close()
  }
}

async function newestOf(client: pg.Client, keys: LogKeys, directory: string | undefined): Promise<IssuedCheckpoint> {
  const made = await issueCheckpoint(client, keys)
  if (!made.ok || made.checkpoint === null || directory === undefined) return made
  const published = await publishCheckpoint(client, directory, made.checkpoint)
  return published.ok ? made : published
}

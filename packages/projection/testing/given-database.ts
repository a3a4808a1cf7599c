import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { connectionConfig } from '../src/database/connection.ts'
import { ensureStableSchema } from '../src/position/stable-schema.ts'
import type { ReadModels } from '../src/open-read-models.ts'
import { openReadModels } from '../src/open-read-models.ts'

/** A new, empty database of the run's PostgreSQL. */
type NewDatabase = { readonly url: string; drop(): Promise<void> }

/** What the tests of a file have between `beforeAll` and `afterAll`. */
export type GivenDatabase = {
  readonly url: string
  /** Writes. */
  readonly client: pg.Client
  /** Read the same database. */
  readonly models: ReadModels
  connect(): Promise<pg.Client>
}

/** A database for the tests of this file alone, with nothing projected. */
export function givenDatabase(createDatabase: () => Promise<NewDatabase>): GivenDatabase {
  let database: NewDatabase
  let client: pg.Client
  let models: ReadModels
  const connect = async (): Promise<pg.Client> => {
    const connected = new pg.Client(connectionConfig(database.url, 'test'))
    await connected.connect()
    return connected
  }
  beforeAll(async () => {
    database = await createDatabase()
    client = await connect()
    await ensureStableSchema(client)
    models = openReadModels({ databaseUrl: database.url, models: [], maxConnections: 2 })
  })
  afterAll(async () => {
    await models.close()
    await client.end()
    await database.drop()
  })
  return {
    get url() {
      return database.url
    },
    get client() {
      return client
    },
    get models() {
      return models
    },
    connect,
  }
}

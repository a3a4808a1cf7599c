import type { ClientBase } from 'pg'
import type { Table } from '../read-model/read-model.ts'
import type { Schemas } from './schemas.ts'
import { addIndex, analyse, laterIndexes } from './versioned-schema.ts'

/** What the server may use to build one index. It builds each by one process: several indexes side by side cost less. */
export async function prepareForIndexes(client: ClientBase): Promise<void> {
  await client.query(`set maintenance_work_mem = '256MB'; set max_parallel_maintenance_workers = 0`)
}

/** As `addIndexes`, by several connections that were prepared for it. */
export async function indexTogether(
  clients: readonly [ClientBase, ...ClientBase[]],
  schemas: Schemas,
  tables: readonly Table[],
): Promise<void> {
  const parts: Part[] = []
  for (const table of tables)
    for (const index of await laterIndexes(clients[0], table)) parts.push((client) => addIndex(client, schemas, table, index))
  await takeTurns(clients, parts)
  await takeTurns(
    clients,
    tables.map((table) => (client) => analyse(client, schemas, table)),
  )
}

type Part = (client: ClientBase) => Promise<void>

/** Each connection takes the next part when it is free. After a failure, no new part is started. */
async function takeTurns(clients: readonly ClientBase[], parts: readonly Part[]): Promise<void> {
  const left = [...parts]
  const work = async (client: ClientBase): Promise<void> => {
    try {
      for (let part = left.shift(); part; part = left.shift()) await part(client)
    } catch (error) {
      left.length = 0
      throw error
    }
  }
  for (const ended of await Promise.allSettled(clients.map(work))) if (ended.status === 'rejected') throw ended.reason
}

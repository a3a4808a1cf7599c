import type { ClientBase } from 'pg'

/** A new connection to the same database, to be ended by who asked for it. */
export type Connect = () => Promise<ClientBase & { end(): Promise<void> }>

/** Ends the connection, whatever becomes of the work. */
export async function within<T>(connect: Connect, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

import type { Role } from '@outstanding/domain'
import { startApi } from './api-in-process.ts'
import { createClient, inProcess } from './client.ts'
import type { Client } from './client.ts'

export type TwoApis = { readonly clients: readonly [Client, Client]; stop(): Promise<void> }

/** Two servers over one log on a real event node, and a client of each, both with the same token. */
export async function startTwoApis(role: Exclude<Role, 'public'>): Promise<TwoApis> {
  const running = await startApi()
  const other = await running.beside({})
  const token = await running.tokenOf(role)
  return {
    clients: [createClient(inProcess(running.api.fetch), token), createClient(inProcess(other.fetch), token)],
    async stop() {
      await other.close()
      await running.stop()
    },
  }
}

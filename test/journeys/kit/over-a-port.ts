import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Api } from '@outstanding/api'
import express from 'express'

export type OverAPort = { readonly url: string; close(): Promise<void> }

/** An API, and what else answers there, on a port of its own: for what only a real connection shows: clients that hang up, odd bytes, statuses. */
export async function overAPort(...parts: readonly Pick<Api, 'router'>[]): Promise<OverAPort> {
  const app = express().disable('x-powered-by')
  for (const { router } of parts) app.use(router)
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

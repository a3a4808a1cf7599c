import { once } from 'node:events'
import { createServer } from 'node:http2'
import type { ServerHttp2Session, Settings } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { connectEventStore } from './eventstoredb.ts'

test('lets the server send a mebibyte ahead: a later gRPC library may have the option elsewhere', async () => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const store = connectEventStore(`esdb://127.0.0.1:${(server.address() as AddressInfo).port}?tls=false`)
  const asked = store.head({ timeoutMs: 5_000 }).catch(() => null)
  const [session] = (await once(server, 'session')) as [ServerHttp2Session]
  const [settings] = (await once(session, 'remoteSettings')) as [Settings]
  expect(settings.initialWindowSize).toBe(1_048_576)
  session.destroy()
  await store.close()
  server.close()
  await asked
})

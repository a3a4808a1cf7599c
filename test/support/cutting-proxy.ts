import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** Between a program and its PostgreSQL: cuts connections as a broken network does, without a word. */
export type CuttingProxy = {
  /** The database's address by way of the proxy. */
  readonly url: string
  /** Cuts the next connection that has brought so many bytes more from the server; resolves when it did. */
  cutAfter(bytes: number): Promise<void>
  /** Cuts all. */
  cutAll(): void
  close(): void
}

export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  let armed: { readonly bytes: number; readonly cut: () => void } | null = null
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    let brought = 0
    const cut = (): void => {
      near.resetAndDestroy()
      far.destroy()
    }
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', (chunk: Buffer) => {
      near.write(chunk)
      brought = armed === null ? 0 : brought + chunk.length
      if (armed === null || brought < armed.bytes) return
      armed.cut()
      armed = null
      cut()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.port = String((server.address() as AddressInfo).port)
  const cutAll = (): void => {
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    url: url.href,
    cutAfter: (bytes) => new Promise((resolve) => (armed = { bytes, cut: resolve })),
    cutAll,
    close() {
      cutAll()
      server.close()
    },
  }
}

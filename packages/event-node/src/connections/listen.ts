import { createServer as createHttpServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { ServerCredentials } from '@grpc/grpc-js'
import type { Server } from '@grpc/grpc-js'

/** The node's one port: gRPC, and the health check that the real server answers over plain HTTP on the same port. */
export type Listener = {
  readonly port: number
  /** Destroys the connection of a peer, `address:port`. */
  drop(peer: string): void
  /** Takes no more connections. */
  refuseNew(): void
  /** Destroys what is left. */
  destroy(): void
}

/** HTTP/2 begins with these bytes. */
const PREFACE = 'PRI'

/** Throws one clear sentence when the address cannot be had. */
export async function listen(grpc: Server, host: string, port: number, isLive: () => boolean): Promise<Listener> {
  const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure())
  const http = createHttpServer((request, response) => answerHealth(request, response, isLive()))
  const sockets = new Map<string, Socket>()

  const server = createServer({ noDelay: true }, (socket) => {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`
    sockets.set(peer, socket)
    socket.on('close', () => sockets.delete(peer))
    socket.on('error', () => socket.destroy())
    socket.once('data', (first: Buffer) => {
      socket.pause()
      socket.unshift(first)
      if (first.subarray(0, PREFACE.length).toString('latin1') === PREFACE) return injector.injectConnection(socket)
      http.emit('connection', socket)
      socket.resume()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(sentenceFor(error, host, port))))
    server.listen({ host, port, exclusive: true }, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    drop: (peer) => sockets.get(peer)?.resetAndDestroy(),
    refuseNew: () => server.close(),
    destroy() {
      server.close()
      for (const socket of sockets.values()) socket.destroy()
    },
  }
}

function answerHealth(request: IncomingMessage, response: ServerResponse, isLive: boolean): void {
  if (request.url !== '/health/live') response.writeHead(404).end()
  else if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405).end()
  else response.writeHead(isLive ? 204 : 503).end()
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is already in use.`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `This machine has no address ${host} to listen on.`
  return `The event node cannot listen on ${host}:${port}: ${error.message}`
}

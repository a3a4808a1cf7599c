import { createServer as createHttpServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { ServerCredentials } from '@grpc/grpc-js'
import type { Server } from '@grpc/grpc-js'

/** The node's one port: gRPC, and what clients ask of the real server over plain HTTP on the same port: its health, and a ping. */
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
  const http = createHttpServer((request, response) => answerHttp(request, response, isLive()))
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

/** What the real server says to a ping; the number is that of a message inside it, and means nothing to a client. */
const PONG = JSON.stringify({ msgTypeId: 0, text: 'Ping request successfully handled' })

function answerHttp(request: IncomingMessage, response: ServerResponse, isLive: boolean): void {
  if (request.url !== '/health/live' && request.url !== '/ping') response.writeHead(404).end()
  else if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405).end()
  else if (request.url === '/health/live') response.writeHead(isLive ? 204 : 503).end()
  else response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(PONG)
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is already in use.`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `This machine has no address ${host} to listen on.`
  return `The event node cannot listen on ${host}:${port}: ${error.message}`
}

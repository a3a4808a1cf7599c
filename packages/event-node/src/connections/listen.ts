import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import type { RequestListener, Server as HttpServer } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Server as NetServer, Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { ServerCredentials } from '@grpc/grpc-js'
import type { Server } from '@grpc/grpc-js'
import type { Certificate } from '../access/make-certificate.ts'

/** The node's one port: gRPC, and what clients ask of the real server over plain HTTP on the same port: see `answer-http.ts`. */
export type Listener = {
  readonly port: number
  /** Destroys the connection of a peer, `address:port`. */
  drop(peer: string): void
  /** Takes no more connections. */
  refuseNew(): void
  /** Lets each connection end once what was written has left; resolves when all are gone, at the latest after `ms`. */
  drain(ms: number): Promise<void>
  /** Destroys what is left. */
  destroy(): void
}

export type ListenOptions = {
  readonly grpc: Server
  readonly host: string
  readonly port: number
  /** With one only TLS is spoken, without one only plain HTTP/2 and HTTP. */
  readonly certificate: Certificate | undefined
  /** Answers plain HTTP. */
  readonly answerHttp: RequestListener
}

/** HTTP/2 begins with these bytes. */
const PREFACE = 'PRI'
const HANDSHAKE_MS = 10_000

type Takers = { readonly takeGrpc: (socket: Socket) => void; readonly http: HttpServer }

/** Throws one clear sentence when the address cannot be had. */
export async function listen({ grpc, host, port, certificate, answerHttp }: ListenOptions): Promise<Listener> {
  // TLS, where there is any, ends here: what is handed on is plain.
  const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure())
  const http = createHttpServer(answerHttp)
  const takers = { takeGrpc: (socket: Socket) => injector.injectConnection(socket), http }
  const server = certificate === undefined ? plainServer(takers) : tlsServer(takers, certificate)
  const sockets = new Map<string, Socket>()
  server.on('connection', (socket) => {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`
    sockets.set(peer, socket)
    socket.on('close', () => sockets.delete(peer))
    socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(sentenceFor(error, host, port))))
    server.listen({ host, port, exclusive: true }, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    drop: (peer) => sockets.get(peer)?.resetAndDestroy(),
    refuseNew: () => server.close(),
    async drain(ms) {
      injector.drain(ms)
      http.closeIdleConnections()
      const signal = AbortSignal.timeout(ms)
      for (const socket of sockets.values()) await once(socket, 'close', { signal }).catch(() => {})
    },
    destroy() {
      server.close()
      for (const socket of sockets.values()) socket.destroy()
    },
  }
}

/** Tells gRPC from plain HTTP by the first bytes. */
function plainServer({ takeGrpc, http }: Takers): NetServer {
  return createServer({ noDelay: true }, (socket) => {
    socket.once('data', (first: Buffer) => {
      socket.pause()
      socket.unshift(first)
      if (first.subarray(0, PREFACE.length).toString('latin1') === PREFACE) return takeGrpc(socket)
      http.emit('connection', socket)
      socket.resume()
    })
  })
}

/** Tells gRPC from HTTP by the protocol that the handshake settled on. */
function tlsServer({ takeGrpc, http }: Takers, { certificate: cert, privateKey: key }: Certificate): NetServer {
  const options = { cert, key, ALPNProtocols: ['h2', 'http/1.1'], noDelay: true, handshakeTimeout: HANDSHAKE_MS }
  return createTlsServer(options, (socket) => {
    socket.on('error', () => socket.destroy())
    if (socket.alpnProtocol === 'h2') takeGrpc(socket)
    else http.emit('connection', socket)
  })
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is already in use.`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `This machine has no address ${host} to listen on.`
  return `The event node cannot listen on ${host}:${port}: ${error.message}`
}

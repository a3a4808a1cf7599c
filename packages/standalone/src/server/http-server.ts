import { createServer, type RequestListener, type Server } from 'node:http'

/** How long a client may take, in milliseconds. Answers may take as long as they do. */
export type RequestLimits = {
  /** Until all headers of a request are there. */
  readonly headersMs: number
  /** Until the whole of a request is there. */
  readonly requestMs: number
  /** How often these limits are checked: a connection may last that much longer. */
  readonly checkMs: number
  /** Without reading anything of an answer: it is kept in memory until then. Longer than any answer takes to begin. */
  readonly idleMs: number
}

const usual: RequestLimits = { headersMs: 15_000, requestMs: 60_000, checkMs: 5_000, idleMs: 60_000 }

/** A server that gives up clients that send a request too slowly, with status 408, or do not read its answer. */
export function createHttpServer(listener: RequestListener, { headersMs, requestMs, checkMs, idleMs }: RequestLimits = usual): Server {
  const server = createServer({ headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: checkMs }, listener)
  return server.setTimeout(idleMs)
}

import { createServer, type RequestListener, type Server } from 'node:http'

/** How long a client may take, in milliseconds. Answers may take as long as they do. */
export type RequestLimits = {
  /** Until all headers of a request are there. */
  readonly headersMs: number
  /** Until the whole of a request is there. */
  readonly requestMs: number
  /** How often the limits are checked: a connection may last that much longer. */
  readonly checkMs: number
}

const usual: RequestLimits = { headersMs: 15_000, requestMs: 60_000, checkMs: 5_000 }

/** A server that closes the connection of a client that sends its request too slowly, with status 408. */
export const createHttpServer = (listener: RequestListener, { headersMs, requestMs, checkMs }: RequestLimits = usual): Server =>
  createServer({ headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: checkMs }, listener)

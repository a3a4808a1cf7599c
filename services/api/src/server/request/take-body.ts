import type { Request, RequestHandler, Response } from 'express'
import type { Refusal } from './unreadable.ts'

/** The most bytes that the body of a request may have. */
export const maxBody = 1_000_000

export const tooLarge: Refusal = {
  status: 413,
  code: 'REQUEST_ENTITY_TOO_LARGE',
  message: `The body is too large. The maximum is ${maxBody} bytes. Send less at a time.`,
}

/** How long what was refused is still read, so that a client that is not through with sending hears why. */
const lingerMs = 30_000

/** The most bytes of bodies that have not come whole, of all requests together. */
const maxUnfinished = 32_000_000

const crowdedOut: Refusal = {
  status: 503,
  code: 'OVERLOADED',
  message: 'The body came too slowly while the service was busy. Send it again.',
}

/** A body of which a part has come. */
type Unfinished = { readonly giveUp: () => void }

/**
 * Reads the body of every request before anything answers it, into `request.body` (a Buffer; none where there is no body): an answer
 * that leaves before the body has come ends the connection under the client's hands, and it never reads the answer. More than `maxBody`
 * is answered at once with 413, and the rest is read and dropped for as long as `lingerMs` before the connection is closed. Where
 * unfinished bodies take too much memory together, those that began first are answered with 503: a working client has finished by then.
 */
export function takeBodies(): RequestHandler {
  const unfinished = new Set<Unfinished>()
  let held = 0
  const makeRoom = (): void => {
    for (const first of unfinished) {
      if (held <= maxUnfinished) return
      first.giveUp()
    }
  }
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) > maxBody) return refuse(request, response, tooLarge)
    if (!hasBody(request)) return next()
    const parts: Buffer[] = []
    let length = 0
    const leave = (): void => {
      request.off('data', more).off('end', done).off('close', leave)
      if (unfinished.delete(body)) held -= length
    }
    const giveUp = (why: Refusal): void => {
      leave()
      parts.length = 0
      refuse(request, response, why)
    }
    const body: Unfinished = { giveUp: () => giveUp(crowdedOut) }
    const more = (part: Buffer): void => {
      parts.push(part)
      length += part.length
      held += part.length
      if (length > maxBody) giveUp(tooLarge)
      else makeRoom()
    }
    const done = (): void => {
      leave()
      request.body = Buffer.concat(parts)
      next()
    }
    unfinished.add(body)
    request.on('data', more).on('end', done).on('close', leave)
  }
}

const hasBody = ({ headers }: Request): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** The answer is whole for the client once its last byte is there; the connection is closed by its end, which waits for the body's. */
function refuse(request: Request, response: Response, { status, code, message }: Refusal): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
    ...(status === 503 && { 'retry-after': '5' }),
  })
  response.write(body)
  const over = (): void => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(() => request.socket.destroy(), lingerMs)
  request.on('end', over).on('close', over).resume()
}

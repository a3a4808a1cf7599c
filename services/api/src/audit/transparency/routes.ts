import { answerRequest, migrateTransparency, parseKey, takeCosignatures } from '@outstanding/transparency-log'
import type { PublicAnswer, VerifierKey } from '@outstanding/transparency-log'
import type { Response, Router } from 'express'
import type pg from 'pg'

const prefix = '/.well-known/outstanding/'

/**
 * The public side of the transparency log: GET `checkpoint`, `keys` and `tile/...`; POST `cosignature` for the witnesses whose
 * public keys are given. It needs no token, and holds no private key.
 */
export async function addTransparencyRoutes(router: Router, pool: pg.Pool, witnesses: readonly VerifierKey[]): Promise<void> {
  const client = await pool.connect()
  try {
    await migrateTransparency(client)
  } finally {
    client.release()
  }
  router.get(`${prefix}*path`, async (request, response) => {
    send(response, await orUnavailable(answerRequest(pool, request.path.slice(prefix.length))))
  })
  router.post(`${prefix}cosignature`, async (request, response) => {
    // Taken whole before, as that of every request.
    const body: unknown = request.is('text/plain') ? request.body : undefined
    const text = Buffer.isBuffer(body) ? body.toString() : ''
    send(response, text.length > maxCosignatures ? tooLarge : await orUnavailable(takeCosignatures(pool, text, witnesses)))
  })
}

/** Throws where one cannot be read: a cosignature that nobody waits for would be lost. */
export const witnessesOf = (witnessKeys: readonly string[]): readonly VerifierKey[] =>
  witnessKeys.map((printed) => {
    const key = parseKey(printed)
    if (!key) throw new Error(`a witness's key cannot be read: ${printed.slice(0, 60)}`)
    return key
  })

/** What the database says when it fails is nobody's business outside. */
const orUnavailable = (answer: Promise<PublicAnswer>): Promise<PublicAnswer> => answer.catch(() => unavailable)

const maxCosignatures = 65_536
const tooLarge: PublicAnswer = {
  status: 413,
  type: 'text/plain; charset=utf-8',
  body: 'These cosignatures are too large.\n',
  isImmutable: false,
}
const unavailable: PublicAnswer = { status: 503, type: 'text/plain; charset=utf-8', body: 'Not available just now.\n', isImmutable: false }

function send(response: Response, { status, type, body, isImmutable }: PublicAnswer): void {
  if (status === 503) response.set('retry-after', '10')
  response
    .status(status)
    .set({
      'content-type': type,
      'cache-control': isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      'access-control-allow-origin': '*',
    })
    .send(body)
}

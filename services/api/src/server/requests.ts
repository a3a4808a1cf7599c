import { correlationIdFrom, today, withCorrelation, within } from '@outstanding/runtime'
import type { ReadModels } from '@outstanding/projection'
import type { RequestHandler } from 'express'
import { keyOf } from './answers/key-of.ts'
import type { KeptAnswer, KeptAnswers } from './answers/kept-answers.ts'
import type { RequestContext } from './context.ts'
import type { GraphQLServer } from './graphql-server.ts'
import type { Tokens } from './identity/viewer.ts'
import { viewerOf } from './identity/viewer.ts'
import { commandOutage } from './errors/outage.ts'
import { maySeed, noSeeding, seedingHeader } from './request/seeding.ts'
import { maxBody, tooLarge } from './request/take-body.ts'
import type { Header, Refusal } from './request/unreadable.ts'
import { unreadable } from './request/unreadable.ts'

/** What a request is checked by. `takesSeeding`: whether an administrator may say when an example entry was recorded. */
type Asking = {
  readonly tokens: Tokens
  readonly takesSeeding: boolean
  readonly answers: KeptAnswers
  /** Of what is current. */
  readonly stamp: ReadModels['stamp']
}
type Asked =
  | { readonly ok: true; readonly context: RequestContext; readonly kept: KeptAnswer | undefined }
  | { readonly ok: false; readonly correlationId: string; readonly refusal: Refusal }

const correlationHeader = 'x-correlation-id'

/** Answers must not be cached, because names can be removed. */
const unkept = { 'cache-control': 'no-store' }

type Sent = { readonly method: string; readonly url: string; readonly header: Header; readonly body: () => Promise<Uint8Array> }

/** Who asks and under which correlation id; or why the request is not even read. */
async function ask(sent: Sent, asking: Asking): Promise<Asked> {
  const { header } = sent
  const { tokens, takesSeeding } = asking
  const correlationId = correlationIdFrom(header(correlationHeader) ?? undefined)
  const refused = (refusal: Refusal): Asked => ({ ok: false, correlationId, refusal })
  const wrong = unreadable(sent)
  if (wrong) return refused(wrong)
  const authorization = header('authorization')
  const found = await viewerOf(authorization, tokens).catch(asOutage)
  if ('status' in found) return refused(found)
  if (!found.ok) return refused({ status: 401, code: 'UNAUTHENTICATED', message: tokenWords[found.reason] })
  const stillSignedIn = async (): Promise<boolean> => !found.viewer.signedIn || (await viewerOf(authorization, tokens)).ok
  const { viewer } = found
  const seededAt = header(seedingHeader) ?? undefined
  if (!maySeed(seededAt, takesSeeding && viewer.role === 'administrator')) return refused(noSeeding)
  const body = await sent.body()
  if (body.length > maxBody) return refused(tooLarge)
  const keeping = viewer.signedIn ? null : { key: keyOf(sent, body, today()), holdsFor: null }
  const traceparent = traceparentIn(header('traceparent'))
  return {
    ok: true,
    context: { viewer, stillSignedIn, correlationId, traceparent, body, keeping, seededAt },
    kept: keeping === null ? undefined : await keptAnswer(keeping.key, asking),
  }
}

/** No request waits longer for the stamp. After that it is answered from the database, within its own time limit. */
const maxLookMs = 1_000

/** Undefined if there is none, or if the stamp cannot be read. */
async function keptAnswer(key: string, { answers, stamp }: Asking): Promise<KeptAnswer | undefined> {
  const current = await within(maxLookMs, 'the look at the read models', stamp()).catch(() => null)
  return current === null ? undefined : answers.find(key, current, performance.now())
}

/** The database that knows which tokens ended may be away: then nothing was read or recorded yet. */
function asOutage(error: unknown): Refusal {
  const outage = commandOutage(error)
  if (outage === null) throw error
  return { status: 503, code: String(outage.extensions['code']), message: outage.message }
}

/** W3C Trace Context, version 00; anything else is left out: strangers must not write free text into the log. */
function traceparentIn(value: string | null | undefined): string | undefined {
  return value && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(value) ? value : undefined
}

const tokenWords = {
  malformed: 'The token cannot be read.',
  badSignature: 'The token was not issued here.',
  expired: 'The token has expired.',
  notForUs: 'The token was not issued for this service.',
  revoked: 'The token has been revoked. Ask for a new one.',
  erased: 'The token is no longer valid because the name of its holder was erased.',
} as const

const headersOf = ({ status }: Refusal): Readonly<Record<string, string>> => (status === 503 ? { 'retry-after': '10' } : {})

const refusalBody = ({ code, message }: Refusal, correlationId: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code, correlationId } }] })

/** Whatever host and path the caller wrote: an address that cannot be one must not come between. */
const addressOf = (originalUrl: string): string => {
  const at = originalUrl.indexOf('?')
  return at === -1 ? '/graphql' : `/graphql${originalUrl.slice(at)}`
}

/** For Express, at `/graphql`, after `takeBodies`. */
export function answerRequest(server: GraphQLServer, asking: Asking): RequestHandler {
  return async (request, response) => {
    const { method, originalUrl } = request
    const body = async (): Promise<Uint8Array> => (request.body as Uint8Array | undefined) ?? new Uint8Array()
    const asked = await ask({ method, url: originalUrl, header: (name) => request.get(name), body }, asking)
    response.set({ ...unkept, [correlationHeader]: asked.ok ? asked.context.correlationId : asked.correlationId })
    if (!asked.ok) {
      const { refusal, correlationId } = asked
      response.status(refusal.status).set(headersOf(refusal)).type('application/json').send(refusalBody(refusal, correlationId))
      return
    }
    const { context, kept } = asked
    // The client left while the stamp was being read.
    if (response.destroyed) return
    if (kept) {
      response.set({ 'content-type': kept.contentType, 'content-length': String(Buffer.byteLength(kept.body)) }).end(kept.body)
      return
    }
    const url = addressOf(originalUrl)
    // What was sent is read from the context, by our own rules.
    const plain = Object.defineProperties(Object.assign(request, { url, originalUrl: url, body: undefined }), {
      query: { value: undefined },
      headers: { value: { ...request.headers, host: 'outstanding.invalid' } },
    })
    return withCorrelation(context.correlationId, () => server(plain, response, context))
  }
}

/** For the same process: a request in, a response out. */
export function fetchHandler(server: GraphQLServer, asking: Asking): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = async (): Promise<Uint8Array> => new Uint8Array(await request.clone().arrayBuffer())
    const asked = await ask({ method: request.method, url: request.url, header: (name) => request.headers.get(name), body }, asking)
    if (asked.ok) {
      const { context, kept } = asked
      if (kept)
        return new Response(kept.body, {
          headers: { ...unkept, 'content-type': kept.contentType, [correlationHeader]: context.correlationId },
        })
      const response = await withCorrelation(context.correlationId, async () => server.fetch(request, context))
      response.headers.set(correlationHeader, context.correlationId)
      return response
    }
    const { refusal, correlationId } = asked
    const headers = { ...unkept, ...headersOf(refusal), 'content-type': 'application/json', [correlationHeader]: correlationId }
    return new Response(refusalBody(refusal, correlationId), { status: refusal.status, headers })
  }
}

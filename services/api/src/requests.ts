import type { TokenKeys } from '@outstanding/identity'
import { correlationIdFrom, withCorrelation } from '@outstanding/runtime'
import type { RequestHandler } from 'express'
import type { RequestContext } from './context.ts'
import type { GraphQLServer } from './graphql-server.ts'
import { viewerOf } from './identity/viewer.ts'

type Header = (name: string) => string | null | undefined
type Refusal = { readonly status: 401 | 415; readonly code: string; readonly message: string }
type Asked =
  | { readonly ok: true; readonly context: RequestContext }
  | { readonly ok: false; readonly correlationId: string; readonly refusal: Refusal }

const correlationHeader = 'x-correlation-id'

/** An answer is for whoever asked, now: nothing may keep it, as names can be removed. */
const unkept = { 'cache-control': 'no-store' }

/** Who asks and under which correlation id; or why the request is not even read. */
async function ask(method: string, header: Header, keys: TokenKeys): Promise<Asked> {
  const correlationId = correlationIdFrom(header(correlationHeader) ?? undefined)
  const refused = (refusal: Refusal): Asked => ({ ok: false, correlationId, refusal })
  if (method === 'POST' && !/^application\/(graphql\+)?json\b/i.test(header('content-type') ?? ''))
    return refused({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: 'Send application/json: no other content can be sent from a page elsewhere without asking first.',
    })
  const found = await viewerOf(header('authorization'), keys)
  if (!found.ok) return refused({ status: 401, code: 'UNAUTHENTICATED', message: tokenWords[found.reason] })
  return { ok: true, context: { viewer: found.viewer, correlationId, traceparent: traceparentIn(header('traceparent')) } }
}

/** W3C Trace Context, version 00; anything else is left out: strangers must not write free text into the log. */
function traceparentIn(value: string | null | undefined): string | undefined {
  return value && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(value) ? value : undefined
}

const tokenWords = {
  malformed: 'The token cannot be read.',
  badSignature: 'The token was not issued here.',
  expired: 'The token has expired.',
  notForUs: 'The token was not issued for this.',
} as const

const refusalBody = ({ code, message }: Refusal, correlationId: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code, correlationId } }] })

/** For Express, mounted at `/graphql`. */
export function answerRequest(server: GraphQLServer, keys: TokenKeys): RequestHandler {
  return async (request, response) => {
    const asked = await ask(request.method, (name) => request.get(name), keys)
    response.set({ ...unkept, [correlationHeader]: asked.ok ? asked.context.correlationId : asked.correlationId })
    if (asked.ok) {
      const { context } = asked
      return withCorrelation(context.correlationId, () => server(Object.assign(request, { url: request.originalUrl }), response, context))
    }
    response.status(asked.refusal.status).type('application/json').send(refusalBody(asked.refusal, asked.correlationId))
  }
}

/** For the same process: a request in, a response out. */
export function fetchHandler(server: GraphQLServer, keys: TokenKeys): (request: Request) => Promise<Response> {
  return async (request) => {
    const asked = await ask(request.method, (name) => request.headers.get(name), keys)
    if (asked.ok) {
      const { context } = asked
      const response = await withCorrelation(context.correlationId, async () => server.fetch(request, context))
      response.headers.set(correlationHeader, context.correlationId)
      return response
    }
    const { refusal, correlationId } = asked
    const headers = { ...unkept, 'content-type': 'application/json', [correlationHeader]: correlationId }
    return new Response(refusalBody(refusal, correlationId), { status: refusal.status, headers })
  }
}

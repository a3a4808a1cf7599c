import type { Plugin } from 'graphql-yoga'
import type { RequestContext } from '../context.ts'
import { readParams } from './read-params.ts'

/** Reads every question by our own rules instead of the server's lenient ones. */
export const useStrictRequests = (): Plugin<object, RequestContext> => ({
  onRequestParse({ request, serverContext, setRequestParser }) {
    if (request.method === 'GET' || request.method === 'POST') setRequestParser(() => readParams(request, serverContext.body))
  },
})

import type { Plugin } from 'graphql-yoga'
import { readParams } from './read-params.ts'

/** Reads every question by our own rules instead of the server's lenient ones. */
export const useStrictRequests = (): Plugin => ({
  onRequestParse({ request, setRequestParser }) {
    if (request.method === 'GET' || request.method === 'POST') setRequestParser(readParams)
  },
})

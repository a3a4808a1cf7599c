import type { Plugin } from 'graphql-yoga'
import type { RequestContext } from '../context.ts'
import type { KeptAnswers } from './kept-answers.ts'

/** Keeps what leaves, where its execution found that it may be kept. */
export const useKeptAnswers = (answers: KeptAnswers): Plugin<object, RequestContext> => ({
  async onResponse({ serverContext, response, setResponse, fetchAPI }) {
    const keeping = serverContext?.keeping
    if (!keeping?.holdsFor || response.status !== 200) return
    const body = await response.text()
    answers.keep(keeping.key, { contentType: response.headers.get('content-type') ?? 'application/json', body }, keeping.holdsFor)
    setResponse(new fetchAPI.Response(body, { status: 200, headers: response.headers }))
  },
})

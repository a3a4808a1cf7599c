import type { Request, Router } from 'express'
import { printedSchema } from './print-schema.ts'

/** `/schema.graphql` as text, and the way from `/graphql` to `page` for a browser that asks nothing. */
export function addSchemaRoutes(router: Router, page?: string): void {
  let text: string | undefined
  router.get('/schema.graphql', (_request, response) => {
    response
      .set('cache-control', 'public, max-age=300')
      .type('text/plain')
      .send((text ??= printedSchema()))
  })
  if (page === undefined) return
  router.get('/graphql', (request, response, next) => {
    if (isBrowserWithoutQuery(request)) response.redirect(303, page)
    else next()
  })
}

const isBrowserWithoutQuery = (request: Request): boolean =>
  !request.originalUrl.includes('?') && /\btext\/html\b/.test(request.get('accept') ?? '')

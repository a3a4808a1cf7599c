import type { Log } from '@outstanding/runtime'
import { Router } from 'express'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { AddressRefused } from './asking/asking.ts'
import type { GraphqlTransport } from './asking/asking.ts'
import { failureView, notFoundView, notSentHereView, refusedView, unreadableView, problemTemplate } from './problem/problem-view.ts'
import { renderer } from './render/render.ts'
import type { ProblemView } from './problem/problem-view.ts'
import type { Render } from './render/render.ts'
import * as pages from './pages/page-list.ts'
import { servePage } from './site/page.ts'
import type { Page } from './site/page.ts'
import { isReadable } from './site/readable-address.ts'
import { securityHeaders } from './site/security-headers.ts'
import { siteOf } from './site/site.ts'
import { iconOf } from './theme/icon.ts'
import { stylesheetFor } from './theme/stylesheet.ts'
import type { Theme } from './theme/theme.ts'
import { defaultTheme } from './theme/theme.ts'

export type WebOptions = {
  /** How the pages reach the API: `graphqlOverHttp(url)`, or the API's own `fetch` in the same process. */
  readonly graphql: GraphqlTransport
  readonly theme?: Theme
  /** Where the compiled stylesheet is kept between starts. */
  readonly cacheDir: string
  /** Called for pages that failed, with their correlation id. */
  readonly log?: Log
}

export type Web = {
  /** All pages, their assets, and the answer to any address that nobody else took: to be mounted at the root, last. */
  readonly router: Router
  close(): Promise<void>
}

/** The public pages: server-rendered, without script, showing what anyone may see. Compiles the stylesheet at first start. */
export async function createWeb({ graphql, theme = defaultTheme, cacheDir, log }: WebOptions): Promise<Web> {
  const { css, digest } = await stylesheetFor(theme, cacheDir)
  const site = siteOf(theme, digest)
  const render = renderer(site)
  const router = Router()

  router.use(securityHeaders)
  router.use((request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    showProblem(response.set('allow', 'GET, HEAD'), render, 405, notSentHereView)
  })
  router.use((request, response, next) => {
    if (isReadable(request.originalUrl)) next()
    else showProblem(response, render, 400, unreadableView)
  })
  router.get(site.stylesheetHref, asset('text/css; charset=utf-8', css))
  router.get(site.iconHref, asset('image/svg+xml', iconOf(theme)))
  for (const page of Object.values<Page>(pages)) router.get(page.route, servePage(page, { transport: graphql, render, everywhere: site }))
  router.use(notFound(render))
  router.use(failed(render, log))
  return { router, close: async () => {} }
}

/** The address holds the digest of the content, so it can be kept for good. */
const asset =
  (type: string, content: string): RequestHandler =>
  (_request, response) => {
    response.set('cache-control', 'public, max-age=31536000, immutable').type(type).send(content)
  }

const notFound =
  (render: Render): RequestHandler =>
  (_request, response) =>
    showProblem(response, render, 404, notFoundView)

function showProblem(response: Response, render: Render, status: number, view: ProblemView): void {
  response
    .status(status)
    .type('html')
    .send(render(problemTemplate, view, { title: view.heading, section: null }))
}

const failed =
  (render: Render, log: Log | undefined): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (error instanceof AddressRefused && !response.headersSent) return showProblem(response, render, 400, refusedView)
    const correlationId = String(response.locals['correlationId'] ?? '')
    log?.error({ err: error, correlationId, path: request.path }, 'a page could not be shown')
    if (response.headersSent) return next(error)
    response.set('retry-after', '30')
    showProblem(response, render, 503, failureView(correlationId))
  }

import { correlationIdFrom, today } from '@outstanding/runtime'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { askingFor } from '../asking/asking.ts'
import type { Ask, GraphqlTransport } from '../asking/asking.ts'
import type { PastAsked } from '../past/past-view.ts'
import { pastAsked } from '../past/past-view.ts'
import { pastFrom, problemsOfPast } from '../past/past.ts'
import type { PageFrame, Render } from '../render/render.ts'
import type { Template } from '../render/template.ts'
import type { Site } from './site.ts'
import { registerNotice } from './register-notice.ts'

/** What one page may use. */
export type PageContext = {
  readonly ask: Ask
  readonly query: Readonly<Record<string, unknown>>
  readonly params: Readonly<Record<string, string>>
  /** Without what is asked behind the question mark. */
  readonly path: string
  /** The address under which the register is asked, without a path: for commands that are printed. */
  readonly site: string
  /** Which past is asked for, of whatever page. */
  readonly past: PastAsked
  /** The London day of the request. */
  readonly today: string
  /** What is the same on every page. */
  readonly everywhere: Site
}

/** A page at an address. `answer` says which template, which model, and its frame; null: there is no such thing. */
export type Page = { readonly route: string; readonly answer: (context: PageContext) => Promise<PageAnswer | null> }

/** Declares a page, which `npm run schema` adds to the list of all. */
export const pageAt = (route: string, answer: Page['answer']): Page => ({ route, answer })
export type PageAnswer = { readonly html: (render: Render) => string; readonly status: number }

/** Ties a template to its model. */
export const shown = <Model>(view: Template<Model>, model: NoInfer<Model>, page: PageFrame, status = 200): PageAnswer => ({
  status,
  html: (render) => render(view, model, page),
})

/** A stranger's idea of a host name is not printed. */
function siteAddress(request: Request): string {
  const host = request.get('host') ?? ''
  return /^[a-z0-9.-]+(:\d+)?$/i.test(host) ? `${request.protocol}://${host}` : 'https://this-register'
}

type Serving = { readonly transport: GraphqlTransport; readonly render: Render; readonly everywhere: Site }

/** The route of a page: asks with the request's correlation id, renders, answers. */
export const servePage =
  ({ answer: answerOf }: Page, { transport, render, everywhere }: Serving): RequestHandler =>
  async (request: Request, response: Response, next: NextFunction) => {
    const correlationId = correlationIdFrom(request.get('x-correlation-id'))
    const day = today()
    const past = pastFrom(request.query)
    let notice: string | null = null
    const watched: GraphqlTransport = async (asked, signal) => {
      const given = await transport(asked, signal)
      notice ??= registerNotice(given)
      return given
    }
    const context: PageContext = {
      ask: askingFor(watched, correlationId),
      query: request.query,
      params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
      path: request.path,
      site: siteAddress(request),
      past: pastAsked(past, problemsOfPast(past, day), day),
      today: day,
      everywhere,
    }
    response.locals['correlationId'] = correlationId
    response.set('x-correlation-id', correlationId)
    const answer = await answerOf(context)
    if (answer === null) return next()
    const withNotice: Render = (view, model, frame) => render(view, model, { ...frame, notice })
    response.status(answer.status).type('html').send(answer.html(withNotice))
  }

import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GraphqlTransport } from './asking/asking.ts'
import { graphqlOverHttp } from './asking/asking.ts'
import { createWeb } from './create-web.ts'

let cacheDir: string
beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'web-'))
})
afterAll(() => rm(cacheDir, { recursive: true, force: true }))

/** The pages on a port, with an API that is reached like this. */
async function served<T>(graphql: GraphqlTransport, use: (url: string) => Promise<T>): Promise<T> {
  const web = await createWeb({ graphql, cacheDir })
  const server = createServer(express().use(web.router)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
    await web.close()
  }
}

const nobodyThere = graphqlOverHttp('http://127.0.0.1:9/graphql')
const correlation = '0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a'

describe('the pages when the API is not there', { timeout: 120_000 }, () => {
  test('say so with the correlation id, and nothing of the reason', () =>
    served(nobodyThere, async (url) => {
      const answer = await fetch(url, { headers: { 'x-correlation-id': correlation } })
      const html = await answer.text()
      expect(answer.status).toBe(503)
      expect(html).toContain(correlation)
      expect(html).toContain('Sorry, there is a problem with the service')
      expect(html).not.toMatch(/ECONNREFUSED|fetch failed|OutstandingPage|stack/)
    }))

  test('an error or an empty answer of the API is a failure too: no page with half of its data', () =>
    served(
      async () => ({ data: {}, errors: [{ message: 'internal detail' }] }),
      async (url) => {
        const answer = await fetch(`${url}/reports`)
        expect(answer.status).toBe(503)
        expect(await answer.text()).not.toContain('internal detail')
      },
    ))

  test('what the API refuses of an address is the fault of the address, and is said so', () =>
    served(
      async () => ({ errors: [{ message: 'no such cursor', extensions: { code: 'BAD_USER_INPUT', field: 'after' } }] }),
      async (url) => {
        const answer = await fetch(`${url}/?after=nonsense`)
        expect(answer.status).toBe(400)
        expect(await answer.text()).toContain('This link is no longer valid')
      },
    ))

  test('so is an address that cannot be read, before anything is asked of the API', () =>
    served(
      async () => {
        throw new Error('asked')
      },
      async (url) => {
        for (const path of ['/recommendations/%ff', '/reports/%00', '/?search=a%00b', '/?owner=%C0%80', '/%']) {
          const answer = await fetch(`${url}${path}`)
          expect([path, answer.status]).toEqual([path, 400])
          expect(await answer.text()).toContain('This address is not valid')
        }
      },
    ))

  test('those that ask nothing still answer', () =>
    served(nobodyThere, async (url) => {
      expect((await fetch(`${url}/accessibility`)).status).toBe(200)
      const missing = await fetch(`${url}/nothing/here`)
      expect(missing.status).toBe(404)
      expect(await missing.text()).toContain('Page not found')
    }))
})

describe('what is not there', () => {
  test('a recommendation or report that the API does not show is not found', () =>
    served(
      async () => ({
        data: { recommendation: null, recordedByMistake: null, report: null, recommendations: { totalCount: 0, edges: [] } },
      }),
      async (url) => {
        expect((await fetch(`${url}/recommendations/recommendation-x.1`)).status).toBe(404)
        expect((await fetch(`${url}/reports/report-x.1`)).status).toBe(404)
      },
    ))
})

describe('a recommendation that was recorded by mistake', () => {
  test('says so, when and why, instead of not being found', () =>
    served(
      async ({ operationName }) =>
        operationName === 'RecordedByMistake'
          ? { data: { recordedByMistake: { effectiveOn: '2026-01-07', recordedAt: '2026-01-08T09:32:00.000Z', reason: 'Entered twice' } } }
          : { data: { recommendation: null, position: { events: 1, lastRecordedAt: null, firstRecordedAt: null } } },
      async (url) => {
        const answer = await fetch(`${url}/recommendations/recommendation-x.1`)
        expect(answer.status).toBe(410)
        expect(await answer.text()).toMatch(
          /This recommendation was recorded by mistake[^]*marked as a mistake on 7 January 2026 \(recorded on 8 January 2026 at 9:32am\)[^]*Reason: Entered twice/,
        )
      },
    ))
})

describe('headers', () => {
  test('forbid script, frames and strangers on every page, and let assets be kept', () =>
    served(nobodyThere, async (url) => {
      for (const path of ['/', '/accessibility', '/nothing']) {
        const { headers } = await fetch(`${url}${path}`)
        expect(headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/)
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('referrer-policy')).toBe('same-origin')
        expect(headers.get('cache-control')).toBe('no-cache')
      }
      const html = await (await fetch(`${url}/accessibility`)).text()
      expect(html).not.toMatch(/<script|style=|onclick/i)
      const [, stylesheet = ''] = /href="(\/assets\/outstanding-[0-9a-f]+\.css)"/.exec(html) ?? []
      const css = await fetch(`${url}${stylesheet}`)
      expect(css.headers.get('content-type')).toContain('text/css')
      expect(css.headers.get('cache-control')).toContain('immutable')
      const [, icon = ''] = /href="(\/assets\/icon-[0-9a-f]+\.svg)"/.exec(html) ?? []
      expect((await fetch(`${url}${icon}`)).headers.get('content-type')).toContain('image/svg+xml')
    }))
})

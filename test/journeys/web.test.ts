import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { createWeb, graphqlOverHttp } from '@outstanding/web'
import express from 'express'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { startJourney } from './kit/product-or-url.ts'
import type { Journey } from './kit/product-or-url.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney({ OUTSTANDING_SAMPLE: 'on' })
}, 240_000)
afterAll(() => journey?.stop(), 60_000)

type Ids = {
  readonly recommendation: string
  readonly corrected: string
  readonly summary: string
  readonly listed: string
  readonly report: string
  readonly plainReport: string
  readonly visit: string
}

/** Of the sample register: something of every kind that a page can show. */
async function ids(): Promise<Ids> {
  type Answer = {
    readonly recommendations: {
      readonly edges: readonly {
        readonly node: {
          readonly id: string
          readonly title: string
          readonly textToHand: boolean
          readonly report: { readonly id: string }
          readonly history: { readonly edges: readonly { readonly node: { readonly corrects: string | null } }[] }
        }
      }[]
    }
    readonly reports: {
      readonly edges: readonly { readonly node: { readonly id: string; readonly title: string; readonly judgements: readonly object[] } }[]
    }
    readonly visits: { readonly edges: readonly { readonly node: { readonly id: string; readonly ordinal: number | null } }[] }
  }
  const answer = await journey.anybody.read<Answer>(
    '{ recommendations(first: 100) { edges { node { id title textToHand report { id } history(first: 30) { edges { node { corrects } } } } } } reports(first: 50) { edges { node { id title judgements { grade } } } } visits(first: 50) { edges { node { id ordinal } } } }',
  )
  const items = answer.recommendations.edges.map(({ node }) => node)
  const reports = answer.reports.edges.map(({ node }) => node)
  const found = (node: { id: string } | undefined): string => {
    if (!node) throw new Error('the sample register misses what this test needs')
    return node.id
  }
  return {
    recommendation: found(items.find(({ title }) => title === 'Publish how long families wait')),
    corrected: found(items.find(({ history }) => history.edges.some(({ node }) => node.corrects !== null))),
    summary: found(items.find(({ title }) => title === 'Find and protect privately fostered children')),
    listed: found(items.find(({ textToHand }) => !textToHand)),
    report: found(reports.find(({ judgements }) => judgements.length > 20)),
    visit: found(answer.visits.edges.map(({ node }) => node).find(({ ordinal }) => ordinal === 3)),
    plainReport: found(reports.find(({ judgements }) => judgements.length === 0)),
  }
}

/** The place of the log before the first correction of a recommendation: what was known there was wrong. */
async function placeBeforeCorrection(id: string): Promise<string> {
  type Entry = { readonly node: { readonly logPosition: string; readonly corrects: string | null } }
  const answer = await journey.anybody.read<{ readonly recommendation: { readonly history: { readonly edges: readonly Entry[] } } }>(
    'query ($id: ID!) { recommendation(id: $id) { history(first: 50) { edges { node { logPosition corrects } } } } }',
    { id },
  )
  const entries = answer.recommendation.history.edges.map(({ node }) => node)
  return entries[entries.findIndex(({ corrects }) => corrects !== null) - 1]?.logPosition ?? ''
}

/** Every kind of page and of state: its group, its name, the status of its answer, its address. */
const pages: readonly { readonly group: string; readonly name: string; readonly status: number; readonly path: (ids: Ids) => string }[] = [
  { group: 'list', name: 'the list', status: 200, path: () => '/' },
  {
    group: 'list',
    name: 'the list, filtered',
    status: 200,
    path: () => '/?authority=birmingham&schedule=OVERDUE&schedule=UNDATED&search=care&asAt=14/2/2018&sort=title&order=desc',
  },
  { group: 'list', name: 'the list with nothing in it', status: 200, path: () => '/?search=nothing-has-this-word' },
  { group: 'list', name: 'the list from a place that is none', status: 400, path: () => '/?after=nonsense' },
  { group: 'list', name: 'the list, all', status: 200, path: () => '/?tracking=all&illustration=hide' },
  { group: 'list', name: 'the list with a date that is none', status: 400, path: () => '/?due-before=31/2/2018&asAt=tomorrow' },
  { group: 'list', name: 'the list before anything was recorded', status: 200, path: () => '/?asKnownAt=14/2/2018' },
  { group: 'list', name: 'the list before anything had happened', status: 200, path: () => '/?asAt=1/1/1990' },
  { group: 'recommendation', name: 'a recommendation', status: 200, path: (of) => `/recommendations/${of.recommendation}` },
  { group: 'recommendation', name: 'a recommendation with a correction', status: 200, path: (of) => `/recommendations/${of.corrected}` },
  {
    group: 'recommendation',
    name: 'a recommendation of which we hold a summary',
    status: 200,
    path: (of) => `/recommendations/${of.summary}`,
  },
  { group: 'recommendation', name: 'a recommendation listed without its text', status: 200, path: (of) => `/recommendations/${of.listed}` },
  {
    group: 'recommendation',
    name: 'a recommendation in the past',
    status: 200,
    path: (of) => `/recommendations/${of.recommendation}?asAt=1/12/2024&asKnownAt=999999999999`,
  },
  {
    group: 'recommendation',
    name: 'a recommendation that was not issued yet',
    status: 404,
    path: (of) => `/recommendations/${of.recommendation}?asAt=1/1/1990&asKnownAt=999999999999`,
  },
  {
    group: 'recommendation',
    name: 'a recommendation asked for a day that is none',
    status: 400,
    path: (of) => `/recommendations/${of.recommendation}?asAt=31/2/2018`,
  },
  { group: 'reports', name: 'the reports', status: 200, path: () => '/reports' },
  { group: 'reports', name: 'the reports in the past', status: 200, path: () => '/reports?asAt=1/8/2010' },
  { group: 'reports', name: 'the reports before anything was recorded', status: 200, path: () => '/reports?asKnownAt=14/2/2018' },
  { group: 'reports', name: 'the reports asked for a day to come', status: 400, path: () => '/reports?asAt=1/1/2200&asKnownAt=soon' },
  { group: 'reports', name: 'a report with judgements', status: 200, path: (of) => `/reports/${of.report}` },
  { group: 'reports', name: 'a report in the past', status: 200, path: (of) => `/reports/${of.report}?asAt=1/1/2020` },
  { group: 'reports', name: 'a report that was not known yet', status: 404, path: (of) => `/reports/${of.report}?asKnownAt=1/1/2020` },
  {
    group: 'reports',
    name: 'a report asked for a day that is none',
    status: 400,
    path: (of) => `/reports/${of.report}?asKnownAt=2018-02-14T09:30`,
  },
  { group: 'reports', name: 'a report known by mention', status: 200, path: (of) => `/reports/${of.plainReport}` },
  { group: 'reports', name: 'a report that is not there', status: 404, path: () => '/reports/report-x.1' },
  { group: 'reports', name: 'a report that was not there either', status: 404, path: () => '/reports/report-x.1?asAt=1/1/2020' },
  { group: 'reports', name: 'the visits', status: 200, path: () => '/visits' },
  { group: 'reports', name: 'the visits before anything had happened', status: 200, path: () => '/visits?asAt=1/1/1990' },
  { group: 'reports', name: 'the visits asked for a day to come', status: 400, path: () => '/visits?asAt=1/1/2200' },
  { group: 'reports', name: 'a visit', status: 200, path: (of) => `/visits/${of.visit}` },
  { group: 'reports', name: 'a visit on the day of its letter', status: 200, path: (of) => `/visits/${of.visit}?asAt=19/1/2018` },
  { group: 'reports', name: 'a visit that was not known yet', status: 404, path: (of) => `/visits/${of.visit}?asAt=18/1/2018` },
  { group: 'reports', name: 'a visit that is not there', status: 404, path: () => '/visits/visit-x.1' },
  { group: 'others', name: 'the verification', status: 200, path: () => '/verification' },
  { group: 'changes', name: 'what changed, before two days are chosen', status: 200, path: () => '/changes?search=care' },
  {
    group: 'changes',
    name: 'what changed in a list',
    status: 200,
    path: () => '/changes?tracking=all&authority=birmingham&from=14/2/2018',
  },
  {
    group: 'changes',
    name: 'what changed in a list since nothing had been recorded',
    status: 200,
    path: () => '/changes?authority=example-borough&fromKnown=14/2/2018',
  },
  {
    group: 'changes',
    name: 'what changed between days that are none',
    status: 400,
    path: () => '/changes?from=31/2/2018&to=tomorrow&due-before=soon',
  },
  {
    group: 'changes',
    name: 'what changed of a recommendation, before two days are chosen',
    status: 200,
    path: (of) => `/recommendations/${of.corrected}/changes`,
  },
  {
    group: 'changes',
    name: 'what changed of a recommendation',
    status: 200,
    path: (of) => `/recommendations/${of.corrected}/changes?from=1/6/2025`,
  },
  {
    group: 'changes',
    name: 'what changed of a recommendation between days that are none',
    status: 400,
    path: (of) => `/recommendations/${of.corrected}/changes?to=31/2/2018`,
  },
  {
    group: 'changes',
    name: 'what changed of a recommendation that is not there',
    status: 404,
    path: () => '/recommendations/recommendation-x.1/changes?from=1/6/2025',
  },
  { group: 'others', name: 'the API', status: 200, path: () => '/api' },
  { group: 'others', name: 'the accessibility statement', status: 200, path: () => '/accessibility' },
  {
    group: 'others',
    name: 'a page that is not there',
    status: 404,
    path: () => '/recommendations/recommendation-x.00000000-0000-4000-8000-000000000000',
  },
]

describe('the pages over HTTP', () => {
  test('answer as they should, without script, strangers or GOV.UK’s brand', async () => {
    const of = await ids()
    for (const { name, path, status } of pages) {
      const answer = await fetch(`${journey.url}${path(of)}`)
      const html = await answer.text()
      expect([name, answer.status]).toEqual([name, status])
      const stranger = /<script|style="|GDS Transport|crown|(?:href|src)="https?:\/\/(?!www\.equalityadvisoryservice\.com)/i.exec(html)
      expect([name, stranger?.[0]]).toEqual([name, undefined])
      expect(answer.headers.get('content-security-policy'), name).toContain("default-src 'none'")
    }
    const html = await (await fetch(journey.url)).text()
    const [, href = ''] = /rel="stylesheet" href="([^"]+)"/.exec(html) ?? []
    expect(await (await fetch(`${journey.url}${href}`)).text()).not.toMatch(/GDS Transport|crown|@font-face/i)
  })

  test('the list shows the figures of the register', async () => {
    const html = await (await fetch(`${journey.url}/?tracking=all&illustration=hide`)).text()
    expect(html).toMatch(/>\s*41 recommendations\s*</)
    const at = await (await fetch(`${journey.url}/?illustration=hide&asAt=14/2/2018&search=R01`)).text()
    expect(at).toContain('by 290 days')
  })

  test('the front page leads to what no committee tracks, and says how many there are', async () => {
    const html = await (await fetch(journey.url)).text()
    const [, href = '', count = ''] = /href="([^"]+)">View (\d+) recommendations not tracked by a committee</.exec(html) ?? []
    expect(Number(count)).toBeGreaterThanOrEqual(33)
    const list = await (await fetch(`${journey.url}${href.replaceAll('&amp;', '&')}`)).text()
    expect(list).toMatch(new RegExp(`>\\s*${count} recommendations\\s*<`))
    expect(list).not.toContain('not tracked by a committee</a>')
  })

  test('a summary is labelled as ours and is no quotation; a published wording is quoted', async () => {
    const { report, visit, recommendation, summary } = await ids()
    const page = async (path: string) => (await fetch(`${journey.url}${path}`)).text()
    const ours = await page(`/recommendations/${summary}`)
    expect(ours).toContain('Our summary of the recommendation')
    expect(ours).toContain('not the published wording')
    expect(ours).toContain('Our summary: ')
    expect(ours).not.toContain('<blockquote')
    expect(await page(`/recommendations/${recommendation}`)).toMatch(/<blockquote[^>]*><p>/)
    for (const path of [`/reports/${report}`, `/visits/${visit}`])
      expect(await page(path)).toContain('Our summaries, unless in quotation marks')
    expect(await page('/?search=private')).toContain('Titles may be our summaries')
  })

  test('an older address of a past day shows that day', async () => {
    const html = await (await fetch(`${journey.url}/?as-at=14/2/2018&search=R01`)).text()
    expect(html).toContain('Position on 14 February 2018')
  })

  test('what had not been recorded is not shown, and the page says since when there is a register', async () => {
    const html = await (await fetch(`${journey.url}/?asKnownAt=14/2/2018`)).text()
    expect(html).toMatch(/Nothing had been recorded by the end of 14 February 2018\. This register started on \d/)
    expect(html).toMatch(/>\s*0 recommendations\s*</)
  })

  test('of something that was not there then, the page says when it came', async () => {
    const { recommendation } = await ids()
    const html = await (await fetch(`${journey.url}/recommendations/${recommendation}?asAt=1/1/1990`)).text()
    expect(html).toMatch(/Not on the register at that time[^]*is dated \d+ \w+ 20\d\d and was recorded on/)
  })

  test(
    'the verification shows the newest checkpoint as it is published, the last check of itself, and addresses that are there',
    { timeout: 150_000 },
    async () => {
      const shown = async (): Promise<string> => (await fetch(`${journey.url}/verification`)).text()
      await expect
        .poll(shown, { timeout: 90_000, interval: 1_000 })
        .toMatch(/No alteration found[^]*Printed in minutes and exports as \d+@/)
      const checkpoint = async (): Promise<string> => (await fetch(`${journey.url}/.well-known/outstanding/checkpoint`)).text()
      let html = ''
      // A checkpoint may be signed between the two answers.
      const partsNotShown = async (): Promise<readonly string[]> => {
        html = await shown()
        const [origin = '', size = '', root = ''] = (await checkpoint()).split('\n')
        return [origin, `${Number(size).toLocaleString('en-GB')} entries`, root].filter((part) => !html.includes(part))
      }
      await expect.poll(partsNotShown, { timeout: 30_000, interval: 1_000 }).toEqual([])
      const addresses = [...html.matchAll(/href="(\/\.well-known\/[^"]+)"/g)].map(([, href = '']) => href)
      expect(addresses.length).toBeGreaterThanOrEqual(3)
      for (const address of addresses) expect([address, (await fetch(`${journey.url}${address}`)).status]).toEqual([address, 200])
    },
  )

  test('the schema is served as it is committed, a browser at /graphql is led to the page, and its examples are answered', async () => {
    const committed = await readFile(new URL('../../services/api/schema.graphql', import.meta.url), 'utf8')
    const served = await fetch(`${journey.url}/schema.graphql`)
    expect([served.headers.get('content-type'), await served.text()]).toEqual(['text/plain; charset=utf-8', committed])
    const opened = await fetch(`${journey.url}/graphql`, { headers: { accept: 'text/html,*/*;q=0.8' }, redirect: 'manual' })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/api'])
    const html = await (await fetch(`${journey.url}/api`)).text()
    const unescaped = html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    const examples = [...unescaped.matchAll(/--data-urlencode 'query=([^']+)'/g)].map(([, query = '']) => query)
    expect(examples.length).toBeGreaterThanOrEqual(2)
    for (const query of examples) {
      const answer = await fetch(`${journey.url}/graphql?${new URLSearchParams({ query }).toString()}`)
      expect([query, await answer.json()]).toEqual([query, expect.not.objectContaining({ errors: expect.anything() })])
    }
    for (const name of ['recommendations', 'issueRecommendation', 'changes']) expect(html).toContain(`>${name}<`)
  })

  test('what was recorded is on the page at once, with the role and not the name of who typed it', async () => {
    const { recommendation } = await ids()
    const words = `Seen on the page ${randomUUID()}`
    await journey.officer.done('updateProgress', { recommendation, effectiveOn: '2026-10-01', words, claim: 'IN_PROGRESS' })
    const html = await (await fetch(`${journey.url}/recommendations/${recommendation}`)).text()
    const entry = html.slice(html.indexOf(words)).split('</li>')[0]
    expect(entry).toContain('Recorded by an officer')
    expect(html).not.toContain('Ann Example')
  })
})

describe.skipIf(withoutChromium !== null)(`the pages in Chromium${withoutChromium === null ? '' : ` (${withoutChromium})`}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  /** The kinds of page whose layout changes most on a narrow screen. */
  const narrowToo = [
    'the verification',
    'the API',
    'what changed in a list',
    'what changed of a recommendation',
    'what changed between days that are none',
    'the list, filtered',
    'the list with a date that is none',
    'a recommendation',
    'a report with judgements',
  ]
  const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

  /** The pages have no frames: axe runs in the page itself, and needs no other page to gather what several frames said, which takes as long again. */
  async function violationsOf(page: Page): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(standards).analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }

  const groups = [...new Set(pages.map(({ group }) => group))]
  test.each(groups)('have no failure of WCAG 2.2 AA that axe can find, and fit 320 pixels: %s', { timeout: 600_000 }, async (group) => {
    const failures: string[] = []
    const context = await browser.newContext({ bypassCSP: true })
    const page = await context.newPage()
    const of = await ids()
    for (const { name, path } of pages.filter((shown) => shown.group === group)) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(`${journey.url}${path(of)}`)
      failures.push(...(await violationsOf(page)).map((violation) => `${name}: ${violation}`))
      await page.setViewportSize({ width: 320, height: 900 })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (overflow > 0) failures.push(`${name} at 320: runs ${overflow} pixels off the screen`)
      if (narrowToo.includes(name)) failures.push(...(await violationsOf(page)).map((violation) => `${name} at 320: ${violation}`))
    }
    await context.close()
    expect(failures).toEqual([])
  })

  test('nor has the page that says that the service has a problem', { timeout: 120_000 }, async () => {
    const cacheDir = await mkdtemp(join(tmpdir(), 'outstanding-web-'))
    const web = await createWeb({ graphql: graphqlOverHttp('http://127.0.0.1:9/graphql'), cacheDir })
    const server = createServer(express().use(web.router)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const context = await browser.newContext({ bypassCSP: true })
    const page = await context.newPage()
    const answer = await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    expect(answer?.status()).toBe(503)
    expect(await violationsOf(page)).toEqual([])
    await context.close()
    server.close()
    await web.close()
    await rm(cacheDir, { recursive: true })
  })

  test(
    'a whole visit with JavaScript off: filter, sort, turn the page, read, look at an earlier day, and back',
    { timeout: 60_000 },
    async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(journey.url)
      expect(await page.title()).toBe('Outstanding recommendations – Register of recommendations – Outstanding')

      // Most of the real items are tracked by no committee.
      await page.goto(`${journey.url}/?tracking=all`)
      await page.getByLabel('Authority').selectOption('birmingham')
      await page.getByLabel('Overdue', { exact: true }).check()
      await page.getByRole('button', { name: 'Apply filters' }).click()
      expect(new URL(page.url()).search).toContain('authority=birmingham')
      expect(await page.getByRole('list', { name: 'Selected filters' }).getByRole('link').count()).toBe(3)
      // Overdue, or past its date where no committee tracks it.
      const passed = page.locator('tbody .o-list__due').filter({ hasText: /Overdue|Date passed/ })
      expect(await passed.count()).toBe(await page.locator('tbody tr').count())
      expect(await page.locator('tbody .o-tag--red').count()).toBeLessThan(await passed.count())

      await page.getByRole('link', { name: 'Recommendation', exact: true }).click()
      expect(await page.locator('th.o-list__title[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
      const titles = await page.locator('tbody .o-list__link').allTextContents()
      await page.getByRole('link', { name: 'Recommendation', exact: true }).click()
      expect(await page.locator('th.o-list__title[aria-sort]').getAttribute('aria-sort')).toBe('descending')
      expect(await page.locator('tbody .o-list__link').allTextContents()).not.toEqual(titles)

      await page.getByRole('link', { name: /Remove the filter Authority/ }).click()
      await page.getByRole('link', { name: /Remove the filter Schedule/ }).click()
      const first = await page.locator('tbody .o-list__link').allTextContents()
      await page.getByRole('link', { name: 'Next page' }).click()
      expect(await page.locator('.o-results__range').textContent()).toMatch(/^26 to/)
      const second = await page.locator('tbody .o-list__link').allTextContents()
      expect(second.filter((title) => first.includes(title))).toEqual([])
      await page.getByRole('link', { name: 'Previous page' }).click()
      expect(await page.locator('tbody .o-list__link').allTextContents()).toEqual(first)

      await page.goto(`${journey.url}/?search=how+long+families+wait&tracking=all`)
      await page.getByRole('link', { name: 'Publish how long families wait' }).click()
      const entries = await page.locator('.o-timeline__entry').count()
      await page.getByText('Show an earlier date').click()
      await page.getByLabel('Position on').fill('1 December 2024')
      await page.getByRole('button', { name: 'Show this date' }).click()
      expect(await page.locator('.o-banner').textContent()).toContain('Position on 1 December 2024')
      expect(await page.title()).toContain(', position on 1 December 2024 –')
      expect(await page.locator('.o-timeline__entry').count()).toBeLessThan(entries)
      await page.getByRole('link', { name: 'Show today’s position' }).click()
      expect(await page.locator('.o-timeline__entry').count()).toBe(entries)

      await page.getByText('Show an earlier date').click()
      await page.getByLabel('Using records made up to').fill('31/2/2018')
      await page.getByRole('button', { name: 'Show this date' }).click()
      expect(await page.title()).toMatch(/^Error: /)
      await page.getByRole('alert').getByRole('link').click()
      expect(new URL(page.url()).hash).toBe('#asKnownAt')
      await context.close()
    },
  )

  test('the past that is shown is kept: filtered, sorted, turned, read, and on to the reports', { timeout: 60_000 }, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const shown = async (): Promise<string> => (await page.locator('.o-banner__heading').textContent()) ?? ''
    const inFebruary = 'Position on 14 February 2018'
    await page.goto(`${journey.url}/?tracking=all`)
    await page.getByText('Show an earlier date').click()
    await page.getByLabel('Position on').fill('14/2/2018')
    await page.getByRole('button', { name: 'Show this date' }).click()
    expect(new URL(page.url()).searchParams.get('tracking')).toBe('all')
    await page.getByRole('link', { name: 'Recommendation', exact: true }).click()
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByLabel('Authority').selectOption('birmingham')
    await page.getByRole('button', { name: 'Apply filters' }).click()
    expect(await shown()).toBe(inFebruary)
    await page.locator('tbody .o-list__link').first().click()
    expect(await shown()).toBe(inFebruary)
    await page.getByRole('link', { name: 'As recorded at that time' }).first().click()
    expect(await shown()).toMatch(/^Position on 14 February 2018, using records made up to \d+ \w+ \d{4} at .* \(log position \d+\)$/)
    await page.goBack()
    await page.locator('.o-where a').click()
    expect(await shown()).toBe(inFebruary)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports' }).click()
    expect(await shown()).toBe(inFebruary)
    await page.getByRole('link', { name: 'Show today’s position' }).click()
    expect(await page.locator('.o-banner').count()).toBe(0)
    await context.close()
  })

  test('each value of a recommendation leads to its source', { timeout: 60_000 }, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${journey.url}/recommendations/${(await ids()).corrected}`)
    const said = page.locator('.o-panel__facts > div', { hasText: 'Delivery' }).locator('.o-source')
    expect(await said.isVisible()).toBe(false)
    await page.getByLabel('Show sources for the position').check()
    expect(await said.locator('.o-source__name').textContent()).toMatch(/^Sources?, Delivery:$/)
    await said.getByRole('link').first().click()
    const { hash } = new URL(page.url())
    expect(hash).toMatch(/^#entry-/)
    expect(await page.locator(`[id="${hash.slice(1)}"]`).textContent()).toContain('Recorded by')
    await context.close()
  })

  test('two days of a recommendation and of a list are compared: before, after, who recorded it and why', { timeout: 60_000 }, async () => {
    const { corrected } = await ids()
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const compare = async (label: string, day: string): Promise<void> => {
      await page.getByRole('group', { name: 'From' }).getByLabel(label).fill(day)
      await page.getByRole('button', { name: 'Compare' }).click()
    }
    await page.goto(`${journey.url}/recommendations/${corrected}`)
    await page.getByRole('link', { name: 'Compare two dates' }).click()
    await compare('Using records made up to', await placeBeforeCorrection(corrected))
    const update = page.locator('.o-changes tbody tr', { hasText: 'Update' })
    expect(await update.locator('td').allTextContents()).toEqual([
      expect.stringContaining('7 of 24'),
      expect.stringContaining('16 of 24'),
      expect.stringMatching(
        /Correction[^]*Entry corrected, 24 June 2025, recorded by an administrator[^]*Correction[^]*Entry corrected, 1 July 2025/,
      ),
    ])
    await update.getByRole('link', { name: 'Entry corrected, 24 June 2025' }).click()
    expect(await page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`).textContent()).toContain('Corrects')

    await page.goto(`${journey.url}/?authority=birmingham`)
    await page.getByRole('link', { name: 'Compare two dates' }).click()
    await compare('Position on', '14/2/2018')
    expect(new URL(page.url()).searchParams.get('authority')).toBe('birmingham')
    const changed = page.locator('.o-changed', { hasText: 'A corporate parenting handbook for councillors' })
    expect(await changed.textContent()).toMatch(/Changed[^]*Schedule:[^]*not due yet[^]*overdue[^]*Became due/)
    await changed.getByRole('link', { name: 'View all changes' }).click()
    expect(await page.locator('h2').first().textContent()).toBe('Changes between 14 February 2018 and today')
    await context.close()
  })

  test('by keyboard: the first stop skips to the content', { timeout: 60_000 }, async () => {
    const page = await browser.newPage()
    await page.goto(journey.url)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to main content')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#main-content')
    await page.close()
  })
})

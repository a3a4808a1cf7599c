import { expect, test } from 'vitest'
import { pastFrom } from '../past/past.ts'
import { pastAsked, pastView } from '../past/past-view.ts'
import { renderer } from '../render/render.ts'
import { siteOf } from '../site/site.ts'
import { defaultTheme } from '../theme/theme.ts'
import { visitTemplate, visitView } from './visit-view.ts'
import { visitsTemplate, visitsView } from './visits-view.ts'

const render = renderer(siteOf(defaultTheme, 'x'))
const past = pastAsked(pastFrom({}), [], '2026-11-29')
const frame = { title: 'Visit', section: null, past: pastView(past, null, { path: '/visits' }), problems: [] }
const head = {
  id: 'visit-1',
  title: 'Visit by the inspectorate, 12 to 13 December 2017',
  body: 'The inspectorate',
  authority: 'example-borough',
  authorityName: 'Example Borough',
  knownFrom: 'LETTER',
  letter: { on: '2018-01-19' },
  illustrative: false,
  from: '2017-12-12',
  to: '2017-12-13',
  datePrecision: 'DAY',
} as const
const finding = (ref: string, direction: 'WORSE' | 'POSITIVE') =>
  ({
    ref,
    area: `Area of ${ref}`,
    words: 'What was found',
    textKind: 'SUMMARY',
    direction,
    place: 'line 7',
    figures: [],
    outstandingSince: ref === 'F2' ? { asPrinted: 'the last inspection' } : null,
    linkedTo: [{ id: 'recommendation-1', reference: 'R1', localReference: 'R1', title: 'Do it' }],
  }) as const

test('the findings of a visit stand by direction, the most critical first, with what they concern', () => {
  const visit = {
    ...head,
    ordinal: 3,
    scope: 'Plans',
    parked: null,
    report: { id: 'report-1', title: 'The letter', seenIn: null },
    findings: [finding('F1', 'POSITIVE'), finding('F2', 'WORSE')],
    history: { totalCount: 0, edges: [] },
  }
  const html = render(visitTemplate, visitView(visit, past.way), frame)
  expect(html.indexOf('Area of F2')).toBeLessThan(html.indexOf('Area of F1'))
  for (const text of ['R1: Do it', 'The letter', 'line 7', 'Our summaries, unless in quotation marks', '19 January 2018'])
    expect(html).toContain(text)
  expect(html.match(/Outstanding since/g)).toHaveLength(1)
})

test('the list of visits says how many findings of each direction there are, or that there is none', () => {
  const list = (nodes: readonly object[]) =>
    visitsView(
      {
        visits: {
          totalCount: nodes.length,
          pageInfo: { hasNextPage: false, endCursor: null },
          edges: nodes.map(() => ({ node: { ...head, findings: [finding('F1', 'WORSE'), finding('F2', 'WORSE')] } })),
        },
      },
      past.way,
    )
  expect(list([{}]).rows[0]).toMatchObject({ findings: [{ text: 'Worse', count: 2 }], outstanding: 1 })
  expect(render(visitsTemplate, list([{}]), frame)).toContain('/visits/visit-1')
  expect(render(visitsTemplate, list([]), frame)).toContain('No visit is on the register.')
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { eventTitle, sentenceOf } from './wording.ts'
import * as evidenceTerms from './evidence-terms.ts'
import * as findingTerms from './finding-terms.ts'
import * as terms from './terms.ts'

/** One recorded event of every type: what must be readable for ever. */
const folder = new URL('../../../test/golden-events/', import.meta.url)
const events = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { readonly type: string; readonly data: unknown })

describe('every event type', () => {
  test('is here', () => expect(events.length).toBeGreaterThan(50))

  test.each(events.map(({ type, data }) => [type, data] as const))('%s has a title and a sentence', (type, data) => {
    expect(eventTitle(type)).toMatch(/^[A-Z][a-z’ ]+$/)
    expect(sentenceOf(type, data)).toMatch(/^[A-Z](?!.*(undefined|null|\[object|NaN)).* .*\S$/s)
  })

  test('of a newer API is still readable', () => {
    expect(eventTitle('VisitPlanned')).toBe('Visit planned')
    expect(sentenceOf('VisitPlanned', {})).toBe('VisitPlanned')
  })
})

describe('every value of every closed list', () => {
  const lists = Object.entries<unknown>({ ...terms, ...evidenceTerms, ...findingTerms }).flatMap(([name, list]) =>
    typeof list === 'object' ? [[name, list as Record<string, string>] as const] : [],
  )

  test.each(lists)('%s has words of its own for the middle of a sentence', (_name, list) => {
    const words = Object.values(list)
    expect(words.length).toBeGreaterThan(1)
    for (const each of words) expect(each).toMatch(/^[a-z][A-Za-z0-9’,() ]+$/)
    expect(new Set(words).size).toBe(words.length)
  })

  test('a value that a newer API knows is made readable', () => {
    expect(terms.labelOf<string>({ OVERDUE: 'overdue' }, 'ON_HOLD')).toBe('On hold')
    expect(terms.labelsOf(terms.trackings)).toEqual({
      NOT_TRACKED: 'Not tracked by a committee',
      OPEN: 'Open',
      CONCLUDED: 'Concluded',
    })
  })
})

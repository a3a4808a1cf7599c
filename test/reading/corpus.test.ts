import { readFileSync, readdirSync } from 'node:fs'
import { readDocument } from '@outstanding/ingest'
import { describe, expect, test } from 'vitest'
import { labelOf } from './corpus-source.ts'
import { inEachFormat } from './render/formats.ts'
import { score } from './score.ts'

const corpus = new URL('./corpus/', import.meta.url)
const names = readdirSync(corpus).filter((n) => n.endsWith('.md'))

describe.each(names)('%s, made up in the manner of its kind', (name) => {
  const source = readFileSync(new URL(name, corpus), 'utf8')
  const label = labelOf(name, source)
  test.each(Object.entries(inEachFormat(source)))(
    'read as %s gives what a reader takes from it and nothing else',
    async (format, bytes) => {
      const outcome = await readDocument(`${name.replace('.md', '')}.${format}`, bytes)
      if (!outcome.ok) throw new Error(outcome.unreadable.sentence)
      const found = score(label.recommendations, outcome.reading.recommendations)
      expect({ missed: found.missed, false: found.false }).toEqual({ missed: [], false: [] })
      expect(found.nestedHit).toBe(found.nestedWant)
      if (label.negative) expect(outcome.reading.grades).toEqual([])
      for (const r of outcome.reading.recommendations) {
        expect(r.confidence).toBeGreaterThan(0)
        expect(r.reason).not.toBe('')
        expect(r.passage).not.toBe('')
      }
    },
  )
})

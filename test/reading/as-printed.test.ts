import { readFileSync, readdirSync } from 'node:fs'
import { readDocument } from '@outstanding/ingest'
import { expect, test } from 'vitest'
import { labelOf, withoutLabels } from './corpus-source.ts'
import { score } from './score.ts'

const folder = new URL('./as-printed/', import.meta.url)

/** Documents as extractors and scanners leave them: flattened, cut, double-spaced. What no renderer makes, so each is read in its own form only. */
test.each(readdirSync(folder))('%s, as it was printed or extracted, gives what a reader takes from it and nothing else', async (name) => {
  const source = readFileSync(new URL(name, folder), 'utf8')
  const label = labelOf(name, source)
  const outcome = await readDocument(name, Buffer.from(withoutLabels(source)))
  if (!outcome.ok) throw new Error(outcome.unreadable.sentence)
  const found = score(label.recommendations, outcome.reading.recommendations)
  expect({ missed: found.missed, false: found.false }).toEqual({ missed: [], false: [] })
  expect(found.nestedHit).toBe(found.nestedWant)
  if (label.negative) expect(outcome.reading.grades).toEqual([])
})

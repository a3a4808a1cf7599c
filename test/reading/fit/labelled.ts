import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fitting, type Fitting } from '@outstanding/ingest/evidence'
import { labelOf, withoutLabels } from '../corpus-source.ts'
import { overlap } from '../score.ts'
import type { Example } from './logistic.ts'

export const SHARED = fileURLToPath(new URL('../../../../shared/', import.meta.url))
type LabelledText = {
  text?: string
  alt_text?: string | string[]
  text_is?: string
  children?: LabelledText[]
  restated_as?: unknown
  text_parts?: string[]
}
export type Labelled = { name: string; family: string; given: boolean; fitting: Fitting; label: { recommendations: LabelledText[] } }

/** Documents of one publisher and form are one family: what is learnt from one of them must not be tested on another. */
const FAMILIES: [RegExp, string][] = [
  [/ofsted|jtai|send|^00\d_/, 'inspections of children’s services'],
  [/dhsc/, 'rapid review'],
  [/leveson/, 'press inquiry'],
  [/taic/, 'transport commission'],
  [/-oig-/, 'inspector general'],
  [/hmicfrs|hmfsi/, 'fire inspectorates'],
]
const familyOf = (name: string) => FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? name

/** Every labelled document: the supplied ones (if present) and our own, each read once. */
export async function labelledDocuments(): Promise<Labelled[]> {
  const out: Labelled[] = []
  for (const set of ['seeds', 'reports', 'reports2']) {
    const labels = join(SHARED, 'expected', set === 'seeds' ? '' : set)
    if (!existsSync(labels)) continue
    for (const file of readdirSync(join(SHARED, set)).sort()) {
      const name = file.replace(/\.[^.]+$/, '')
      const label = join(labels, `${set === 'seeds' ? name.slice(0, 3) : name}.json`)
      if (!existsSync(label)) continue
      out.push({
        name,
        family: familyOf(name),
        given: set !== 'seeds',
        fitting: await fitting(file, readFileSync(join(SHARED, set, file))),
        label: JSON.parse(readFileSync(label, 'utf8')),
      })
    }
  }
  for (const folder of ['corpus', 'as-printed']) {
    const from = fileURLToPath(new URL(`../${folder}/`, import.meta.url))
    for (const file of readdirSync(from).sort()) {
      const source = readFileSync(join(from, file), 'utf8')
      out.push({
        name: basename(file),
        family: basename(file),
        given: false,
        fitting: await fitting(file, Buffer.from(withoutLabels(source))),
        label: labelOf(file, source),
      })
    }
  }
  return out
}

const wordings = (item: LabelledText): string[] =>
  [item.text, item.alt_text, item.text_parts?.[0]].flat().filter((t): t is string => typeof t === 'string' && t !== '')

/** Candidates as examples; a document with many of them counts more than one with few, but not in proportion. */
export function examplesOf({ name, family, fitting: { seen }, label }: Labelled): Example[] {
  const wanted = label.recommendations.flatMap((item) => wordings(item).map((text) => ({ text, beginning: item.text_is === 'beginning' })))
  const examples = seen.map((c) => ({
    document: name,
    family,
    evidence: c.evidence,
    is: wanted.some(
      (w) =>
        overlap(w.text, w.beginning ? c.text.slice(0, w.text.length + 10) : c.text) >= 0.75 ||
        (c.text.length > 40 && (w.text.includes(c.text) || c.text.includes(w.text))),
    ),
    counts: 1 / Math.sqrt(Math.max(1, seen.length)),
  }))
  // What says again in the text what is listed elsewhere is neither a hit nor a false item.
  return examples.filter((e) => !(e.is && e.evidence.includes('listedElsewhere')))
}

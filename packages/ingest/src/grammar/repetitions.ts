import { contains, overlap } from '../document/words.ts'
import type { Candidate } from './candidate.ts'

export type Thinned = { kept: Candidate[]; repeated: { of: Candidate; twin: Candidate }[] }

/**
 * A summary repeats the list, a response prints each recommendation again: of two wordings of the same thing one stays, the fuller
 * (with its parts, its label, its owner). They are the same when most words agree, or when the reference does and half of them.
 */
export function withoutRepetitions(candidates: Candidate[]): Thinned {
  const kept: Candidate[] = []
  const repeated: Thinned['repeated'] = []
  for (const c of candidates) {
    const at = kept.findIndex((k) => sameThing(k, c))
    const twin = kept[at]
    if (!twin) {
      kept.push(c)
      continue
    }
    const [stays, goes] = weight(c) > weight(twin) ? [c, twin] : [twin, c]
    kept[at] = {
      ...stays,
      ref: stays.ref ?? goes.ref,
      owner: stays.owner ?? goes.owner,
      timescale: stays.timescale ?? goes.timescale,
      children: stays.children.length ? stays.children : goes.children,
    }
    repeated.push({ of: kept[at], twin: goes })
  }
  return { kept, repeated }
}

const plainRef = (ref: string | null) =>
  (ref ?? '')
    .toLowerCase()
    .replace(/recommendations?|[\s.():]/g, '')
    .replace(/^r?0*(?=\d)/, '')

function sameThing(a: Candidate, b: Candidate): boolean {
  // A letter begins again in every list.
  const sameRef = a.ref !== null && b.ref !== null && /\d/.test(a.ref) && plainRef(a.ref) === plainRef(b.ref)
  if (a.region === b.region)
    return sameRef ? overlap(a.text, b.text) > 0.9 : overlap(a.text, b.text) > 0.97 && a.owner === b.owner && a.text.length > 60
  const share = overlap(a.text, b.text)
  if (a.ref !== null && b.ref !== null && !sameRef) return share > 0.93 && (/\d/.test(a.ref + b.ref) || a.text.length > 60)
  if (sameRef) return share >= 0.5 || contains(a.text, b.text) || contains(b.text, a.text)
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text]
  return share >= 0.75 || (short.length > 50 && contains(long, short))
}

function weight(c: Candidate): number {
  return (
    c.confidence +
    (c.children.length ? 0.5 : 0) +
    (c.rule === 'run-in label' ? 0.2 : 0) +
    (c.rule === 'table row' ? 0.15 : 0) +
    (c.owner ? 0.1 : 0) +
    (c.timescale ? 0.1 : 0) -
    (c.rule === 'record with an answer' ? 0.2 : 0)
  )
}

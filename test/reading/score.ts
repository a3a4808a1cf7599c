import type { LabelledItem } from './corpus-source.ts'

export type Read = { ref: string | null; text: string; timescale: string | null; owner: string | null; children: Read[] }
export type Score = {
  want: number
  hit: number
  false: string[]
  missed: string[]
  nestedWant: number
  nestedHit: number
  wrongFields: string[]
}

const words = (text: string | null) =>
  (text ?? '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

export function overlap(a: string, b: string): number {
  const left = words(a)
  const right = words(b)
  const counts = new Map<string, number>()
  for (const w of left) counts.set(w, (counts.get(w) ?? 0) + 1)
  const shared = right.filter((w) => {
    const n = counts.get(w) ?? 0
    counts.set(w, n - 1)
    return n > 0
  }).length
  return left.length + right.length ? (2 * shared) / (left.length + right.length) : 0
}

/** A plain count for our own corpus, one to one by the best overlap of at least 0.8; the scorer that judges lies outside the project. */
export function score(want: LabelledItem[], got: Read[]): Score {
  const open = [...got]
  const result: Score = { want: want.length, hit: 0, false: [], missed: [], nestedWant: 0, nestedHit: 0, wrongFields: [] }
  for (const label of want) {
    result.nestedWant += label.children.length
    const best = open.map((g) => ({ g, share: overlap(label.text, g.text) })).sort((a, b) => b.share - a.share)[0]
    if (!best || best.share < 0.8) {
      result.missed.push(label.text)
      continue
    }
    open.splice(open.indexOf(best.g), 1)
    result.hit++
    result.nestedHit += label.children.filter((c) => best.g.children.some((k) => overlap(c.text, k.text) >= 0.8)).length
    for (const field of ['timescale', 'owner'] as const)
      if (words(label[field]).join(' ') !== words(best.g[field]).join(' '))
        result.wrongFields.push(`${field} of "${label.text.slice(0, 50)}": ${best.g[field] ?? 'none'}`)
  }
  result.false = open.map((g) => g.text)
  return result
}

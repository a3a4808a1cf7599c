const cache = new Map<string, string[]>()

/** The words of a text with case, quotation marks, hyphens and punctuation left out: what two printings of one wording share. */
export function wordsOf(text: string): string[] {
  const known = cache.get(text)
  if (known) return known
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u00ad'’‘`´]/g, '')
      .replace(/[-‐‑]\s*/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  if (cache.size > 20_000) cache.clear()
  cache.set(text, words)
  return words
}

/** Share of words that two texts have in common, from 0 to 1 (the harmonic mean of both shares). */
export function overlap(a: string, b: string): number {
  const left = wordsOf(a)
  const right = wordsOf(b)
  if (!left.length || !right.length) return 0
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const open = counts.get(word) ?? 0
    if (!open) continue
    shared++
    counts.set(word, open - 1)
  }
  return (2 * shared) / (left.length + right.length)
}

/** True when one text stands whole in the other. */
export function contains(outer: string, inner: string): boolean {
  const words = wordsOf(inner)
  return words.length > 0 && ` ${wordsOf(outer).join(' ')} `.includes(` ${words.join(' ')} `)
}

/** Joins a broken line to the text before it: a hyphen at the line's end belongs to the word and takes no space. */
export function joinBroken(before: string, after: string): string {
  if (!before) return after
  if (!after) return before
  return /[\p{L}\p{N}][-‐‑]$/u.test(before) && /^(?!(?:and|or|to)\b)[\p{L}\p{N}]/u.test(after) ? before + after : `${before} ${after}`
}

export function fold(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

export function readsLikeSentenceStart(text: string): boolean {
  return /^[\p{Lu}“‘"(\d]/u.test(text)
}

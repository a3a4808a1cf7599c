/** `path` names the place within the value, as `input.title`; empty for the value itself. */
export type Fault = { readonly path: string; readonly problem: string }

const deepest = 32

/** The first text or number in a value of JSON that can be neither kept nor asked for, and why; null where all is well. */
export function faultIn(value: unknown): Fault | null {
  const left: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [{ value, path: '', depth: 0 }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value: one, path, depth } = next
    const problem = depth > deepest ? `is nested more than ${deepest} levels deep. Use fewer levels.` : problemOf(one)
    if (problem !== null) return { path, problem }
    if (typeof one !== 'object' || one === null) continue
    for (const [name, part] of Object.entries(one).toReversed()) {
      const inName = textProblem(name)
      if (inName !== null) return { path, problem: `has a name that ${inName}` }
      left.push({ value: part, path: path === '' ? name : `${path}.${name}`, depth: depth + 1 })
    }
  }
  return null
}

const problemOf = (value: unknown): string | null => {
  if (typeof value === 'string') return textProblem(value)
  return typeof value === 'number' && !Number.isFinite(value) ? 'is a number too large to store. Send a smaller number.' : null
}

/** Why a text cannot be kept: it continues "The field ...". */
export function textProblem(text: string): string | null {
  if (text.includes('\u0000')) return 'contains a NUL character (U+0000). Remove it and send the text again.'
  return text.isWellFormed() ? null : 'contains an incomplete character (a lone surrogate). Correct the text and send it again.'
}

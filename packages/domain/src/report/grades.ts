import type { GradeMeaning } from './events.ts'

/** `derived`: our interpretation of a number by its scale, or of an older word; false where the report's own word says it. */
export type GradeInterpretation = { readonly meaning: GradeMeaning; readonly derived: boolean }

/** Longest first: "requires improvement to be good" is not good. */
const words: readonly (readonly [RegExp, GradeMeaning, derived: boolean])[] = [
  [/\binadequate\b/, 'INADEQUATE', false],
  [/\brequires improvement\b/, 'ADEQUATE', false],
  [/\boutstanding\b/, 'OUTSTANDING', false],
  [/\b(?:excellent|very good)\b/, 'OUTSTANDING', true],
  [/\bsatisfactory\b/, 'ADEQUATE', true],
  [/\badequate\b/, 'ADEQUATE', false],
  [/\bgood\b/, 'GOOD', false],
]

const meaningOfWord = (text: string): GradeInterpretation | null => {
  const lower = text.toLowerCase()
  const found = words.find(([word]) => word.test(lower))
  return found ? { meaning: found[1], derived: found[2] } : null
}

/** "good or outstanding" and "very good and inadequate" have no single meaning. */
const isSeveral = (text: string): boolean => /\b(?:or|and|to)\b/.test(text.toLowerCase().replace('requires improvement to be good', ''))

/** A scale as stated ("4 outstanding, 3 good ...", "Outstanding (1), Good (2) ..."): each number with its meaning. */
export const readScale = (scale: string): ReadonlyMap<number, GradeMeaning> => {
  const steps = scale.split(/[,;]/).flatMap((step): [number, GradeMeaning][] => {
    const number = /\d/.exec(step)?.[0]
    const interpretation = meaningOfWord(step)
    return number !== undefined && interpretation !== null ? [[Number(number), interpretation.meaning]] : []
  })
  return new Map(steps)
}

/**
 * What a grade means, by its own word where it has one ("Grade 4 (Inadequate)", "Good"), else by the scale that its report states. Null where
 * neither says it: a bare number without a scale means nothing, for scales run both ways.
 */
export const gradeMeaning = (grade: string, scale: string | null): GradeInterpretation | null => {
  if (isSeveral(grade)) return null
  const own = meaningOfWord(grade)
  if (own !== null) return own
  const number = /^\D*(\d)\D*$/.exec(grade)?.[1]
  const meaning = number === undefined || scale === null ? undefined : readScale(scale).get(Number(number))
  return meaning === undefined ? null : { meaning, derived: true }
}

/** The other way: the number that a scale gives to a meaning; null where the scale has none. */
export const gradeOnScale = (meaning: GradeMeaning, scale: string): number | null => {
  for (const [number, stepMeaning] of readScale(scale)) if (stepMeaning === meaning) return number
  return null
}

const rank: Readonly<Record<GradeMeaning, number>> = { OUTSTANDING: 3, GOOD: 2, ADEQUATE: 1, INADEQUATE: 0 }

/** Above 0 where `a` is the better: grades are compared by meaning only, never by number. */
export const compareGradeMeanings = (a: GradeMeaning, b: GradeMeaning): number => rank[a] - rank[b]

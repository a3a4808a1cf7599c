const endings = ['ings', 'ing', 'ed', 'es', 's']
const shortest = 4

/**
 * The beginnings that the forms of an English word have: "visiting", "visited" and "visits" are found by "visit", and "policies" by
 * "policy", which does not find "police".
 */
export function wordForms(word: string): readonly string[] {
  const changing = /^(.{2,}[^aeiou])(?:y|ies|ied)$/.exec(word)?.[1]
  if (changing !== undefined) return [`${changing}y`, `${changing}ie`]
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortest)
  return [ending === undefined ? word : word.slice(0, -ending.length)]
}

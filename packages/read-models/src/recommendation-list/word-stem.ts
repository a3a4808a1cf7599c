const endings = ['ings', 'ing', 'ies', 'ied', 'ed', 'es', 's']
const shortest = 4

/** The beginning that the forms of an English word share: "visiting", "visited" and "visits" are found by "visit". */
export function wordStem(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortest)
  return ending === undefined ? word : word.slice(0, -ending.length)
}

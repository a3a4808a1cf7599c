const upToTwenty = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

/** "six", "12", "a", "twenty-four": a whole number from 1 to 999, or null. */
export const numberOf = (words: string): number | null => {
  if (/^\d{1,3}$/.test(words)) return Number(words) > 0 ? Number(words) : null
  if (words === 'a' || words === 'an') return 1
  const [first = '', second, ...more] = words.split(/[-\s]/)
  if (more.length > 0) return null
  return second === undefined ? (tens[first] ?? upTo(19, first)) : sumOf(tens[first], upTo(9, second))
}

const upTo = (max: number, word: string): number | null => {
  const number = upToTwenty.indexOf(word)
  return number > 0 && number <= max ? number : null
}

const sumOf = (ten: number | undefined, unit: number | null): number | null => (ten === undefined || unit === null ? null : ten + unit)

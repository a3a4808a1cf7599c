/** Letters that Unicode does not take apart into a plain one and a mark, by how an English keyboard writes them. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
])

/**
 * For searching: lower case, without accents, quotation marks, apostrophes and invisible characters, each dash a hyphen, in one line. What
 * is printed with typographic characters is so found by what a keyboard types, and the reverse. Both what is stored and what is asked go
 * through it.
 */
export function foldText(text: string): string {
  // First, as some are taken apart into a blank and a mark.
  const unquoted = text.replaceAll(quotes, '')
  const plain = isAscii(unquoted) ? unquoted : inPlainCharacters(unquoted)
  return plain.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

/** Straight ones, and those left of what looks like them: primes, grave and acute accents, and low and angled quotation marks. */
const quotes = /["'`´‘’‚‛“”„‟‹›«»′″ʹʺʻʼʽ΄´]/g

const inPlainCharacters = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll(/[\p{Pd}−]/gu, '-')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþħı]/g, (letter) => plainLetters.get(letter) ?? letter)

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text)

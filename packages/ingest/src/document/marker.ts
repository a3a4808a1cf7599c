/** What stands before an item of a list: a bullet, a number, a letter, a roman numeral or a printed reference. */
export type MarkerFamily = 'bullet' | 'number' | 'decimal' | 'letter' | 'roman' | 'reference'
export type Marker = {
  family: MarkerFamily
  /** As printed, without the space after it: "•", "12.", "(a)", "R01". */
  printed: string
  /** Position in its series from 1, where the family counts. */
  ordinal: number | null
}

// Private-use code points are the bullets of symbol fonts; "o" is the bullet of Courier in Word's second level.
const BULLET = /^([•◼■▪●○◦‣⁃∙·□▫➢➤►▶✓✔❖♦◆§\uf000-\uf0ff]|[-–—*](?=\s)|[-–](?=\p{Ll})|o(?=\s{2,}|\s+[a-z]{3}))\s*/u
const NUMBER = /^(\(?\d{1,3}[.)]|\d{1,3}(?=\s{2,}\S))(?=\s|$|(?<=[.)])[A-Z])\s*/
const BARE_NUMBER = /^(\d{1,3})\s+(?=[A-Z])/
const DECIMAL = /^(\d{1,2}(?:\.\d{1,3}){1,3}\.?)(?=\s|$)\s*/
const LETTER = /^(\(?[a-hj-uwyz]{1}[.)]|\([a-z]\)|[a-z]\))(?=\s|$)\s*/i
const ROMAN = /^(\(?(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})[.)])(?=\s|$)\s*/i
const REFERENCE = /^((?:R|Rec|REC|AFI|PA|SR)[ -]?\d{1,3}(?:\.\d{1,2})?[a-z]?)\s*(?:[:.)–—-]\s*|\s{1,}(?=[A-Z]))/

/** Numbers that investigation bodies give: "2020/131", "A-20-12", "R19-01". */
const ISSUED = /^((?:19|20)\d{2}[-/]\d{2,4}|[A-Z]-?\d{2}-\d{1,3})\s+(?=\p{Lu})/u

const ROMANS = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
]
const letters = (s: string) => s.toLowerCase().replace(/[^a-z]/g, '')

/** Splits a line into its marker and the rest. "(i)" counts as roman; a reader of lists settles "i" after "h" by its neighbours. */
export function splitMarker(text: string, allowBareNumber = false): { marker: Marker; rest: string } | null {
  const found = (family: MarkerFamily, match: RegExpExecArray, ordinal: number | null) => ({
    marker: { family, printed: (match[1] ?? '').trim(), ordinal },
    rest: text.slice(match[0].length).trim(),
  })
  const bullet = BULLET.exec(text)
  if (bullet) return found('bullet', bullet, null)
  const reference = REFERENCE.exec(text)
  if (reference) return found('reference', reference, Number(/\d+/.exec(reference[1] ?? '')?.[0] ?? 0))
  const issued = ISSUED.exec(text)
  if (issued) return found('reference', issued, Number(/\d+$/.exec(issued[1] ?? '')?.[0] ?? 0))
  const decimal = DECIMAL.exec(text)
  if (decimal && decimal[1]) return found('decimal', decimal, Number(decimal[1].replace(/\.$/, '').split('.').at(-1)))
  const number = NUMBER.exec(text) ?? (allowBareNumber ? BARE_NUMBER.exec(text) : null)
  if (number) return found('number', number, Number((number[1] ?? '').replace(/\D/g, '')))
  const roman = ROMAN.exec(text)
  if (roman) return found('roman', roman, ROMANS.indexOf(letters(roman[1] ?? '')) + 1)
  const letter = LETTER.exec(text)
  if (letter) return found('letter', letter, letters(letter[1] ?? '').charCodeAt(0) - 96)
  return null
}

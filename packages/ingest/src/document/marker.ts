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
const BULLET = /^([•◼■▪●○◦‣⁃∙·□▫➢➤►▶✓✔❖♦◆§\uf000-\uf0ff]|(?:--|[-–—*])(?=\s)|[-–](?=\p{Ll})|o(?=\s{2,}|\s+[a-z]{3}))\s*/u
const NUMBER = /^(\(?\d{1,3}[.)]|\[\d{1,3}\]|\d{1,3}(?=\s{2,}\S))(?=\s|$|(?<=[.)])[A-Z])\s*/
const DECIMAL = /^(\d{1,3}(?:\.\d{1,3}){1,3}\.?)(?=\s|$)\s*/
const LETTER = /^([a-z](?=\u2003)|(?:\(?[a-hj-uwyzA-HJ-UWYZ][.)]|\([a-zA-Z]\)|[a-zA-Z]\))(?=\s|$)|\([a-z]\)(?=[A-Z][a-z' ]))\s*/
const ROMAN = /^(\(?(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})[.)])(?=\s|$|(?<=[ivx]{2}[.)])\p{Lu}\p{Ll})\s*/iu
const REFERENCE = /^((?:(?:R|Rec|REC|AFI|PA|SR)[ -]?|P)\d{1,3}(?:\.\d{1,2})*(?:-\d{1,2})?[a-z]?)\s*(?:[:.)–—-]\s*|\s{1,}(?=[A-Z]))/

/** Numbers that investigation bodies give: "2020/131", "A-20-12", "R19-01". */
const ISSUED = /^((?:19|20)\d{2}[-/]\d{2,4}|[A-Z]-?\d{2}-\d{1,3})\s+(?=\p{Lu})/u

/** "1A.", "2B)": the finding's number and the recommendation's letter. */
const LETTERED = /^(\d{1,2}[A-Z][.)])(?=\s)\s*/

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

type Kind = { family: MarkerFamily; pattern: RegExp; ordinal: (printed: string) => number | null }
const digits = (s: string) => Number(s.replace(/\D/g, ''))
const KINDS: Kind[] = [
  { family: 'bullet', pattern: BULLET, ordinal: () => null },
  { family: 'reference', pattern: REFERENCE, ordinal: (s) => Number(/\d+/.exec(s)?.[0] ?? 0) },
  { family: 'reference', pattern: ISSUED, ordinal: (s) => Number(/\d+$/.exec(s)?.[0] ?? 0) },
  {
    family: 'reference',
    pattern: LETTERED,
    ordinal: (s) => 26 * Number.parseInt(s, 10) + (/[A-Z]/.exec(s)?.[0].charCodeAt(0) ?? 65) - 64,
  },
  { family: 'decimal', pattern: DECIMAL, ordinal: (s) => Number(s.replace(/\.$/, '').split('.').at(-1)) },
  { family: 'number', pattern: NUMBER, ordinal: digits },
  { family: 'roman', pattern: ROMAN, ordinal: (s) => ROMANS.indexOf(letters(s)) + 1 },
  { family: 'letter', pattern: LETTER, ordinal: (s) => letters(s).charCodeAt(0) - 96 },
]

/** Splits a line into its marker and the rest. "(i)" counts as roman; a reader of lists settles "i" after "h" by its neighbours. */
export function splitMarker(text: string): { marker: Marker; rest: string } | null {
  for (const { family, pattern, ordinal } of KINDS) {
    const match = pattern.exec(text)
    const printed = (match?.[1] ?? '').trim()
    if (match && printed) return { marker: { family, printed, ordinal: ordinal(printed) }, rest: text.slice(match[0].length).trim() }
  }
  return null
}

import { fold } from '../document/words.ts'

const WORDS =
  '(?:outstanding|exceptional|excellent|very good|good|requires improvement(?: to be good)?|requires special measures|inadequate|adequate|satisfactory|unsatisfactory|weak|poor|very poor|reasonably good|not sufficiently good|strong|needs attention|urgent improvement|exceptional|expected standard|strong standard|attention needed|uncertain|promising)'
const ASSURANCE =
  '(?:(?:full|substantial|significant|high|reasonable|adequate|moderate|satisfactory|limited|partial|minimal|low|no|nil)(?: (?:overall|controls?))? assurance)'
const WHOLE = new RegExp(
  `^(?:grade\\s*)?(?:[1-5]\\s*[-:–(]?\\s*)?(${WORDS}|${ASSURANCE})\\)?(?:\\s*[(–-]?\\s*(?:grade\\s*)?[1-5]\\)?)?$`,
  'i',
)
const NUMBERED = /^grade\s+[1-5](?:\s*\([\p{L} ]+\))?$/iu

/** The grade that a cell or line consists of, as printed without ornaments; null when it says anything else. */
export function gradeIn(text: string): string | null {
  const bare = fold(text)
    .replace(/[●⚫⬤○★☆*•]/g, '')
    .replace(/[.\s]+$/, '')
    .trim()
  if (!bare || bare.length > 60) return null
  if (NUMBERED.test(bare)) return bare
  return WHOLE.test(bare) ? bare : null
}

export const GRADE_AT_END = new RegExp(`\\b(${WORDS})\\.?$`, 'i')

/** What a grade is given to: a short phrase, no sentence and no grade itself; never the grade of an earlier inspection. */
export function isSubject(text: string): boolean {
  const bare = fold(text)
  return (
    bare.length >= 3 &&
    bare.length <= 170 &&
    /\p{L}{3}/u.test(bare) &&
    gradeIn(bare) === null &&
    !/ (?:of|for|and|the|to|in|with)$/i.test(bare) &&
    !/\b(?:previous|last) (?:inspection|grade|judge?ment|rating)\b|^an? (?:\w+ )?(?:service|provider|setting|school|home|authority|area)s?\b|^(?:date|judge?ments?|grades?|ratings?|scale|key)\b:?$/i.test(
      bare,
    )
  )
}

const VALUE =
  '(?:outstanding|good|adequate|inadequate|satisfactory|requires improvement(?: to be good)?|excellent|very good|unsatisfactory|weak|poor)'
const NUMBER_FIRST = new RegExp(`\\b[1-6]\\s*[:=–-]\\s*${VALUE}(?:\\s*[;,.]\\s*(?:and )?[1-6]\\s*[:=–-]\\s*${VALUE})+`, 'i')
const WORD_FIRST = new RegExp(
  `\\b${VALUE}\\s*[(=:]\\s*(?:grade )?[1-6]\\)?(?:\\s*[;,.]\\s*(?:and )?${VALUE}\\s*[(=:]\\s*(?:grade )?[1-6]\\)?)+`,
  'i',
)

/** The scale as the document states it: "4: outstanding; 3: good; 2: adequate; 1: inadequate", or its table of definitions. */
export function scaleIn(texts: string[]): string | null {
  for (const text of texts) {
    const match = NUMBER_FIRST.exec(text) ?? WORD_FIRST.exec(text)
    if (match) return fold(match[0])
  }
  const defined = texts.flatMap((t) => new RegExp(`^(${VALUE}\\s*\\((?:grade )?[1-6]\\))`, 'i').exec(fold(t))?.[1] ?? [])
  return new Set(defined.map((d) => d.toLowerCase())).size >= 3
    ? [...new Map(defined.map((d) => [d.toLowerCase(), d])).values()].join('; ')
    : null
}

const SCALES: RegExp[] = [
  /^(?:outstanding|good|adequate|inadequate|satisfactory|requires improvement(?: to be good)?|requires special measures)$/i,
  /^(?:exceptional|excellent|very good|good|adequate|satisfactory|unsatisfactory|weak|poor|very poor)$/i,
  /^(?:good|reasonably good|not sufficiently good|poor)$/i,
]

/** Whether values can belong to one scale: "Outcomes are poor" grades nothing beside "Outstanding" and "Requires improvement". */
export function ofOneScale(values: string[]): boolean {
  const words = values.map((v) => v.trim()).filter((v) => SCALES.some((s) => s.test(v)))
  return SCALES.some((scale) => words.every((w) => scale.test(w)))
}

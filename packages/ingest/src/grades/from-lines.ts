import type { Block } from '../document/block.ts'
import type { FoundGrade } from './from-tables.ts'
import { contains, fold, overlap } from '../document/words.ts'
import { GRADE_AT_END, gradeIn, isSubject } from './grade-words.ts'

type PairedGrade = FoundGrade & { block: number }
const CLOSE = 4

/** "Children's services in Northtown are good": of the whole, whatever it is called. */
const WHOLE_SERVICE = /^(?:.{0,12}children.{0,3}s )?services (?:for .{3,40} )?in \p{Lu}|^this (?:school|service|home|provider|prison)$/iu
const NO_SUBJECT = /^(?:there|it|this|that|what|how|why|is|are|was|were|and|or|but|because|if)\b/i
const COLON = /^(.{3,140}?)\s*[:–—]\s*(.{3,40})$/
const OVERALL = /^(?:the )?overall judge?ment is (?:that .{3,80}? (?:is|are|require|requires)\b|[\p{L} ]{4,32}\.?$)/iu
/** "The board requires improvement": the verb is the grade. */
const REQUIRES = /^(.{4,110}?) requires? (improvement(?: to be good)?)\.?$/i
const STATED =
  /^((?:the )?[^.:;]{4,90}?) (?:is|are|has been judged(?: to be)?|was judged(?: to be)?|is judged(?: to be)?|are judged(?: to be)?) (?:graded |rated |judged )?(?:as )?([\p{L} ]{4,40})$/iu

/** Grades that stand on lines: subject and grade below one another, "Subject: grade", and headings that state one ("The board is inadequate"). */
export function gradesOnLines(blocks: Block[]): { paired: PairedGrade[]; stated: FoundGrade[] } {
  const paired: PairedGrade[] = []
  const stated: FoundGrade[] = []
  blocks.forEach((block, i) => {
    if (block.kind === 'table') return
    const pair = below(block, blocks[i - 1]) ?? beside(block)
    if (pair) paired.push({ ...pair, block: i })
    else if (
      gradeIn(block.text) === null &&
      block.text.length <= 190 &&
      (block.kind === 'heading' ||
        (block.kind === 'paragraph' && (block.bold || (block.text.length < 110 && OVERALL.test(fold(block.text))))))
    ) {
      const statement = statedIn(block)
      if (statement) stated.push(statement)
    }
  })
  return { paired, stated }
}

type Text = Exclude<Block, { kind: 'table' }>

function below(block: Text, before: Block | undefined): FoundGrade | null {
  const value = gradeIn(block.text)
  if (!value || !before || before.kind === 'table' || !isSubject(before.text) || /[.;]$/.test(before.text) || before.text.length >= 130)
    return null
  return { subject: subjectOfBlock(before), value, column: null, page: block.at.page }
}

function beside(block: Text): FoundGrade | null {
  const colon = COLON.exec(fold(block.text))
  const value = colon?.[2] ? gradeIn(colon[2]) : null
  return colon?.[1] && value && isSubject(colon[1]) ? { subject: colon[1].trim(), value, column: null, page: block.at.page } : null
}

function statedIn(block: Text): FoundGrade | null {
  const text = fold(block.text)
  const requires = REQUIRES.exec(text)
  const end = requires ? `requires ${requires[2]}` : GRADE_AT_END.exec(text)?.[1]
  if (end && OVERALL.test(text)) return { subject: 'Overall judgement', value: end, column: null, page: block.at.page }
  const match = requires ?? STATED.exec(text)
  const value = requires ? end : match?.[2] ? gradeIn(match[2]) : null
  const named = (match?.[1] ?? '').replace(/^the graded judge?ments? (?:for|about|of|on) /i, '').replace(/ is that (?:it|they)$/i, '')
  const subject = WHOLE_SERVICE.test(named) ? 'Overall judgement' : named
  return value && isSubject(subject) && !NO_SUBJECT.test(subject) ? { subject, value, column: null, page: block.at.page } : null
}

const subjectOfBlock = (block: Text) =>
  block.kind === 'item' && block.marker.family !== 'bullet' ? `${block.marker.printed} ${fold(block.text)}` : fold(block.text)

/** Three or more pairs close together are the record of judgements; pairs elsewhere that name the same subjects repeat it. */
export function withoutRepeatedPairs(paired: PairedGrade[]): FoundGrade[] {
  const runs: PairedGrade[][] = []
  for (const pair of paired) {
    const run = runs.at(-1)
    if (run && pair.block - (run.at(-1)?.block ?? 0) <= CLOSE) run.push(pair)
    else runs.push([pair])
  }
  const record = runs.filter((r) => r.length >= 3).flat()
  if (!record.length) return paired
  const again = (p: PairedGrade) =>
    record.some((r) => overlap(r.subject, p.subject) > 0.5 || contains(p.subject, r.subject) || contains(r.subject, p.subject))
  return paired.filter((p) => record.includes(p) || !again(p))
}

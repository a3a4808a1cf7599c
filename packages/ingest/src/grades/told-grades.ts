import type { Block } from '../document/block.ts'
import { fold } from '../document/words.ts'
import type { FoundGrade } from './from-tables.ts'
import { gradeIn, isSubject } from './grade-words.ts'

const JUDGES = /\b(?:judged|rated|graded|assessed|gave)\b/i
/** "‘requires improvement’ at keeping people safe;", "is ‘inadequate’ at looking after its people." */
const GRADE_FIRST =
  /^(?:(?:it|they|and) )?(?:is |are |was |were |as )?[‘'“"]([\p{L} ]{4,40})[’'”"] (?:at|for|in|on) (.{5,120}?)[;.,]?(?: and)?$/iu
/** "judged that the service is ‘good’ at ...", "rated leadership as ‘inadequate’", "was judged to be ‘good’". */
const IN_SENTENCE =
  /\b(?:judged|rated|graded|assessed) (?:that )?(.{4,90}?) (?:is|are|was|were|to be|as) (?:as )?[‘'“"]([\p{L} ]{4,40})[’'”"]/iu
const PASSIVE =
  /^(?:the )?(.{4,80}?) (?:is|are|was|were|has been|have been) (?:judged|rated|graded|assessed) (?:to be |as )?[‘'“"]([\p{L} ]{4,40}?)[’'”"]\.?$/iu

/**
 * Grades told in sentences: a lead that says who judged whom, and below it a list with the grade in quotation marks; or one sentence
 * that judges. Ordinary praise ("a good service") has neither the verb nor the marks.
 */
export function toldGrades(blocks: Block[]): (FoundGrade & { block: number })[] {
  const out: (FoundGrade & { block: number })[] = []
  let judged = false
  blocks.forEach((block, i) => {
    if (block.kind === 'table') return
    const text = fold(block.text)
    if (block.kind !== 'item') judged = JUDGES.test(text) && text.endsWith(':')
    const listed = judged ? GRADE_FIRST.exec(text) : null
    if (listed) add(listed[2], listed[1], i)
    else if (!judged) for (const sentence of text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)) fromSentence(sentence, i)
  })
  return out

  function fromSentence(sentence: string, i: number): void {
    if (sentence.length > 220 || /\b(?:previous|last|earlier|would|if|could|until)\b/i.test(sentence)) return
    const match = IN_SENTENCE.exec(sentence) ?? PASSIVE.exec(sentence)
    if (match) add(match[1], match[2], i)
  }

  function add(subject: string | undefined, grade: string | undefined, i: number): void {
    const value = gradeIn(grade ?? '')
    const page = blocks[i]?.at.page ?? null
    if (subject && value && isSubject(subject)) out.push({ subject: subject.trim(), value, column: null, page, block: i })
  }
}

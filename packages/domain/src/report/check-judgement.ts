import type { FindingRecorded, JudgementRecorded } from './events.ts'
import { firstOf, needs, needsText, type Check } from '../field/check-field.ts'
import { gradeMeaning } from './grades.ts'

type Judgement = Omit<JudgementRecorded['data'], 'meaningDerived'>

/** A grade is kept as printed; a meaning entered with it must be the one that its own word or its scale says. */
export const checkJudgement = (judgement: Judgement): Check => {
  const reading = gradeMeaning(judgement.grade, judgement.scale)
  return firstOf(
    needsText('judgementId', judgement.judgementId),
    needsText('subject', judgement.subject),
    needsText('grade', judgement.grade),
    needs(
      judgement.meaning === null || reading === null || reading.meaning === judgement.meaning,
      'meaningOfTheScale',
      'meaning',
      `"${judgement.grade}" means ${reading?.meaning} by its own word or its scale, not ${judgement.meaning}.`,
    ),
  )
}

/** The judgement with its meaning: that of the grade's own word, or of its scale, or the one entered (both then marked as derived). */
export const judgementRecorded = (judgement: Judgement): JudgementRecorded => {
  const reading = gradeMeaning(judgement.grade, judgement.scale)
  const meaning = reading?.meaning ?? judgement.meaning
  return {
    type: 'JudgementRecorded',
    data: { ...judgement, meaning, meaningDerived: meaning !== null && (reading?.derived ?? true) },
  }
}

export const checkFinding = (finding: FindingRecorded['data']): Check =>
  firstOf(needsText('findingId', finding.findingId), needsText('subject', finding.subject), needsText('words', finding.words))

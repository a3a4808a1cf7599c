import { gradeIn } from '../grades/grade-words.ts'
import type { Cues } from '../layout/cues.ts'
import { announcementIn } from './announcers.ts'
import { addressedBy } from './addressed-lines.ts'
import { runInLabel } from './run-in-label.ts'
import { isAnswerLabel, isSlotBlock } from './slots.ts'
import { timescaleHeading } from './timescale.ts'

/** The grammar's answers to what layout asks of language. */
export const LAYOUT_CUES: Cues = {
  heads: (text) => announcementIn(text) !== null || timescaleHeading(text) !== null,
  opensItem: (text) => runInLabel(text) !== null,
  addresses: (text) => addressedBy(text) !== null,
  labels: (text) => /^\p{Lu}[\p{L} ’'()]{2,40}:/u.test(text) && (isSlotBlock(text) || isAnswerLabel(text)),
  isValue: (text) => gradeIn(text) !== null,
}

import type { Block } from '../../document/block.ts'
import { headingsThatCountOn } from '../../layout/headings-that-count-on.ts'
import { nestBetweenNumbers } from '../../layout/nest-between-numbers.ts'
import { joinCutHeadings } from './cut-headings.ts'
import { unfoldForms } from './form-tables.ts'
import { joinLabelLines } from './label-lines.ts'
import { unfoldRecordTables } from './record-tables.ts'
import { joinHeadTables } from './head-tables.ts'
import { letteredParagraphs } from './lettered-paragraphs.ts'
import { splitRunInHeadings } from './run-in-headings.ts'
import { splitRunInLists } from './run-in-lists.ts'
import { sentencesAreParagraphs } from './sentence-headings.ts'
import { splitTrailingHeadings } from './trailing-headings.ts'

/** The blocks of the layout, corrected by their wording: forms unfolded, headings and lists separated from running text. */
const STEPS: ((blocks: Block[]) => Block[])[] = [
  joinHeadTables,
  unfoldRecordTables,
  unfoldForms,
  joinCutHeadings,
  sentencesAreParagraphs,
  letteredParagraphs,
  splitTrailingHeadings,
  joinLabelLines,
  splitRunInHeadings,
  headingsThatCountOn,
  nestBetweenNumbers,
  splitRunInLists,
]

/** A document's blocks as the grammar reads them, numbered again from 1. */
export function inBlocks(blocks: Block[]): Block[] {
  return STEPS.reduce((made, step) => step(made), blocks).map((b, i) => ({ ...b, at: { ...b.at, paragraph: i + 1 } }))
}
